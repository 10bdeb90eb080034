// Text into HTML, XML and JSON, byte by byte: never by grapheme, where a combining mark would hide a quote.

extension [UInt8] {
    /// Appends `text` so that it is text in HTML and XML, in an element or in a quoted attribute.
    package mutating func appendEscaped(_ text: String) {
        let bytes = text.utf8Span.span
        // Nearly all text needs no escape, and is copied in one piece.
        guard bytes.indices.contains(where: { needsEscape(bytes[$0]) }) else { return append(contentsOf: text.utf8) }
        for index in bytes.indices {
            switch bytes[index] {
            case "&": write("&amp;")
            case "<": write("&lt;")
            case ">": write("&gt;")
            case "\"": write("&quot;")
            case "'": write("&#39;")
            // Control characters are forbidden in both; a parser that drops them could join what they kept apart.
            case let byte where needsEscape(byte): write("\u{FFFD}")
            case let byte: append(byte)
            }
        }
    }

    /// Appends runs of Markdown text as the C renderer of cmark does: the quote in text stays a quote as `&quot;`, and
    /// an apostrophe needs no escape. Safe in elements and in double-quoted attributes.
    package mutating func appendEscapedRuns(_ text: ArraySlice<UInt8>) {
        var rest = text
        while let place = rest.firstIndex(where: \.needsHTMLEscape) {
            append(contentsOf: rest[..<place])
            appendEscape(of: rest[place])
            rest = rest[(place + 1)...]
        }
        append(contentsOf: rest)
    }

    package mutating func appendEscapedRuns(_ text: String) {
        guard text.utf8.contains(where: \.needsHTMLEscape) else { return append(contentsOf: text.utf8) }
        appendEscapedRuns(Array(text.utf8)[...])
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case "&": write("&amp;")
        case "<": write("&lt;")
        case ">": write("&gt;")
        case "\"": write("&quot;")
        default: write("\u{FFFD}")
        }
    }

    /// Appends a JSON string with its quotes. `<`, `>` and `&` are escaped too, so that the JSON may stand in a `script`
    /// element, and U+2028 and U+2029, which end a line in JavaScript.
    package mutating func appendJSONString(_ text: String) {
        append("\"")
        let bytes = text.utf8Span.span
        var run = 0
        for index in bytes.indices where index >= run {
            let length: Int
            switch bytes[index] {
            case "\"", "\\", "<", ">", "&", 0x00..<0x20, 0x7F: length = 1
            // E2 80 A8 and E2 80 A9
            case 0xE2 where bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
                length = 3
            default: continue
            }
            for plain in run..<index { append(bytes[plain]) }
            appendJSONEscape(length == 1 ? Int(bytes[index]) : 0x2028 + Int(bytes[index + 2] - 0xA8))
            run = index + length
        }
        if run == 0 {
            append(contentsOf: text.utf8)
        } else {
            for plain in run..<bytes.count { append(bytes[plain]) }
        }
        append("\"")
    }

    private mutating func appendJSONEscape(_ scalar: Int) {
        switch scalar {
        case 0x22: write(#"\""#)
        case 0x5C: write(#"\\"#)
        case 0x0A: write(#"\n"#)
        case 0x0D: write(#"\r"#)
        case 0x09: write(#"\t"#)
        default:
            let digits = String(scalar, radix: 16)
            append(contentsOf: #"\u"#.utf8)
            append(contentsOf: repeatElement("0", count: 4 - digits.utf8.count))
            append(contentsOf: digits.utf8)
        }
    }

    package mutating func write(_ text: StaticString) {
        // A static string is at most a few dozen bytes and always pointer-backed here.
        text.withUTF8Buffer { bytes in unsafe append(contentsOf: bytes) }
    }
}

extension UInt8 {
    /// Whether `appendEscapedRuns` writes something else in the place of the byte.
    @inlinable package var needsHTMLEscape: Bool {
        switch self {
        case "&", "<", ">", "\"", 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
        default: false
        }
    }
}

private func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case "&", "<", ">", "\"", "'", 0x7F: true
    case "\t", "\n", "\r": false
    default: byte < 0x20
    }
}

/// A JSON value for output. Keys keep the order in which they are written.
package indirect enum JSON: Sendable {
    case string(String)
    case integer(Int)
    /// A number with so many digits behind the point, in units of the last.
    case fraction(Int, digits: Int)
    case bool(Bool)
    case array([JSON])
    case object([(String, JSON)])
    case null

    /// The value on one line, keys in their order: the same value always gives the same bytes.
    package var bytes: [UInt8] {
        var result: [UInt8] = []
        write(into: &result)
        return result
    }

    private func write(into result: inout [UInt8]) {
        switch self {
        case .string(let text): result.appendJSONString(text)
        case .integer(let number): result.append(contentsOf: String(number).utf8)
        case .fraction(let number, let digits):
            let text = String(number.magnitude)
            let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
            let sign = number < 0 ? "-" : ""
            result.append(contentsOf: "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))".utf8)
        case .null: result.append(contentsOf: "null".utf8)
        case .bool(let flag): result.append(contentsOf: (flag ? "true" : "false").utf8)
        case .array(let elements):
            result.append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { result.append(",") }
                element.write(into: &result)
            }
            result.append("]")
        case .object(let members):
            result.append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { result.append(",") }
                result.appendJSONString(member.0)
                result.append(":")
                member.1.write(into: &result)
            }
            result.append("}")
        }
    }
}
