// What looks like markup and is none: readers see brackets, signs and bars where the author meant a link, a heading, a list
// or a table. Nothing that is escaped is reported: it stands in the file in another way than on the page.

import UTF8Text

extension PageDraft {
    /// Reports marks in the text of a node that show as they are typed.
    mutating func reportWhatShowsRaw(in text: ArraySlice<UInt8>, of node: MarkdownNode) {
        if let first = text.first, first == "#" || first >= 0x80 { reportRawStart(of: text, node) }
        guard let mark = text.span.firstMark else { return }
        var place = text.startIndex + mark
        while place < text.endIndex {
            guard let next = text[place...].firstIndex(where: \.mayShowRaw) else { return }
            place = next + 1
            let rest = text[next...]
            switch text[next] {
            case "]": reportRawLink(closedAt: rest, in: text, of: node)
            case ")":
                guard rest.starts(with: ")[".utf8), let close = rest.firstIndex(of: "]"),
                    let open = text[..<next].lastIndex(of: "("), rest[(next + 2)..<close].looksLikeAddress
                else { continue }
                let (words, target) = (text[(open + 1)..<next], rest[(next + 2)..<close])
                report(
                    text[open...close], "the brackets of a link are reversed",
                    "write [\(words.string)](\(target.string))", node)
            case "<" where rest.starts(with: "<!--".utf8):
                report(rest.prefix(12), "the comment is never closed", "write --> where it ends", node, as: .unclosed)
            case 0..<0x20, 0x7F:
                guard !text[next].isASCIISpace || text[next] == 0x0B || text[next] == 0x0C else { continue }
                report(
                    text[next...next], "a control character, \(text[next]), stands in the text",
                    "remove it; it was pasted from another program", node)
            default: continue
            }
        }
    }

    /// - Parameter rest: from a `]` on.
    private mutating func reportRawLink(
        closedAt rest: ArraySlice<UInt8>, in text: ArraySlice<UInt8>, of node: MarkdownNode
    ) {
        let close = rest.startIndex
        guard let open = text[..<close].lastIndex(of: "["), close > open else { return }
        let words = text[(open + 1)..<close]
        if words.first == "^", words.count > 1, !words.contains(where: \.isASCIISpace) {
            let label = words.dropFirst().string
            return report(
                text[open...close], "there is no footnote '\(label)'",
                "write '[^\(label)]: its text' on a line of its own",
                node, as: .footnote)
        }
        switch rest.dropFirst().first {
        case "[":
            guard let end = rest.dropFirst(2).firstIndex(of: "]"), words.contains(where: \.isASCIILetter) else {
                return
            }
            let name = rest.dropFirst(2)[..<end]
            // `matrix[i][j]` and `[a][b][c]` are no links.
            let before = open > text.startIndex ? text[open - 1] : 0
            let behind = end + 1 < text.endIndex ? text[end + 1] : 0
            guard name.count < 100, !name.contains("["), behind != "[", before != "]", !before.isASCIILetter,
                !before.isASCIIDigit
            else { return }
            let label = name.isEmpty ? words.string : name.string
            report(
                text[open...end], "no address is given for '[\(label)]', so this is no link",
                "write [\(words.string)](address), or '[\(label)]: address' on a line of its own", node)
        case "(":
            let address = rest.dropFirst(2).prefix { $0 != ")" }
            let isClosed = address.endIndex < rest.endIndex
            if address.isEmpty, !isClosed, let next = node.next, next.kind == .link {
                return report(
                    text[open...], "the address has a space in it, so only a part of it is a link",
                    "write %20 for the space", node)
            }
            guard !address.isEmpty, isClosed || address.looksLikeAddress else { return }
            report(
                text[open..<min(address.endIndex + 1, text.endIndex)],
                isClosed ? "the address has a space or a sign in it, so this is no link" : "the link is never closed",
                isClosed ? "write [\(words.string)](<\(address.string)>)" : "write ) behind the address", node)
        case " ":
            let address = rest.dropFirst(3).prefix { $0 != ")" }
            guard rest.dropFirst(2).first == "(", address.endIndex < rest.endIndex, address.looksLikeAddress else {
                return
            }
            report(
                text[open...address.endIndex], "a space parts the text of a link from its address",
                "write [\(words.string)](\(address.string))", node)
        default: return
        }
    }

