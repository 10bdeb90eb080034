// A text with some of its parts replaced. Nothing is copied until something differs.

import UTF8Text

struct TextEdits {
    private let text: ArraySlice<UInt8>
    private var written: [UInt8] = []
    /// What stands before it in the text is written.
    private var copied: Int

    init(of text: ArraySlice<UInt8>) {
        self.text = text
        copied = text.startIndex
    }

    /// Replaces a part that does not start before the end of the last one.
    mutating func replace(_ range: Range<Int>, with replacement: some Collection<UInt8>) {
        precondition(range.lowerBound >= copied)
        written += text[copied..<range.lowerBound]
        written += replacement
        copied = range.upperBound
    }

    /// The text with its replacements; `nil` when there are none.
    var result: [UInt8]? { copied == text.startIndex && written.isEmpty ? nil : written + text[copied...] }
}

// MARK: Lines

extension UInt8 {
    var isSpaceOrTab: Bool { self == " " || self == "\t" }
}

extension ArraySlice<UInt8> {
    /// The columns of white space at the start of a line of this text.
    func indent(at line: Range<Int>) -> Int {
        var columns = 0
        for byte in self[line] {
            switch byte {
            case " ": columns += 1
            case "\t": columns += 4 - columns % 4
            default: return columns
            }
        }
        return columns
    }

    /// Where a line goes on behind `columns` of its white space, or behind all of it if there are fewer.
    func skipIndent(_ columns: Int, at line: Range<Int>) -> Int {
        var passed = 0
        var place = line.lowerBound
        while passed < columns, place < line.upperBound, self[place].isSpaceOrTab {
            passed += self[place] == "\t" ? 4 - passed % 4 : 1
            place += 1
        }
        return place
    }

    /// Where the first words behind `end`, the end of a line, start, and how far their line is indented.
    func nextWords(behind end: Int) -> (offset: Int, indent: Int) {
        guard let newline = self[end...].firstIndex(of: "\n") else { return (endIndex, 0) }
        var start = newline + 1
        var place = start
        while place < endIndex, self[place].isASCIISpace {
            if self[place] == "\n" { start = place + 1 }
            place += 1
        }
        return place < endIndex ? (place, indent(at: start..<endIndex)) : (endIndex, 0)
    }

    /// The words of the line behind `end`, the end of a line.
    func line(behind end: Int) -> ArraySlice<UInt8> {
        guard let newline = self[end...].firstIndex(of: "\n") else { return [] }
        return self[(newline + 1)...].prefix { $0 != "\n" }.trimmed
    }

    var trimmedAtEnd: ArraySlice<UInt8> { self[..<((lastIndex { !$0.isASCIISpace } ?? startIndex - 1) + 1)] }

    var trimmed: ArraySlice<UInt8> { drop(while: \.isASCIISpace).trimmedAtEnd }

    /// Whether a line starts an item of a list.
    var startsListItem: Bool {
        let words = drop(while: \.isSpaceOrTab)
        guard let first = words.first else { return false }
        if first.isASCIIDigit {
            let rest = words.drop(while: \.isASCIIDigit)
            return (rest.first == "." || rest.first == ")") && rest.dropFirst().first?.isSpaceOrTab != false
        }
        return (first == "-" || first == "*" || first == "+") && words.dropFirst().first?.isSpaceOrTab != false
    }

    /// Where `needle` stands first.
    func firstRange(of needle: [UInt8]) -> Range<Int>? {
        guard let first = needle.first else { return nil }
        var place = startIndex
        while let found = self[place...].firstIndex(of: first) {
            if self[found...].starts(with: needle) { return found..<found + needle.count }
            place = found + 1
        }
        return nil
    }
}
