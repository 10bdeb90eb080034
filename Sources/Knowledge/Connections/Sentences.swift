// The sentence around a mention, for readers who want to know why a page is linked.

import Content
import UTF8Text

/// A sentence and the words in it that are meant.
package struct Sentence: Sendable, Equatable {
    package let before: String
    package let words: String
    package let after: String
}

/// How long a sentence may be on either side of the words that it is shown for, in bytes.
private let longestSide = 160

extension Handbook {
    /// The sentence that holds the mention, without any markup; a long one is cut at the ends of words.
    package func sentence(of mention: Mention) -> Sentence {
        let page = self[mention.from]
        let text = page.parsed.markdown.text
        guard let block = text.block(at: min(mention.text.lowerBound, max(0, text.bytes.count - 1))) else {
            return Sentence(before: "", words: "", after: "")
        }
        let whole = text.range(ofBlock: block)
        let words = mention.text.clamped(to: whole)
        // What is cut anyway need not be looked at.
        let first = max(whole.lowerBound, words.lowerBound - longestSide - 1)
        let last = min(whole.upperBound, words.upperBound + longestSide + 1)
        var start = sentenceStart(before: words.lowerBound, in: text.bytes, from: first)
        var end = sentenceEnd(after: words.upperBound, in: text.bytes, to: last)
        let isCutBefore = words.lowerBound - start > longestSide
        let isCutAfter = end - words.upperBound > longestSide
        if isCutBefore { start = text.bytes.wordStart(from: words.lowerBound - longestSide, to: words.lowerBound) }
        if isCutAfter { end = text.bytes.wordEnd(from: words.upperBound, to: words.upperBound + longestSide) }
        let before = plainText(of: page, in: start..<words.lowerBound)
        let after = plainText(of: page, in: words.upperBound..<end)
        return Sentence(
            before: (isCutBefore ? "… " : "") + Substring(before.utf8.drop { $0 == " " }),
            words: plainText(of: page, in: words),
            after: after.trimmedAtEnd + (isCutAfter ? " …" : ""))
    }

