// What a heading says, apart from the mark `{#id}` at its end.

import UTF8Text

struct HeadingText {
    let text: String
    /// The id that the author gave.
    let id: String?
    /// How many bytes give it at the end of the heading, with the space before them.
    let markLength: Int

    init(of heading: MarkdownNode) {
        let text = heading.plainText
        // In code, or across the end of an emphasis, it is no id.
        guard let last = heading.lastChild, last.kind == .text, last.literal.last == "}",
            String(decoding: last.literal, as: UTF8.self).range(ofLast: "{#") != nil,
            let open = text.range(ofLast: "{#")
        else {
            self.text = text.trimmed
            id = nil
            markLength = 0
            return
        }
        let kept = String(text[..<open.lowerBound]).trimmedAtEnd
        self.text = kept.trimmed
        id = String(text[open.upperBound...].dropLast())
        markLength = min(text.utf8.count - kept.utf8.count, last.literal.count)
    }

    /// A heading of raw HTML. An id that is none of ours is left out: the text makes one.
    init(text: String, id: String?) {
        self.text = text
        self.id = id.flatMap { HeadingText.isWellFormed($0) ? $0 : nil }
        markLength = 0
    }

    static func isWellFormed(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 80
            && id.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_.".utf8.contains($0) }
    }
}

extension String {
    /// Without the spaces at both ends.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last, first.isASCIISpace || last.isASCIISpace else { return self }
        let bytes = utf8.drop { $0.isASCIISpace }
        let end = bytes.lastIndex { !$0.isASCIISpace }.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(bytes[..<end]) ?? self
    }

    fileprivate var trimmedAtEnd: String {
        let end = utf8.lastIndex { !$0.isASCIISpace }.map { utf8.index(after: $0) } ?? startIndex
        return String(self[..<end])
    }

    fileprivate func range(ofLast needle: String) -> Range<String.Index>? {
        var end = endIndex
        while let start = utf8[..<end].lastIndex(where: { $0 == needle.utf8.first }) {
            if utf8[start...].starts(with: needle.utf8) {
                return start..<utf8.index(start, offsetBy: needle.utf8.count)
            }
            end = start
        }
        return nil
    }
}
