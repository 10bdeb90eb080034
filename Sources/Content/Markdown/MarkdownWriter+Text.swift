// Text, with the links that authors write in double brackets, and the words in capitals that may need a definition.

import UTF8Text

extension MarkdownWriter {
    mutating func writeText(_ node: MarkdownNode) {
        var text = node.literal[...]
        if let trimmed, trimmed.node == node { text = text.dropLast(trimmed.count) }
        if let marker = alertMarker(node), alertTitle != nil { text = text.dropFirst(marker) }
        noteAcronyms(text, in: node)
        noteBrackets(in: text)
        while let open = firstPair("[", in: text), !isInsideLink, let wiki = wikiLink(text[open...]) {
            writeWords(text[..<open], as: place)
            writeWikiLink(wiki.content, at: node)
            text = text[wiki.end...]
        }
        writeWords(text, as: place)
    }

    mutating func writeLineEnd(_ node: MarkdownNode) {
        guard let quote = alertTitle, node.parent?.parent == quote else {
            if node.kind == .softBreak { return writeSoftBreak() }
            noteGap()
            return html("<br>\n")
        }
        noteGap()
        // The first line of an alert is its title; the paragraph goes on behind it.
        html("</p>\n<p>")
        alertTitle = nil
    }

    private func firstPair(_ byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        while let found = text[index...].firstIndex(of: byte) {
            if found + 1 < text.endIndex, text[found + 1] == byte { return found }
            index = found + 1
        }
        return nil
    }

    /// What stands between `[[` and `]]` at the start of `text`, and where the text goes on.
    private func wikiLink(_ text: ArraySlice<UInt8>) -> (content: ArraySlice<UInt8>, end: Int)? {
        let inside = text.dropFirst(2)
        guard let close = firstPair("]", in: inside), close > inside.startIndex,
            !inside[..<close].contains("["), close - inside.startIndex <= 300
        else { return nil }
        return (inside[..<close], close + 2)
    }

    private mutating func writeWikiLink(_ content: ArraySlice<UInt8>, at node: MarkdownNode) {
        // `[[!PMO]]` prints plain text that no rule turns into a link.
        if content.first == "!" { return writeWords(content.dropFirst(), as: .escaped) }
        let bar = content.firstIndex(of: "|")
        let written = String(decoding: content[..<(bar ?? content.endIndex)], as: UTF8.self)
        let target = written.trimmed
        let place = places.find([Spelling(text: "[[" + written)]) ?? places.start(of: node)
        page.references.append(
            Reference(kind: .wiki, target: target, position: place, textOffset: page.text.bytes.count))
        let reference = page.references.count - 1
        hole(.linkStart, reference)
        if let bar, bar + 1 < content.endIndex {
            let text = content[(bar + 1)...]
            checkLinkText(String(decoding: text, as: UTF8.self), ofLink: reference)
            writeWords(text, as: .link)
        } else {
            hole(.linkText, reference)
            noteWords(Array("\u{FFFC}".utf8)[...], as: .targetTitle, at: place)
        }
        hole(.linkEnd, reference)
    }

    // MARK: Acronyms

    private mutating func noteAcronyms(_ text: ArraySlice<UInt8>, in node: MarkdownNode) {
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isWordByte else {
                index += 1
                continue
            }
            let start = index
            var capitals = 0
            while index < text.endIndex, text[index].isWordByte {
                if (0x41...0x5A).contains(text[index]) { capitals += 1 }
                index += 1
            }
            guard (2...6).contains(capitals), capitals == index - start else { continue }
            let word = String(decoding: text[start..<index], as: UTF8.self)
            guard seenAcronyms.insert(word).inserted else { continue }
            let place = places.findWord(Array(word.utf8)) ?? places.start(of: node)
            page.acronyms.append(Acronym(text: word, position: place))
        }
    }
}

extension String {
    /// Without the spaces at both ends.
    var trimmed: String {
        let bytes = utf8.drop { $0.isASCIISpace }
        let end = bytes.lastIndex { !$0.isASCIISpace }.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(bytes[..<end]) ?? self
    }
}
