// Paths inside the content folder and addresses inside the site, as text.

/// Resolves `..` and `.` of `path` (components joined by `/`, no leading `/`) and drops empty components.
/// `nil` when it leaves its root.
package func normalizedPath(_ path: some StringProtocol) -> String? {
    var parts: [Substring.UTF8View] = []
    for part in Substring(path).utf8.split(separator: "/") where !part.elementsEqual(".".utf8) {
        if part.elementsEqual("..".utf8) {
            guard parts.popLast() != nil else { return nil }
        } else {
            parts.append(part)
        }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
}

/// The folder of a path, without a final `/`; empty for a file at the top.
package func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
}

package func fileName(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: "/") else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// The part of a file name before its last dot, and after it in lower case (empty without a dot).
package func splitExtension(of name: String) -> (stem: String, extension: String) {
    guard let dot = name.utf8.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), name[name.utf8.index(after: dot)...].lowercased())
}

/// How to write the address `target` in a file at `file`: both relative to the root of the site, `file` being the path
/// of the file that holds the link. The shortest form with `..`, percent-encoded, never empty.
package func relativeAddress(from file: String, to target: String) -> String {
    var result: [UInt8] = []
    result.appendRelativeAddress(from: file, to: target)
    return String(decoding: result, as: UTF8.self)
}

extension [UInt8] {
    /// Appends what `relativeAddress(from:to:)` says: pages write many thousands of these.
    package mutating func appendRelativeAddress(from file: String, to target: String) {
        let here = file.utf8Span.span
        let there = target.utf8Span.span
        // Both share the folders up to the last slash before they differ.
        var shared = 0
        var index = 0
        while index < here.count, index < there.count, here[index] == there[index] {
            index += 1
            if here[index - 1] == "/" { shared = index }
        }
        let start = count
        for place in shared..<here.count where here[place] == "/" { append(contentsOf: "../".utf8) }
        if (shared..<there.count).allSatisfy({ isUnreservedInPath(there[$0]) }) {
            append(contentsOf: target.utf8.dropFirst(shared))
        } else {
            for place in shared..<there.count {
                let byte = there[place]
                if isUnreservedInPath(byte) { append(byte) } else { append(contentsOf: percentEncoded(byte)) }
            }
        }
        if count == start { append(contentsOf: "./".utf8) }
    }
}

/// Percent-encodes what may not stand in the path of a URL. `/` stays. A `:` is encoded too, lest `a:b` read as a scheme.
package func percentEncodedPath(_ path: String) -> String {
    if path.utf8.allSatisfy(isUnreservedInPath) { return path }
    var result: [UInt8] = []
    for byte in path.utf8 {
        if isUnreservedInPath(byte) { result.append(byte) } else { result.append(contentsOf: percentEncoded(byte)) }
    }
    return String(decoding: result, as: UTF8.self)
}

/// Percent-encodes what may not stand behind the `#` of a URL.
package func percentEncodedFragment(_ fragment: String) -> String {
    fragment.split(separator: ":", omittingEmptySubsequences: false).map { percentEncodedPath(String($0)) }
        .joined(separator: ":")
}

private func isUnreservedInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/", "!", "$", "(", ")", "*", "+", ",", ";", "=", "@":
        true
    default: false
    }
}

private func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}

/// Undoes percent-encoding once; `nil` when the result is not UTF-8 or holds a NUL.
package func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains("%") else { return text }
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
        if byte == "%", bytes.count >= 2, let value = hexadecimalValue(bytes.prefix(2)) {
            result.append(value)
            bytes = bytes.dropFirst(2)
        } else {
            result.append(byte)
        }
    }
    guard !result.contains(0) else { return nil }
    return String(validating: result, as: UTF8.self)
}

private func hexadecimalValue(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
}

/// The scheme of an address in lower case (`https`, `mailto`), or `nil` for a relative one.
package func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: ":"), colon != address.startIndex else { return nil }
    let name = address.utf8[..<colon]
    guard name.first?.isASCIILetter == true,
        name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
}

/// An address as the value of an `href`: what may not stand in a URL is percent-encoded, `&` and `'` are escaped. What
/// is percent-encoded already stays. The safe characters are those of cmark's own renderer.
package func escapedHref(_ address: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in address.utf8 {
        switch byte {
        case "&": result.write("&amp;")
        case "'": result.write("&#x27;")
        default:
            let isSafe = byte.isASCIILetter || byte.isASCIIDigit || "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
            if isSafe { result.append(byte) } else { result.append(contentsOf: percentEncoded(byte)) }
        }
    }
    return result
}
