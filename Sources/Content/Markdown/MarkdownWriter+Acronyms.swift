// Acronyms that the text itself explains: "work breakdown structure (WBS)", "WBS (work breakdown structure)", and
// `<abbr title="work breakdown structure">WBS</abbr>`.

import UTF8Text
import Words

extension MarkdownWriter {
    /// Notes what may be an explanation in a run of text; its words may stand in other runs of the same block.
    mutating func noteBrackets(in text: ArraySlice<UInt8>) {
        if let element = openElements.last, element.name == "abbr", element.hasTitle,
            let acronym = acronym(text)
        {
            page.definedAcronyms.append(acronym)
        }
        if !mayDefineAcronym, text.contains("(") { mayDefineAcronym = true }
    }

    /// Reads the explanations in a block of text that is complete.
    mutating func noteDefinitions(in node: MarkdownNode) {
        guard mayDefineAcronym else { return }
        mayDefineAcronym = false
        let text = node.plainBytes
        var before = text.prefix(0)
        for part in text.split(separator: "(", omittingEmptySubsequences: false) {
            // `part` starts in the bracket that `before` ends at.
            let inside = part.prefix { $0 != ")" && $0 != "]" && $0 != "," && $0 != ";" }
            if let acronym = acronym(inside) {
                if wordCount(behind: acronym, atEndOf: String(string(before).suffix(200)).wordParts) != nil {
                    page.definedAcronyms.append(acronym)
                }
            } else if let acronym = acronym(before.lastWord),
                isAcronym(acronym, of: String(string(inside).prefix(200)).wordParts)
            {
                page.definedAcronyms.append(acronym)
            }
            before = part
        }
    }

    private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
    /// What stands behind the last space but those at the end.
    fileprivate var lastWord: ArraySlice<UInt8> {
        guard let last = lastIndex(where: { $0 != " " }) else { return self[endIndex...] }
        return self[...last].suffix(while: { $0 != " " })
    }

    private func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !isPart($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}

/// The capitals of a text that is nothing but an acronym, with or without the "s" of a plural.
private func acronym(_ text: ArraySlice<UInt8>) -> String? {
    var text = text.drop(while: \.isASCIISpace)
    while text.last?.isASCIISpace == true { text.removeLast() }
    if text.last == "s" { text.removeLast() }
    guard (2...6).contains(text.count), text.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return String(decoding: text, as: UTF8.self)
}
