// Reads the TOML that front matter is written in, as a tree of the same nodes as YAML (toml.io, version 1.0.0).
//
// Numbers, dates and flags stay the text that stands there; what is not TOML is reported once, and the rest not read.

import UTF8Text

/// The tables and keys in `range` of a file; `nil` if there are none or they are at fault, which is reported.
func composeTOML(_ bytes: [UInt8], of lines: Lines, range: Range<Int>, log: inout DiagnosticLog) -> YAMLNode? {
    guard range.count <= YAMLLimit.frontMatter.bytes else {
        log.report(
            .frontMatter, at: lines.position(at: range.lowerBound),
            "the TOML has \(range.count) bytes; the limit is \(YAMLLimit.frontMatter.bytes)",
            help: "move long text into the body of the page")
        return nil
    }
    var reader = TOMLReader(bytes: bytes, lines: lines, index: range.lowerBound, end: range.upperBound)
    do {
        let table = try reader.readDocument()
        return table.entries.isEmpty ? nil : table.node(at: lines.position(at: range.lowerBound))
    } catch {
        log.report(
            .frontMatter, at: lines.position(at: min(reader.index, range.upperBound)), "not valid TOML: \(error.what)",
            help: "write the front matter as 'key: value' lines between two lines '---'")
        return nil
    }
}

private struct TOMLFault: Error { let what: String }

/// A table while more keys may still come.
private final class TOMLTable {
    enum Value {
        case node(YAMLNode)
        case table(TOMLTable)
        case tables([TOMLTable])
    }

    var entries: [(key: Located<String>, value: Value)] = []

    func value(of key: String) -> Value? { entries.first { $0.key.value == key }?.value }

    func node(at position: SourcePosition) -> YAMLNode {
        YAMLNode(
            content: .mapping(
                entries.map { entry in
                    let place = entry.key.position
                    let value: YAMLNode =
                        switch entry.value {
                        case .node(let node): node
                        case .table(let table): table.node(at: place)
                        case .tables(let tables):
                            YAMLNode(content: .sequence(tables.map { $0.node(at: place) }), position: place)
                        }
                    return YAMLNode.Entry(key: entry.key, value: value)
                }), position: position)
    }
}

private struct TOMLReader {
    let bytes: [UInt8]
    let lines: Lines
    var index: Int
    let end: Int

    private var byte: UInt8? { index < end ? bytes[index] : nil }
    private var position: SourcePosition { lines.position(at: index) }

    init(bytes: [UInt8], lines: Lines, index: Int, end: Int) {
        (self.bytes, self.lines, self.index, self.end) = (bytes, lines, index, end)
    }

    mutating func readDocument() throws(TOMLFault) -> TOMLTable {
        let root = TOMLTable()
        var table = root
        skipSpace(overLines: true)
        while let byte {
            if byte == "[" {
                table = try readTableHead(in: root)
            } else {
                try readEntry(into: table, depth: 0)
            }
            skipSpace(overLines: false)
            guard self.byte == nil || self.byte == "\n" || self.byte == "\r" else {
                throw TOMLFault(what: "a key must start on a line of its own")
            }
            skipSpace(overLines: true)
        }
        return root
    }

    private mutating func readTableHead(in root: TOMLTable) throws(TOMLFault) -> TOMLTable {
        index += 1
        let isArray = byte == "["
        if isArray { index += 1 }
        let names = try readKey()
        for _ in 0..<(isArray ? 2 : 1) {
            guard byte == "]" else { throw TOMLFault(what: "the name of a table is not closed by ']'") }
            index += 1
        }
        let parent = try table(names.dropLast(), in: root)
        guard let name = names.last else { return root }
        guard isArray else { return try table([name], in: parent) }
        let added = TOMLTable()
        if let place = parent.entries.firstIndex(where: { $0.key.value == name.value }) {
            guard case .tables(let tables) = parent.entries[place].value else {
                throw TOMLFault(what: "the key '\(name.value)' stands twice")
            }
            parent.entries[place].value = .tables(tables + [added])
        } else {
            parent.entries.append((name, .tables([added])))
        }
        return added
    }

    /// The table of these names, made if there is none.
    private func table(_ names: ArraySlice<Located<String>>, in parent: TOMLTable) throws(TOMLFault) -> TOMLTable {
        guard names.count <= YAMLLimit.depth else { throw TOMLFault(what: "tables are nested too deep") }
        var table = parent
        for name in names {
            switch table.value(of: name.value) {
            case .table(let inner): table = inner
            case .tables(let tables): table = tables[tables.count - 1]
            case .node: throw TOMLFault(what: "the key '\(name.value)' stands twice")
            case nil:
                let inner = TOMLTable()
                table.entries.append((name, .table(inner)))
                table = inner
            }
        }
        return table
    }

