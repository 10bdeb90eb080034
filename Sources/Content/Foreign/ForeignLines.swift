// Marks of other tools that a whole line is: lists of contents, which every page of ours has beside it, attributes of the
// block before, GitBook's tabs and cards, JavaScript at the head of an MDX file.

import UTF8Text

extension ForeignMarkup {
    /// What stands in place of a line that is such a mark; `nil` if it is none.
    /// - Parameter words: the line without the white space at its ends.
    mutating func replacementOfLine(_ words: ArraySlice<UInt8>, before lineEnd: Int) -> [UInt8]? {
        switch words.first {
        case "[": return isMarkOfContents(words) ? [] : nil
        case "$": return words.elementsEqual("${toc}".utf8) ? [] : nil
        case "-", "*", "+", "1":
            if words.startsListItem, text.line(behind: lineEnd).starts(with: "{:toc".utf8) { return [] }
            noteLine(words)
            return nil
        case "<", ";", "@":
            noteLine(words)
            return nil
        case "{":
            if let tag = LiquidTag(words) { return replacement(of: tag) }
            guard let attributes = AttributeList(at: words), attributes.end == words.endIndex else { return nil }
            if let id = attributes.id, isBehindHeading { insertBehindHeading(" {#\(id)}") }
            return []
        case "i", "e":
            guard isLineOfModule(words) else { return nil }
            remains.note(.modules, at: place(of: words.startIndex))
            return []
        default: return nil
        }
    }

    private func isMarkOfContents(_ words: ArraySlice<UInt8>) -> Bool {
        guard words.count <= 9 else { return false }
        let name = String(decoding: words, as: UTF8.self).lowercased()
        return name == "[toc]" || name == "[[toc]]" || name == "[[_toc_]]" || name == "[:toc:]"
    }

    private mutating func noteLine(_ words: ArraySlice<UInt8>) {
        let kind: ForeignRemains.Kind
        if words.starts(with: "*[".utf8), let close = words.firstIndex(of: "]"), words[close...].starts(with: "]:".utf8)
        {
            kind = .abbreviations
        } else if ["--8<--", "-8<-", ";--8<--", "<<< ", "@include", "@@include"].contains(where: {
            words.starts(with: $0.utf8)
        }) {
            kind = .inclusions
        } else {
            return
        }
        remains.note(kind, at: place(of: words.startIndex))
    }

    private func replacement(of tag: LiquidTag) -> [UInt8]? {
        switch tag.name {
        case "tabs", "endtabs", "endtab", "stepper", "endstepper", "step", "endstep", "columns", "endcolumns", "column",
            "endcolumn", "endcode", "content-ref", "endcontent-ref", "endembed", "endfile":
            return []
        case "tab", "code":
            guard let title = tag.value(of: "title"), !title.isEmpty else { return [] }
            return Array("**\(title)**  ".utf8)
        case "embed", "file":
            guard let address = tag.value(of: tag.name == "file" ? "src" : "url"), !address.isEmpty else { return nil }
            let name = tag.name == "file" ? address.split(separator: "/").last.map(String.init) : nil
            return Array("[\(name ?? address)](<\(address)>)".utf8)
        default: return nil
        }
    }

    /// `import Tabs from '@theme/Tabs';`, `export const total = 3;`.
    private func isLineOfModule(_ words: ArraySlice<UInt8>) -> Bool {
        let line = String(decoding: words.prefix(200), as: UTF8.self)
        if line.hasPrefix("import ") {
            let end = words.last == ";" ? words.dropLast().last : words.last
            guard end == "'" || end == "\"" else { return false }
            return line.contains(" from '") || line.contains(" from \"") || line.hasPrefix("import '")
                || line.hasPrefix("import \"")
        }
        return line.hasPrefix("export const ") && line.contains("=") && words.last == ";"
            || line.hasPrefix("export {") && words.last == ";"
    }
}

/// `{#id .class key="value"}`, `{: .class}`, `{ width=300 }`: what other tools let authors say of an element.
struct AttributeList {
    /// Behind its brace.
    let end: Int
    private(set) var id: String?
    private(set) var hasSize = false

    /// - Parameter text: from a `{` on, in one line.
    init?(at text: ArraySlice<UInt8>) {
        guard text.first == "{", let close = text.prefix(500).firstIndex(of: "}") else { return nil }
        end = close + 1
        var content = text[..<close].dropFirst()
        let isMarked = content.first == ":"
        if isMarked { content = content.dropFirst() }
        content = content.trimmed
        // `{:toc}`, `{::options /}`: a word that only the other tool knows.
        if isMarked, content.first == ":" || content.allSatisfy({ $0.isASCIILetter || $0 == "_" }) { return }
        guard !content.isEmpty else { return nil }
        while !content.isEmpty {
            let word = AttributeList.word(of: content)
            guard let first = word.first, AttributeList.isAttribute(word) else { return nil }
            if first == "#" { id = String(decoding: word.dropFirst(), as: UTF8.self) }
            if word.starts(with: "width".utf8) || word.starts(with: "height".utf8) { hasSize = true }
            content = content[word.endIndex...].drop(while: \.isASCIISpace)
        }
    }

    private static func isAttribute(_ word: ArraySlice<UInt8>) -> Bool {
        if word.first == "." || word.first == "#" { return word.count > 1 && !word.contains("=") }
        if word.elementsEqual("-".utf8) { return true }
        let name = word.prefix { $0.isASCIILetter || $0 == "-" || $0 == ":" || $0 == "_" }
        return !name.isEmpty && name.endIndex < word.endIndex && word[name.endIndex] == "="
    }

    /// Up to the white space that is in no quotation marks.
    private static func word(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var quote: UInt8?
        for (place, byte) in zip(text.indices, text) {
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == "\"" || byte == "'" {
                quote = byte
            } else if byte.isASCIISpace {
                return text[..<place]
            }
        }
        return text
    }
}
