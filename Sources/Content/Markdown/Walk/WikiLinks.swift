// Text, with the links that authors write in double brackets: `[[Page]]`, `[[Page|text]]`; and `[[!word]]`, which is
// plain text that no rule turns into a link.

import UTF8Text

extension PageDraft {
    /// Writes the text of a node.
    /// - Parameter holdsLinks: whether a link may stand in it.
    mutating func writeText(
        _ text: ArraySlice<UInt8>, of node: MarkdownNode, as place: TextPlace, holdsLinks: Bool
    ) {
        var rest = text
        while holdsLinks, let open = rest.firstPair("[") {
            guard let link = WikiLink(at: rest[open...]) else {
                if writeLinkOverLineEnd(startingAt: rest[open...], of: node, behind: rest[..<open], as: place) {
                    return
                }
                reportOpenLink(rest[open...])
                break
            }
            if hasBackslash(before: link.opening) {
                writeWords(rest[..<link.end], as: place)
            } else if rest[..<open].last == "!", !link.isEscaped,
                places.peek(([UInt8]("\\!".utf8) + link.opening)[...]) == nil
            {
                writeWords(rest[..<(open - 1)], as: place)
                writeEmbedded(link, of: node)
            } else {
                writeWords(rest[..<open], as: place)
                if link.isEscaped { writeWords(link.target, as: .escaped) } else { write(link, of: node) }
            }
            rest = rest[link.end...]
        }
        writeWords(rest, as: place)
    }

    /// Whether the author says that brackets are just brackets: `\\[\\[text\\]\\]`.
    private mutating func hasBackslash(before opening: ArraySlice<UInt8>) -> Bool {
        guard places.peek(opening) == nil else { return false }
        let target = opening.dropFirst(2)
        return ["\\[\\[", "\\[[", "[\\["].contains { places.peek((Array($0.utf8) + target)[...]) != nil }
    }

    /// Writes a link in whose name or text a line ends, which counts as a space.
    private mutating func writeLinkOverLineEnd(
        startingAt start: ArraySlice<UInt8>, of node: MarkdownNode, behind words: ArraySlice<UInt8>, as place: TextPlace
    ) -> Bool {
        guard let lineEnd = node.next, lineEnd.kind == .softBreak, let next = lineEnd.next, next.kind == .text,
            let link = WikiLink(at: (Array(start) + [UInt8](" ".utf8) + next.literal)[...]), !link.isEscaped,
            link.end > start.count + 1
        else { return false }
        writeWords(words, as: place)
        write(link, openingWith: link.opening.count > start.count ? start : link.opening, of: node)
        takenLineEnd = lineEnd
        takenStart = (next, link.end - start.count - 1)
        return true
    }

    private mutating func reportOpenLink(_ rest: ArraySlice<UInt8>) {
        let name = rest.dropFirst(2)
        guard let first = name.first, !first.isASCIISpace, first != "[", let position = places.peek(rest.prefix(40))
        else {
            return
        }
        log.report(
            .shownRaw, at: position, "the link '[[' is never closed; it is shown as it is typed",
            help: "write ]] behind the name of the page")
    }

    /// Writes `![[target|words]]`.
    private mutating func writeEmbedded(_ link: WikiLink, of node: MarkdownNode) {
        let place = places.peek(link.opening) ?? places.start(of: node)
        let target = String(decoding: link.target, as: UTF8.self).trimmed
        if writeEmbeddedImage(target, words: link.text, at: place) {
            _ = places.find(link.opening)
        } else {
            noteEmbeddedPage(at: place)
            write(link, of: node)
        }
    }

    private mutating func write(
        _ link: WikiLink, openingWith opening: ArraySlice<UInt8>? = nil, of node: MarkdownNode
    ) {
        let place = places.find(opening ?? link.opening) ?? places.start(of: node)
        let target = String(decoding: link.target, as: UTF8.self).trimmed
        guard let reference = addReference(.wiki, to: target, at: place) else { return }
        html.addHole(.linkStart, reference)
        if let text = link.text {
            checkText(String(decoding: text, as: UTF8.self), ofLink: reference)
            writeWords(text, as: .link)
        } else {
            html.addHole(.linkText, reference)
            noteWords(Array("\u{FFFC}".utf8)[...], as: .targetTitle, at: place)
        }
        html.addHole(.linkEnd, reference)
    }
}

private struct WikiLink {
    /// As written, from the brackets to the end of the target.
    let opening: ArraySlice<UInt8>
    let target: ArraySlice<UInt8>
    /// What the author wants to stand for the title of the target.
    let text: ArraySlice<UInt8>?
    let isEscaped: Bool
    /// Where the text goes on.
    let end: Int

    /// Reads a link at the start of `text`, where `[[` stands.
    init?(at text: ArraySlice<UInt8>) {
        let inside = text.dropFirst(2)
        guard let close = inside.firstPair("]"), close > inside.startIndex, !inside[..<close].contains("["),
            close - inside.startIndex <= 300
        else { return nil }
        let content = inside[..<close]
        end = close + 2
        isEscaped = content.first == "!"
        if isEscaped {
            target = content.dropFirst()
            self.text = nil
        } else {
            let bar = content.firstIndex(of: "|")
            target = content[..<(bar ?? content.endIndex)]
            self.text = bar.flatMap { $0 + 1 < content.endIndex ? content[($0 + 1)...] : nil }
        }
        opening = text[..<target.endIndex]
    }
}

extension ArraySlice<UInt8> {
    /// Where a byte stands twice in a row.
    fileprivate func firstPair(_ byte: UInt8) -> Int? {
        var index = startIndex
        while let found = self[index...].firstIndex(of: byte) {
            if found + 1 < endIndex, self[found + 1] == byte { return found }
            index = found + 1
        }
        return nil
    }
}
