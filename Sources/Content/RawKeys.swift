// Keys of front matter as lines show them, for front matter that no parser takes: whatever is wrong with it, it must not
// publish a page that says it is a draft.

import UTF8Text

/// The word before the first `:` or `=` of a line, if there is nothing else before it but quotes.
func rawKey(ofLine line: ArraySlice<UInt8>) -> String? { rawEntry(ofLine: line)?.key }

private struct RawEntry {
    let key: String
    let value: String
    /// Where the value starts.
    let offset: Int
}

private func rawEntry(ofLine line: ArraySlice<UInt8>) -> RawEntry? {
    func isBlank(_ byte: UInt8) -> Bool { byte == " " || byte == "\t" || byte == 0xC2 || byte == 0xA0 }
    func isQuote(_ byte: UInt8) -> Bool { byte == "\"" || byte == "'" }
    var index = line.startIndex
    while index < line.endIndex, isBlank(line[index]) || isQuote(line[index]) { index += 1 }
    let start = index
    while index < line.endIndex, index - start <= 40,
        line[index].isASCIILetter || line[index].isASCIIDigit || line[index] >= 0x80 || "_-.".utf8.contains(line[index])
    { index += 1 }
    guard index > start, line[start] != "-", index - start <= 40 else { return nil }
    let key = String(decoding: line[start..<index], as: UTF8.self)
    while index < line.endIndex, isBlank(line[index]) || isQuote(line[index]) { index += 1 }
    guard index < line.endIndex, line[index] == ":" || line[index] == "=" else { return nil }
    index += 1
    if line[index...].starts(with: "//".utf8) { return nil }
    while index < line.endIndex, isBlank(line[index]) { index += 1 }
    var text = String(decoding: line[index...].prefix(200), as: UTF8.self)
    if let comment = text.firstRange(of: " #") { text = String(text[..<comment.lowerBound]) }
    let signs = CharacterSetOfQuotes.signs
    while let first = text.first, signs.contains(first) { text.removeFirst() }
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return RawEntry(key: key, value: text, offset: index)
}

private enum CharacterSetOfQuotes {
    static let signs: Set<Character> = ["\"", "'", "“", "”", "‘", "’", ",", " ", "\t", "\u{A0}", "[", "]", "{", "}"]
}

/// The keys that say whether a page is published, from the lines in `range`. Of a key that stands twice, the value that
/// holds the page back stands last.
func rawReleaseKeys(_ bytes: [UInt8], of lines: Lines, range: Range<Int>) -> YAMLNode? {
    var number = lines.position(at: range.lowerBound).line
    var entries: [(holds: Bool, entry: YAMLNode.Entry)] = []
    let start = SourcePosition(line: number, column: 1)
    while number <= lines.count, lines.offset(ofLine: number) < range.upperBound, entries.count < 100 {
        let line = lines.range(ofLine: number)
        defer { number += 1 }
        // The keys of other keys are indented; one space or a tab is a slip.
        guard bytes[line].prefix(while: { $0 == " " }).count < 2, let found = rawEntry(ofLine: bytes[line]),
            releaseKeys.contains(plainSpelling(of: found.key))
        else { continue }
        let position = SourcePosition(line: number, column: found.offset - line.lowerBound + 1)
        let value = YAMLNode(content: .scalar(found.value, quoted: false), position: position)
        entries.append(
            (
                holdsBack(key: found.key, value: found.value),
                YAMLNode.Entry(key: Located(plainSpelling(of: found.key), position), value: value)
            ))
    }
    guard !entries.isEmpty else { return nil }
    let sorted = entries.filter { !$0.holds } + entries.filter(\.holds)
    return YAMLNode(content: .mapping(sorted.map(\.entry)), position: start)
}

/// Keys that tell front matter from a text between two lines, in the spelling of `plainSpelling`.
let commonKeys: Set<String> = releaseKeys.union([
    "title", "summary", "description", "owner", "author", "authors", "updated", "reviewed", "topics", "tags",
    "categories", "category", "keywords", "kind", "type", "layout", "slug", "permalink", "weight", "aliases", "sources",
    "shortanswer", "version", "format", "usedin", "audience", "related", "nav", "lastmod", "sidebarposition",
    "sidebarlabel", "id", "parent", "navorder", "linktitle",
])
