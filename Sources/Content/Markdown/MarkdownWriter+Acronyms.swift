// Acronyms that the text itself explains: "work breakdown structure (WBS)", "WBS (work breakdown structure)", and
// `<abbr title="work breakdown structure">WBS</abbr>`.

import UTF8Text

extension MarkdownWriter {
    /// Notes what may be an explanation in a run of text; its words may stand in other runs of the same block.
    mutating func noteBrackets(in text: ArraySlice<UInt8>) {
        if let element = openElements.last, element.name == "abbr", element.hasTitle,
            let acronym = acronym(String(decoding: text, as: UTF8.self))
        {
            page.definedAcronyms.append(acronym)
        }
        if !mayDefineAcronym, text.contains("(") { mayDefineAcronym = true }
    }

    /// Reads the explanations in a block of text that is complete.
    mutating func noteDefinitions(in node: MarkdownNode) {
        guard mayDefineAcronym else { return }
        mayDefineAcronym = false
        var before: Substring = ""
        for part in node.plainText.split(separator: "(", omittingEmptySubsequences: false) {
            // `part` starts in the bracket that `before` ends at.
            let inside = part.prefix { !")],;".contains($0) }
            if let acronym = acronym(String(inside)) {
                if wordCount(behind: acronym, atEndOf: String(before.suffix(200)).wordParts) != nil {
                    page.definedAcronyms.append(acronym)
                }
            } else if let last = before.split(separator: " ").last, let acronym = acronym(String(last)),
                isAcronym(acronym, of: String(inside.prefix(200)).wordParts)
            {
                page.definedAcronyms.append(acronym)
            }
            before = part
        }
    }
}

/// The capitals of a text that is nothing but an acronym, with or without the "s" of a plural.
private func acronym(_ text: String) -> String? {
    var text = text.trimmed
    if text.hasSuffix("s") { text.removeLast() }
    guard (2...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return text
}
