// Finds the blocks of a text, from one blank line to the next, that the Markdown library would take forever to parse.
//
// Nearly every block is too small to cost anything and is passed over line by line, with a look at the first byte only.

import UTF8Text

struct SlowBlock {
    let lines: ClosedRange<Int>
    /// What would take so long, as the start of a sentence.
    let reason: String
}

func slowBlocks(of lines: Lines, firstLine: Int) -> [SlowBlock] {
    var search = SlowBlockSearch(lines: lines)
    if firstLine <= lines.count { for line in firstLine...lines.count { search.read(line) } }
    search.endBlock(before: lines.count + 1)
    return search.found
}

private struct SlowBlockSearch {
    /// No smaller block costs anything.
    private static let smallBlock = 2048

    let lines: Lines
    private(set) var found: [SlowBlock] = []
    private var first: Int?
    private var region: OpaqueRegion?
    private var markers = 0
    private var effort = 0
    /// What the uses of long link definitions add to the page.
    private var definedBytes = 0

    init(lines: Lines) { self.lines = lines }

    mutating func read(_ line: Int) {
        let range = lines.range(ofLine: line)
        let bytes = lines.text.span
        var start = range.lowerBound
        while start < range.upperBound, bytes[start].isSpaceOrTab { start += 1 }
        if start == range.upperBound {
            if region == nil { endBlock(before: line) }
            return
        }
        let byte = bytes[start]
        if region != nil || byte == "`" || byte == "~" || byte == "<" || byte == ">" {
            // Code, comments and what stands between the tags of HTML cost nothing, blank lines or not.
            if readRegion(lines.text[start..<range.upperBound], line) { return }
        }
        if byte == ">" || byte == "-" || byte == "*" || byte == "+" {
            markers = max(markers, containerMarkers(lines.text[start..<range.upperBound]))
        }
        if first == nil { first = line }
    }

    /// Whether a line is part of something that is no text.
    private mutating func readRegion(_ line: ArraySlice<UInt8>, _ number: Int) -> Bool {
        let text = line.drop { $0.isSpaceOrTab || $0 == ">" }
        if let open = region {
            if open.isClosed(by: text) { region = nil }
            return true
        }
        guard let opened = OpaqueRegion(opening: text) else { return false }
        endBlock(before: number)
        region = opened
        return true
    }

    mutating func endBlock(before line: Int) {
        defer { (first, markers) = (nil, 0) }
        guard let first, first < line else { return }
        let start = lines.offset(ofLine: first)
        let count = lines.offset(ofLine: line) - start
        if markers > MarkdownLimit.containerMarkers {
            return add(first..<line, "a nest of \(markers) lists and quotes on one line")
        }
        guard count > Self.smallBlock else { return }
        var cost = BlockEffort()
        for number in first..<line { cost.read(lines.text[lines.range(ofLine: number)]) }
        cost.finish()
        if cost.atSigns > MarkdownLimit.atSignsPerLine { return add(first..<line, "a line of \(cost.atSigns) '@'") }
        if let label = cost.longDefinition {
            let uses = lines.text[...].count(of: Array("[".utf8) + label + Array("]".utf8)) - 1
            guard definedBytes + count * uses <= MarkdownLimit.definedBytes else {
                return add(first..<line, "a link definition of \(count) bytes that is used \(uses) times")
            }
            definedBytes += count * uses
        }
        guard effort + cost.units <= MarkdownLimit.effort else { return add(first..<line, cost.reason) }
        effort += cost.units
    }

    private mutating func add(_ block: Range<Int>, _ reason: String) {
        found.append(SlowBlock(lines: block.lowerBound...(block.upperBound - 1), reason: reason))
    }

    /// How many lists and quotes start with a line.
    private func containerMarkers(_ line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isSeparated = true
        var isRule = true
        let first = line.first
        for byte in line {
            switch byte {
            case " ", "\t": isSeparated = true
            case ">":
                count += 1
                isRule = false
            case "-", "*", "+":
                // A run of them is emphasis or a line across the page, not a nest of lists.
                if isSeparated { count += 1 }
                isSeparated = false
                if byte != first { isRule = false }
            default: return count
            }
        }
        return isRule ? 0 : count
    }
}

/// Code in a fence, a comment, or an element whose content is no Markdown: it goes on over blank lines.
private enum OpaqueRegion {
    case fence(UInt8, Int)
    case comment
    case element(String)

    /// - Parameter text: a line behind its indentation and the marks of quotes.
    init?(opening text: ArraySlice<UInt8>) {
        switch text.first {
        case "`", "~":
            let byte = text[text.startIndex]
            let count = text.prefix { $0 == byte }.count
            guard count >= 3, byte == "~" || !text.dropFirst(count).contains("`") else { return nil }
            self = .fence(byte, count)
        case "<":
            if text.starts(with: "<!--".utf8) {
                self = .comment
            } else {
                let name = String(decoding: text.dropFirst().prefix { $0.isASCIILetter }, as: UTF8.self).lowercased()
                guard ["pre", "script", "style"].contains(name) else { return nil }
                self = .element(name)
            }
            if isClosed(by: text) { return nil }
        default: return nil
        }
    }

    func isClosed(by text: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .fence(let byte, let count):
            let run = text.prefix { $0 == byte }
            return run.count >= count && text[run.endIndex...].allSatisfy(\.isASCIISpace)
        case .comment: return text.firstRange(of: Array("-->".utf8)) != nil
        case .element(let name):
            return String(decoding: text, as: UTF8.self).lowercased().contains("</\(name)>")
        }
    }
}

extension ArraySlice<UInt8> {
    /// How often `needle` stands in the text, in small or capital letters.
    fileprivate func count(of needle: [UInt8]) -> Int {
        var count = 0
        var place = startIndex
        while let open = self[place...].firstIndex(of: needle[0]) {
            let candidate = self[open...].prefix(needle.count)
            if candidate.count == needle.count,
                zip(candidate, needle).allSatisfy({ $0.asciiLowercased == $1.asciiLowercased })
            {
                count += 1
            }
            place = open + 1
        }
        return count
    }
}
