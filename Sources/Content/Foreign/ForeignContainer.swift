// What encloses lines in other tools: by its indentation (`!!! note`, `=== "Tab"`), or between two marks (`:::note`,
// `{% hint %}`, `>>>`).

import UTF8Text

/// A container that is open.
struct ForeignContainer {
    /// How far its mark is indented.
    let indent: Int
    /// Where its mark stands, if another mark closes it; without, the first line that is not indented does.
    let opening: Int?
    let isQuote: Bool

    /// Whether words that are indented so far stand behind it.
    func isLeft(atIndent indent: Int) -> Bool { opening == nil && indent < contentIndent }

    /// What to leave out at the start of its lines.
    var contentIndent: Int { opening == nil ? indent + 4 : indent }

    var prefix: [UInt8] {
        Array(repeating: " ", count: indent) + (isQuote ? Array("> ".utf8) : [])
    }
}

/// A mark that opens a container by indentation: `!!! note "Title"`, `??? tip`, `???+ tip`, `=== "Tab"`.
struct IndentedMark {
    let replacement: [UInt8]
    let isAlert: Bool
    /// Whether it is a mark also when nothing is indented behind it.
    let isCertain: Bool

    /// - Parameter words: a line without the white space at its ends.
    init?(_ words: ArraySlice<UInt8>) {
        let sign = words.prefix(3)
        guard sign.elementsEqual("!!!".utf8) || sign.elementsEqual("???".utf8) || sign.elementsEqual("===".utf8) else {
            return nil
        }
        var rest = words.dropFirst(3)
        var fold = sign.first == "?" ? "-" : ""
        if sign.first != "!", rest.first == "+" || rest.first == "!" {
            if sign.first == "?" { fold = "+" }
            rest = rest.dropFirst()
        }
        let title = QuotedTitle(in: rest)
        let name = rest[..<(title?.start ?? rest.endIndex)].trimmed
        isCertain = title != nil
        isAlert = sign.first != "="
        if isAlert {
            // Words behind the first are about looks.
            let kind = name.prefix { !$0.isASCIISpace }
            guard let first = kind.first, first.isASCIILetter,
                kind.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" }),
                rest.first?.isSpaceOrTab == true || sign.first != "!"
            else { return nil }
            replacement = alertMark(kind: kind, fold: fold, title: title?.text ?? [])
        } else {
            guard let title, name.isEmpty, !title.text.isEmpty else { return nil }
            replacement = Array("**".utf8) + title.text + Array("**".utf8)
        }
    }
}

/// `"Title"` at the end of a mark.
private struct QuotedTitle {
    /// Where its first quotation mark stands.
    let start: Int
    let text: ArraySlice<UInt8>

    init?(in mark: ArraySlice<UInt8>) {
        guard let start = mark.firstIndex(where: { $0 == "\"" || $0 == "'" }), let last = mark.last,
            last == mark[start], mark.endIndex - 1 > start
        else { return nil }
        self.start = start
        text = mark[(start + 1)..<(mark.endIndex - 1)]
    }
}

/// The first line of an alert of ours.
func alertMark(kind: ArraySlice<UInt8>, fold: String = "", title: ArraySlice<UInt8>) -> [UInt8] {
    var line = Array("> [!".utf8) + kind + Array("]".utf8) + fold.utf8
    if !title.isEmpty { line += Array(" ".utf8) + title }
    return line
}