    private mutating func readEntry(into table: TOMLTable, depth: Int) throws(TOMLFault) {
        let names = try readKey()
        guard byte == "=" else { throw TOMLFault(what: "a key needs ' = ' and a value") }
        index += 1
        skipSpace(overLines: false)
        let value = try readValue(depth: depth)
        let parent = try self.table(names.dropLast(), in: table)
        guard let name = names.last, parent.value(of: name.value) == nil else {
            throw TOMLFault(what: "the key '\(names.last?.value ?? "")' stands twice")
        }
        parent.entries.append((name, .node(value)))
    }

    /// `a`, `"a b"` or `a.b`, and the spaces behind it.
    private mutating func readKey() throws(TOMLFault) -> ArraySlice<Located<String>> {
        var names: [Located<String>] = []
        while true {
            skipSpace(overLines: false)
            let place = position
            if byte == "\"" || byte == "'" {
                names.append(Located(try readString(), place))
            } else {
                let start = index
                while let byte, byte.isASCIILetter || byte.isASCIIDigit || byte == "_" || byte == "-" { index += 1 }
                guard index > start else { throw TOMLFault(what: "a key must be a word or quoted") }
                names.append(Located(String(decoding: bytes[start..<index], as: UTF8.self), place))
            }
            skipSpace(overLines: false)
            guard byte == "." else { return names[...] }
            index += 1
        }
    }

    private mutating func readValue(depth: Int) throws(TOMLFault) -> YAMLNode {
        guard depth <= YAMLLimit.depth else { throw TOMLFault(what: "values are nested too deep") }
        let place = position
        switch byte {
        case "\"", "'": return YAMLNode(content: .scalar(try readString(), quoted: true), position: place)
        case "[":
            index += 1
            var elements: [YAMLNode] = []
            skipSpace(overLines: true)
            while byte != "]" {
                elements.append(try readValue(depth: depth + 1))
                skipSpace(overLines: true)
                if byte == "," { index += 1 } else if byte != "]" { throw TOMLFault(what: "a list is not closed") }
                skipSpace(overLines: true)
            }
            index += 1
            return YAMLNode(content: .sequence(elements), position: place)
        case "{":
            index += 1
            let table = TOMLTable()
            skipSpace(overLines: true)
            while byte != "}" {
                try readEntry(into: table, depth: depth + 1)
                skipSpace(overLines: true)
                if byte == "," { index += 1 } else if byte != "}" { throw TOMLFault(what: "a table is not closed") }
                skipSpace(overLines: true)
            }
            index += 1
            return table.node(at: place)
        default:
            let start = index
            while let byte, byte != "\n", byte != "\r", byte != ",", byte != "]", byte != "}", byte != "#" {
                index += 1
            }
            var last = index
            while last > start, bytes[last - 1].isASCIISpace { last -= 1 }
            let text = String(decoding: bytes[start..<last], as: UTF8.self)
            guard text.utf8.first.map({ $0.isASCIIDigit || "+-tfin".utf8.contains($0) }) == true else {
                index = start
                throw TOMLFault(what: "a text must stand in quotes")
            }
            return YAMLNode(content: .scalar(text, quoted: false), position: place)
        }
    }

    /// A text in one or three quotes of either kind.
    private mutating func readString() throws(TOMLFault) -> String {
        let quote = bytes[index]
        let isLong = index + 2 < end && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        if isLong, byte == "\r" { index += 1 }
        if isLong, byte == "\n" { index += 1 }
        var text: [UInt8] = []
        while let byte {
            if byte == quote {
                let isEnd = !isLong || index + 2 < end && bytes[index + 1] == quote && bytes[index + 2] == quote
                if isEnd {
                    index += isLong ? 3 : 1
                    return String(decoding: text, as: UTF8.self)
                }
            } else if byte == "\\", quote == "\"" {
                try readEscape(into: &text)
                continue
            } else if !isLong, byte == "\n" || byte == "\r" {
                break
            }
            text.append(byte)
            index += 1
        }
        throw TOMLFault(what: "a quoted text is not closed")
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(TOMLFault) {
        index += 1
        guard let sign = byte else { return }
        index += 1
        switch sign {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "r": text.append("\r")
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "\"", "\\": text.append(sign)
        case "u", "U":
            let count = sign == "u" ? 4 : 8
            let digits = String(decoding: bytes[index..<min(end, index + count)], as: UTF8.self)
            guard digits.utf8.count == count, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code)
            else { throw TOMLFault(what: "the escape \\\(Character(Unicode.Scalar(sign))) names no character") }
            text += Array(String(Character(scalar)).utf8)
            index += count
        case "\n", "\r", " ", "\t": while let byte, byte.isASCIISpace { _ = byte; index += 1 }
        default: throw TOMLFault(what: "'\\\(Character(Unicode.Scalar(sign)))' is no escape")
        }
    }

    /// Skips spaces and comments, and with `overLines` the ends of lines.
    private mutating func skipSpace(overLines: Bool) {
        while let byte {
            if byte == "#" {
                while let byte = self.byte, byte != "\n", byte != "\r" { _ = byte; index += 1 }
            } else if byte == " " || byte == "\t" || overLines && (byte == "\n" || byte == "\r") {
                index += 1
            } else {
                return
            }
        }
    }
}