    /// Headings and items that a line starts with and that are none.
    private mutating func reportRawStart(of text: ArraySlice<UInt8>, _ node: MarkdownNode) {
        guard let parent = node.parent, parent.kind == .paragraph else { return }
        let startsParagraph = node.previous == nil
        if text.first == "#" {
            guard startsParagraph || node.previous?.kind == .softBreak else { return }
            let words = text.drop { $0 == "#" }
            let level = text.count - words.count
            guard level <= 6, let first = words.first, first.isASCIILetter || first >= 0x80 else { return }
            // `#word` alone is a tag in many tools, `#12` a number.
            let isHeading = level > 1 || startsParagraph && words.contains(" ") && !words.contains("#")
            guard isHeading, level > 1 || node.next == nil || node.next?.kind == .softBreak else { return }
            let marks = String(repeating: "#", count: level)
            return report(
                text.prefix(40), "no space stands behind '\(marks)', so this is no heading",
                "write '\(marks) \(words.prefix(60).string)'", node)
        }
        guard startsParagraph, let bullet = bullets.first(where: { text.starts(with: $0.utf8) }) else { return }
        if bullet == "– " {
            // One alone may say who is quoted.
            guard let next = node.next, next.kind == .softBreak, next.next?.literal.starts(with: bullet.utf8) == true
            else {
                return
            }
        }
        report(
            text.prefix(40), "'\(bullet.trimmed)' starts no list; the items run into one paragraph",
            "write '- ' before each item", node)
    }

    private mutating func report(
        _ source: ArraySlice<UInt8>, _ message: String, _ help: String, _ node: MarkdownNode, as rule: Rule = .shownRaw
    ) {
        guard let position = places.peek(source) else { return }
        log.report(rule, at: position, message + (rule == .shownRaw ? "" : "; it is shown as it is typed"), help: help)
    }

    // MARK: Blocks

    /// Reports a paragraph that is rows of a table without the line that makes it one.
    mutating func reportTableWithoutHead(_ paragraph: MarkdownNode) {
        guard let text = paragraph.firstChild, text.kind == .text, text.literal.first == "|" else { return }
        let (first, last) = (places.start(of: paragraph).line, places.lastLine(of: paragraph))
        guard last > first, [first, first + 1].allSatisfy({ cellCount(ofRow: places.source(ofLine: $0)) > 1 }),
            places.source(ofLine: first).drop(while: { $0 == " " || $0 == ">" }).first == "|"
        else { return }
        let count = cellCount(ofRow: places.source(ofLine: first))
        log.report(
            .tableShape, at: SourcePosition(line: first, column: 1),
            "this is no table: its bars are shown as they are typed",
            help: "write \(String(repeating: "|---", count: min(count, 20)))| below the first row")
    }

    /// Reports cells that the library leaves out, because no column of the head is above them.
    mutating func reportCellsBeyondHead(_ row: MarkdownNode, columns: Int) {
        let line = places.start(of: row).line
        let source = places.source(ofLine: line)
        let count = cellCount(ofRow: source)
        guard count > columns, columns > 0 else { return }
        log.report(
            .tableShape, at: SourcePosition(line: line, column: 1),
            "the row has \(count) cells, but the head of the table \(columns): the rest is left out",
            help: "add columns to the head, or write \\| for a bar that parts no cells")
    }

    /// Reports a block of code that goes on to the end because nothing closes it.
    mutating func reportOpenFence(_ node: MarkdownNode) {
        guard node.isFenced else { return }
        let (first, last) = (places.start(of: node).line, places.lastLine(of: node))
        guard let fence = fenceRun(ofLine: first) else { return }
        if last > first, let end = fenceRun(ofLine: last), end.byte == fence.byte, end.count >= fence.count { return }
        log.report(
            .unclosed, at: SourcePosition(line: first, column: 1),
            "the block of code is never closed: all that follows is part of it",
            help:
                "write \(String(repeating: String(UnicodeScalar(fence.byte)), count: fence.count)) where the code ends")
    }

    private func fenceRun(ofLine line: Int) -> (byte: UInt8, count: Int)? {
        let marks = places.source(ofLine: line).drop {
            $0 == " " || $0 == "\t" || $0 == ">" || $0 == "-" || $0 == "*" || $0 == "+" || $0 == "." || $0.isASCIIDigit
        }
        guard let byte = marks.first, byte == "`" || byte == "~" else { return nil }
        let count = marks.prefix { $0 == byte }.count
        return count < 3 ? nil : (byte, count)
    }
}

private let bullets = ["• ", "•\t", "•\u{A0}", "· ", "‣ ", "▪ ", "● ", "◦ ", "– "]

extension Span<UInt8> {
    /// Nearly every text has none: this is all that most of them cost.
    fileprivate var firstMark: Int? {
        var index = 0
        while index < count {
            if self[index].mayShowRaw { return index }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var mayShowRaw: Bool { self == "]" || self == ")" || self == "<" || self < 0x20 || self == 0x7F }
}

extension ArraySlice<UInt8> {
    fileprivate var string: String { String(decoding: self, as: UTF8.self) }

    /// Whether something between brackets leads somewhere: a file, a path, an address, a place on the page.
    fileprivate var looksLikeAddress: Bool {
        guard !isEmpty, !contains(where: \.isASCIISpace) else { return false }
        let text = string
        return first == "#" && count > 1 || text.contains("://") || text.hasPrefix("mailto:") || text.hasPrefix("./")
            || text.hasPrefix("../") || text.hasPrefix("/") && count > 1
            || [".md", ".html", ".htm", ".pdf", ".png", ".jpg", ".docx", ".xlsx", ".csv"].contains(
                where: text.lowercased().hasSuffix)
    }
}
