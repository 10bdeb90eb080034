// The string literals of Swift source, for tests that look for words in them.

struct SwiftLiteral {
    let line: Int
    /// What it says; an object replacement character stands for each value in it.
    let text: String
    /// The source around it.
    let before: Substring
    let after: Substring
}

/// The literals in `source`, those inside of values too. Comments hold none.
func swiftLiterals(in source: String) -> [SwiftLiteral] {
    var reader = LiteralReader(source)
    reader.readCode()
    return reader.literals
}

private struct LiteralReader {
    private let source: String
    private var place: String.Index
    private var line = 1
    private(set) var literals: [SwiftLiteral] = []

    init(_ source: String) {
        self.source = source
        place = source.startIndex
    }

    private mutating func next() -> Character? {
        guard place < source.endIndex else { return nil }
        defer { place = source.index(after: place) }
        if source[place] == "\n" { line += 1 }
        return source[place]
    }

    /// To the end, or to the parenthesis that closes a value in a literal.
    mutating func readCode() {
        var depth = 0
        while let character = next() {
            switch character {
            case "/" where source[place...].hasPrefix("/"):
                while place < source.endIndex, source[place] != "\n" { place = source.index(after: place) }
            case "\"": readLiteral()
            case "(": depth += 1
            case ")":
                if depth == 0 { return }
                depth -= 1
            default: break
            }
        }
    }

    private mutating func readLiteral() {
        let start = source.index(before: place)
        let line = line
        var text = ""
        while let character = next(), character != "\"" {
            guard character == "\\" else {
                text.append(character)
                continue
            }
            switch next() {
            case "(":
                readCode()
                text.append("\u{FFFC}")
            case "n": text.append("\n")
            case let escaped?: text.append(escaped)
            case nil: break
            }
        }
        literals.append(
            SwiftLiteral(
                line: line, text: text, before: source[..<start].suffix(12), after: source[place...].prefix(3)))
    }
}
