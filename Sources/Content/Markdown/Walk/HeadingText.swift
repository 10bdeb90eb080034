// What a heading says, apart from the mark `{#id}` at its end.

import UTF8Text

struct HeadingText {
    let text: String
    /// The same with the names of pictures, of which other tools form its id.
    let textOfID: String
    /// The id that the author gave.
    let id: String?
    /// How many bytes give it at the end of the heading, with the space before them.
    let markLength: Int

    init(of heading: MarkdownNode) {
        let text = String(decoding: heading.plainBytes, as: UTF8.self)
        // In code, or across the end of an emphasis, it is no id.
        guard let last = heading.lastChild, last.kind == .text, last.literal.last == "}",
            String(decoding: last.literal, as: UTF8.self).range(ofLast: "{#") != nil,
            let open = text.range(ofLast: "{#")
        else {
            textOfID = text.trimmed
            self.text = textOfID.withPictures
            id = nil
            markLength = 0
            return
        }
        let kept = String(text[..<open.lowerBound]).trimmedAtEnd
        textOfID = kept.trimmed
        self.text = textOfID.withPictures
        id = String(text[open.upperBound...].dropLast())
        markLength = min(text.utf8.count - kept.utf8.count, last.literal.count)
    }

    static func isWellFormed(_ id: String) -> Bool {
        !id.isEmpty && id.unicodeScalars.count <= 200
            && id.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    ? UInt8(scalar.value).isASCIILetter || UInt8(scalar.value).isASCIIDigit
                        || "-_.".unicodeScalars.contains(scalar)
                    : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || scalar.properties.generalCategory == .nonspacingMark
            }
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

    fileprivate var withPictures: String {
        utf8.contains(":") ? String(decoding: Array(utf8)[...].withPictures, as: UTF8.self) : self
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
