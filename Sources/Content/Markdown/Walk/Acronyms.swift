// Words in capitals that may need a definition, and those that the text itself explains: "work breakdown structure
// (WBS)", "WBS (work breakdown structure)", and `<abbr title="work breakdown structure">WBS</abbr>`.

import UTF8Text
import Words

struct Acronyms {
    /// Each once, in the order of the text.
    private(set) var used: [Acronym] = []
    /// Those that the text says the words of.
    private(set) var defined: [String] = []
    private var seen: Set<String> = []
    /// Whether a bracket in the current block may hold an acronym or what one stands for.
    private var mayDefine = false

    /// Notes what is an acronym in a run of text, and what may be its explanation: the words of that may stand in other
    /// runs of the same block.
    /// - Parameter isExplained: whether the run is a short form of what the title of an element says.
    mutating func note(
        _ text: ArraySlice<UInt8>, of node: MarkdownNode, isExplained: Bool, places: inout PlaceFinder
    ) {
        if isExplained, let acronym = acronym(text) { defined.append(acronym) }
        let bytes = text.span
        var index = 0
        while index < bytes.count {
            let start = index
            var areCapitals = true
            while index < bytes.count, bytes[index].isASCIILetter || bytes[index].isASCIIDigit {
                if !bytes[index].isCapital { areCapitals = false }
                index += 1
            }
            if areCapitals, (2...6).contains(index - start), bytes.isWholeWord(start..<index) {
                let place = text.startIndex + start
                note(text[place..<place + index - start], of: node, places: &places)
            }
            if index < bytes.count, bytes[index] == "(" { mayDefine = true }
            index += 1
        }
    }

    private mutating func note(_ word: ArraySlice<UInt8>, of node: MarkdownNode, places: inout PlaceFinder) {
        let text = String(decoding: word, as: UTF8.self)
        guard seen.insert(text).inserted else { return }
        used.append(Acronym(text: text, position: places.findWord(word) ?? places.start(of: node)))
    }

    /// Reads the explanations in a block of text that is complete.
    mutating func noteEnd(of node: MarkdownNode) {
        guard mayDefine else { return }
        mayDefine = false
        let text = node.plainBytes
        var before = text.prefix(0)
        for part in text.split(separator: "(", omittingEmptySubsequences: false) {
            // `part` starts in the bracket that `before` ends at.
            let inside = part.prefix { $0 != ")" && $0 != "]" && $0 != "," && $0 != ";" }
            if let acronym = acronym(inside) {
                if wordCount(behind: acronym, atEndOf: String(string(before).suffix(200)).wordParts) != nil {
                    defined.append(acronym)
                }
            } else if let acronym = acronym(before.lastWord),
                isAcronym(acronym, of: String(string(inside).prefix(200)).wordParts)
            {
                defined.append(acronym)
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

extension UInt8 {
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(self) }
}

/// The capitals of a text that is nothing but an acronym, with or without the "s" of a plural.
private func acronym(_ text: ArraySlice<UInt8>) -> String? {
    var text = text.drop(while: \.isASCIISpace)
    while text.last?.isASCIISpace == true { text.removeLast() }
    if text.last == "s" { text.removeLast() }
    guard (2...6).contains(text.count), text.allSatisfy(\.isCapital) else { return nil }
    return String(decoding: text, as: UTF8.self)
}