    /// The words of a page between two places of its text, links without words by the titles of their targets.
    package func plainText(of page: Page, in range: Range<Int>) -> String {
        let text = page.parsed.markdown.text
        let markdown = page.parsed.markdown
        var result: [UInt8] = []
        guard !range.isEmpty, var run = text.run(at: range.lowerBound) else { return "" }
        while run < text.runs.count, text.runs[run].start < range.upperBound {
            let part = text.range(ofRun: run).clamped(to: range)
            switch text.runs[run].place {
            case .image: break
            case .targetTitle:
                if let reference = markdown.reference(at: text.runs[run].start) {
                    result.appendOnOneLine(Array(linkText(of: reference, on: page).utf8)[...])
                }
                let isWhole = part.lowerBound == text.runs[run].start
                result.appendOnOneLine(text.bytes[part].dropFirst(isWhole ? 3 : 0))
            default: result.appendOnOneLine(text.bytes[part])
            }
            run += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The words of a link that has none of its own: the name that its author wrote; for a path, a slug or a heading, the
    /// title of the page, or of the heading or term that it leads to.
    package func linkText(of reference: Int, on page: Page) -> String {
        guard case .page(let id, let fragment) = links[page.id.index][reference] else {
            return page.parsed.markdown.references[reference].target
        }
        return page.parsed.markdown.references[reference].nameToShow(for: self[id]) ?? title(of: id, fragment: fragment)
    }

    /// What readers know a place by: the heading or term, else the page.
    package func title(of id: PageID, fragment: String?) -> String {
        let target = self[id]
        guard let fragment else { return target.title }
        if let heading = target.parsed.markdown.outline.first(where: { $0.id == fragment }) { return heading.text }
        if target.kind == .glossary, let entry = vocabulary.term(withID: fragment) {
            return entry.term.name.value
        }
        return target.title
    }
}

extension Reference {
    /// The name in `[[name]]`, unless it is rather an address: a path, a slug, a heading, the file of a start page.
    fileprivate func nameToShow(for target: Page) -> String? {
        guard kind == .wiki, !self.target.utf8.contains(where: { "#/".utf8.contains($0) }), !isMarkdown(self.target)
        else {
            return nil
        }
        let name = self.target.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isSlug =
            name.utf8.contains { "-_".utf8.contains($0) } && name == name.lowercased() && !name.utf8.contains(" ")
        let isStart = ["index", "readme", "home"].contains(nameKey(name)) && target.folderOpened != nil
        return isSlug || isStart || name == target.slugAsIdentifier ? nil : name
    }
}

extension Page {
    /// Its slug, where authors know it as such: it is declared, or the page has a type, which pages are related by.
    fileprivate var slugAsIdentifier: String? { isMadeUp || type != .page ? slug : parsed.header.slug?.value }
}

extension ParsedMarkdown {
    /// The link without words whose place in the text is `offset`.
    fileprivate func reference(at offset: Int) -> Int? {
        // They stand in the order of the text.
        var low = 0
        var high = references.count
        while low < high {
            let middle = (low + high) / 2
            if references[middle].textOffset <= offset { low = middle + 1 } else { high = middle }
        }
        return references[..<low].indices.reversed().prefix { references[$0].textOffset == offset }
            .first { references[$0].kind == .wiki }
    }
}

// MARK: Ends of sentences

/// Words whose full stop ends no sentence.
private let abbreviations: Set<String> = [
    "e.g", "i.e", "eg", "ie", "vs", "etc", "cf", "no", "fig", "mr", "mrs", "ms", "dr", "approx", "incl", "z.b", "bzw",
]

private func sentenceStart(before offset: Int, in bytes: [UInt8], from start: Int) -> Int {
    var index = offset
    while index > start {
        if isSentenceEnd(at: index - 1, in: bytes, from: start, to: offset) { return index }
        index -= 1
    }
    return start
}

private func sentenceEnd(after offset: Int, in bytes: [UInt8], to end: Int) -> Int {
    var index = offset
    while index < end {
        if isSentenceEnd(at: index, in: bytes, from: 0, to: end) { return index + 1 }
        index += 1
    }
    return end
}

/// Whether the byte at `index` is the last of a sentence: a final mark before a space, or 。！？ whose last byte it is.
private func isSentenceEnd(at index: Int, in bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    switch bytes[index] {
    case "!", "?": return index + 1 >= end || bytes[index + 1] == " "
    case ".":
        guard index + 1 < end, bytes[index + 1] == " " else { return false }
        let word = bytes[start..<index].suffix(6).split(whereSeparator: { $0 == " " || $0 == "(" }).last ?? []
        return !abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
    case 0x82: return index >= 2 && bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
    case 0x81, 0x9F: return index >= 2 && bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBC
    default: return false
    }
}

extension [UInt8] {
    /// Appends text as readers see it on one line. A tab parts the cells of a row.
    fileprivate mutating func appendOnOneLine(_ text: ArraySlice<UInt8>) {
        guard text.contains(where: { $0 == "\t" || $0 == "\n" }) else { return append(contentsOf: text) }
        for byte in text {
            switch byte {
            case "\t": write(" · ")
            case "\n": append(" ")
            default: append(byte)
            }
        }
    }

    /// The first start of a word, or at least of a character, from `start` on.
    fileprivate func wordStart(from start: Int, to end: Int) -> Int {
        if let space = self[start..<end].firstIndex(of: " ") { return space + 1 }
        return self[start..<end].firstIndex { $0 & 0xC0 != 0x80 } ?? end
    }

    fileprivate func wordEnd(from start: Int, to end: Int) -> Int {
        if let space = self[start..<end].lastIndex(of: " ") { return space }
        return self[start..<end].lastIndex { $0 & 0xC0 != 0x80 } ?? start
    }
}

extension String {
    fileprivate var trimmedAtEnd: Substring {
        Substring(utf8[..<(utf8.lastIndex { $0 != " " }.map { utf8.index(after: $0) } ?? startIndex)])
    }
}
