// Names in addresses: heading ids as GitHub forms them, and slugs of pages and folders.

/// The id that GitHub gives a heading: lower case; letters, digits, marks, `_` and `-` stay, spaces become `-`, the rest
/// goes. May be empty, for a heading without a single letter.
package func headingID(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiHeadingID(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
            result.append(scalar)
        case .spaceSeparator: result.append("-")
        default: if scalar == "-" { result.append(scalar) }
        }
    }
    return String(result)
}

private func asciiHeadingID(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        if byte.isASCIILetter {
            result.append(byte.asciiLowercased)
        } else if byte.isASCIIDigit || byte == "_" || byte == "-" {
            result.append(byte)
        } else if byte == " " {
            result.append("-")
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// The slug of a file or folder name: lower case, runs of anything but letters, digits and marks become one `-`.
/// Letters of every script stay. Empty when nothing is left.
package func slug(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingDash = false
    for scalar in name.lowercased().unicodeScalars {
        let isWordPart =
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
        guard isWordPart else {
            pendingDash = !result.isEmpty
            continue
        }
        if pendingDash { result.append("-") }
        pendingDash = false
        result.append(scalar)
    }
    return String(result)
}

/// What names have in common that authors take for one: capitals do not count, and spaces, `-` and `_` are alike.
package func nameKey(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0.isASCIIDigit || (0x61...0x7A).contains($0) }) { return name }
    var result = String.UnicodeScalarView()
    var pendingDash = false
    for scalar in name.lowercased().unicodeScalars {
        if scalar == "-" || scalar == "_" || scalar.properties.isWhitespace {
            pendingDash = !result.isEmpty
            continue
        }
        if pendingDash { result.append("-") }
        pendingDash = false
        result.append(scalar == "\u{2019}" ? "'" : scalar)
    }
    return String(result)
}

/// A file name as a title: `risk_register` reads "Risk register". What stands between two digits stays: `2026-10`.
package func title(ofName name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    func isDigit(at index: Int) -> Bool {
        scalars.indices.contains(index) && scalars[index].properties.numericType == .decimal
    }
    var title = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
        guard scalar == "-" || scalar == "_" else {
            title.append(scalar)
            continue
        }
        if scalar == "-", isDigit(at: index - 1), isDigit(at: index + 1) {
            title.append(scalar)
        } else if let last = title.last, last != " " {
            title.append(" ")
        }
    }
    if title.last == " " { title.removeLast() }
    let words = String(title)
    return words.prefix(1).uppercased() + words.dropFirst()
}

/// The same of a file whose siblings are not known: `01-risk_register` reads "Risk register".
package func title(ofFileName name: String) -> String {
    guard let number = LeadingNumber(of: name), number.isPadded else { return title(ofName: name) }
    return title(ofName: number.rest)
}

/// Orders titles as a reader would: case aside, numbers by value; ties by bytes, so that the order is total.
package func readsBefore(_ left: String, _ right: String) -> Bool {
    let order: Int
    if left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 }) {
        order = readingOrder(left.utf8Span.span, right.utf8Span.span)
    } else {
        let (a, b) = (left.lowercased(), right.lowercased())
        order = readingOrder(a.utf8Span.span, b.utf8Span.span)
    }
    return order != 0 ? order < 0 : left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// Negative when `left` comes first, 0 when only ASCII capitals and leading zeros differ.
private func readingOrder(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    var (a, b) = (0, 0)
    while a < left.count, b < right.count {
        if left[a].isASCIIDigit, right[b].isASCIIDigit {
            let (one, other) = (number(at: &a, of: left), number(at: &b, of: right))
            if one.count != other.count { return one.count - other.count }
            for (x, y) in zip(one, other) where left[x] != right[y] { return Int(left[x]) - Int(right[y]) }
        } else {
            let (x, y) = (left[a].asciiLowercased, right[b].asciiLowercased)
            if x != y { return Int(x) - Int(y) }
            a += 1
            b += 1
        }
    }
    return (left.count - a) - (right.count - b)
}

/// Where the digits stand that count, behind leading zeros; `index` moves behind them.
private func number(at index: inout Int, of text: Span<UInt8>) -> Range<Int> {
    while index < text.count, text[index] == "0" { index += 1 }
    let start = index
    while index < text.count, text[index].isASCIIDigit { index += 1 }
    return start..<index
}

/// Whether two texts differ in the case of letters at most.
package func isEqualInAnyCase(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.utf8Span.span, right.utf8Span.span)
    for index in 0..<min(a.count, b.count) {
        if a[index] >= 0x80 || b[index] >= 0x80 { return left.lowercased() == right.lowercased() }
        if a[index].asciiLowercased != b[index].asciiLowercased { return false }
    }
    return a.count == b.count
}
