// JSON from a file that people may have edited, with the place of each value for what there is to say about it.

/// A value as it stands in a file.
package struct ReadJSON: Sendable {
    package indirect enum Content: Sendable {
        case string(String)
        case integer(Int)
        /// A number with a fraction or beyond the range of integers, as written.
        case number(String)
        case bool(Bool)
        case null
        case array([ReadJSON])
        /// In the order of the file; no key stands twice.
        case object([(key: String, value: ReadJSON)])
    }

    package let content: Content
    package let position: SourcePosition

    package subscript(key: String) -> ReadJSON? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    package var string: String? { if case .string(let text) = content { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = content { number } else { nil } }
    package var array: [ReadJSON]? { if case .array(let elements) = content { elements } else { nil } }
    /// The elements of an array of strings; `nil` when one is something else.
    package var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }
}

/// Why a text is not JSON.
package struct InvalidJSON: Error, Equatable {
    package let position: SourcePosition
    package let reason: String
}

/// Reads one JSON value (RFC 8259). Nesting is limited, keys may not repeat.
package func readJSON(_ bytes: [UInt8]) throws(InvalidJSON) -> ReadJSON {
    guard let start = try? checkUTF8(bytes) else { throw InvalidJSON(position: .start, reason: "it is not UTF-8 text") }
    var parser = JSONParser(bytes: bytes, index: start)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.index == bytes.count else { throw parser.fault("more follows after the end") }
    return value
}

private struct JSONParser {
    let bytes: [UInt8]
    var index: Int
    /// Where the line starts that `index` is on, and its number: positions are asked for in order.
    private var line = 1
    private var lineStart = 0
    private var counted = 0

    private static let depthLimit = 32

    init(bytes: [UInt8], index: Int) {
        self.bytes = bytes
        self.index = index
    }

    private mutating func position() -> SourcePosition {
        while counted < index {
            if bytes[counted] == "\n" { (line, lineStart) = (line + 1, counted + 1) }
            counted += 1
        }
        return SourcePosition(line: line, column: index - lineStart + 1)
    }

    mutating func fault(_ reason: String) -> InvalidJSON { InvalidJSON(position: position(), reason: reason) }

    mutating func skipSpace() {
        while index < bytes.count, [" ", "\n", "\r", "\t"].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func value(depth: Int) throws(InvalidJSON) -> ReadJSON {
        skipSpace()
        guard depth <= Self.depthLimit else { throw fault("it is nested more than \(Self.depthLimit) deep") }
        guard index < bytes.count else { throw fault("it ends too early") }
        let place = position()
        switch bytes[index] {
        case "{": return ReadJSON(content: .object(try members(depth: depth)), position: place)
        case "[": return ReadJSON(content: .array(try elements(depth: depth)), position: place)
        case "\"": return ReadJSON(content: .string(try text()), position: place)
        default: return ReadJSON(content: try word(), position: place)
        }
    }

    private mutating func members(depth: Int) throws(InvalidJSON) -> [(key: String, value: ReadJSON)] {
        index += 1
        var members: [(key: String, value: ReadJSON)] = []
        var keys: Set<String> = []
        if take("}") { return members }
        repeat {
            skipSpace()
            guard index < bytes.count, bytes[index] == "\"" else { throw fault("a key in quotes is missing") }
            let key = try text()
            guard keys.insert(key).inserted else { throw fault("the key '\(key)' stands twice") }
            guard take(":") else { throw fault("':' is missing") }
            members.append((key, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw fault("',' or '}' is missing") }
        return members
    }

    private mutating func elements(depth: Int) throws(InvalidJSON) -> [ReadJSON] {
        index += 1
        var elements: [ReadJSON] = []
        if take("]") { return elements }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw fault("',' or ']' is missing") }
        return elements
    }

    private mutating func word() throws(InvalidJSON) -> ReadJSON.Content {
        let start = index
        while index < bytes.count,
            bytes[index].isASCIILetter || bytes[index].isASCIIDigit || "+-.".utf8.contains(bytes[index])
        {
            index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default:
            let digits = word.utf8.drop { $0 == "-" }
            guard let first = digits.first, first.isASCIIDigit, word.utf8.count - digits.count <= 1 else {
                index = start
                throw fault("a value is missing")
            }
            return Int(word).map { .integer($0) } ?? .number(word)
        }
    }

    private mutating func text() throws(InvalidJSON) -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case "\"":
                index += 1
                return String(decoding: text, as: UTF8.self)
            case "\\": try appendEscape(to: &text)
            case 0..<0x20: throw fault("a line ends inside quotes")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw fault("quotes are not closed")
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(InvalidJSON) {
        guard index + 1 < bytes.count else { throw fault("quotes are not closed") }
        let plain: [UInt8: UInt8] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": 0x08, "f": 0x0C, "n": "\n", "r": "\r", "t": "\t",
        ]
        if let byte = plain[bytes[index + 1]] {
            text.append(byte)
            index += 2
            return
        }
        guard bytes[index + 1] == "u", let first = unit(at: index + 2) else { throw fault("an escape is wrong") }
        index += 6
        var units = [first]
        if first & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == "\\", bytes[index + 1] == "u",
            let second = unit(at: index + 2)
        {
            units.append(second)
            index += 6
        }
        // Half of a pair becomes U+FFFD.
        text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    }

    private func unit(at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count else { return nil }
        let digits = bytes[start..<start + 4]
        guard digits.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
