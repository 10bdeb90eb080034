// Parts of a text that go over lines: remarks, which go, and code and elements, in which nothing is another tool's markup.

import UTF8Text

/// What the reading is inside of.
enum ForeignRegion: Hashable {
    /// `<!-- … -->`
    case comment
    /// `%% … %%` of Obsidian.
    case remark
    /// `{/* … */}` of MDX.
    case expressionComment
    /// `{% comment %} … {% endcomment %}`
    case templateComment
    /// `{% raw %} … {% endraw %}`: only its marks go.
    case raw
    /// `<pre>`, `<script>` and the like, with the name of the element.
    case element(String)
    /// Code behind so many backticks.
    case code(Int)

    /// Whether its text is no part of the page.
    var isDropped: Bool {
        switch self {
        case .remark, .expressionComment, .templateComment: true
        case .comment, .raw, .element, .code: false
        }
    }

    /// Where the mark stands that ends it, in `text`.
    func end(in text: ArraySlice<UInt8>) -> Range<Int>? {
        switch self {
        case .comment: text.firstRange(of: Array("-->".utf8))
        case .remark: text.firstRange(of: Array("%%".utf8))
        case .expressionComment: text.firstRange(of: Array("*/}".utf8))
        case .templateComment: Self.endTag("endcomment", in: text)
        case .raw: Self.endTag("endraw", in: text)
        case .element(let name): Self.endTag(ofElement: name, in: text)
        case .code(let count): Self.backticks(count, in: text)
        }
    }

    private static func endTag(_ name: String, in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let start = rest.firstRange(of: Array("{%".utf8)),
            let close = rest[start.upperBound...].firstRange(of: Array("%}".utf8))
        {
            if let tag = LiquidTag(rest[start.lowerBound..<close.upperBound]), tag.name == name {
                return start.lowerBound..<close.upperBound
            }
            rest = rest[close.upperBound...]
        }
        return nil
    }

    private static func endTag(ofElement name: String, in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let start = rest.firstRange(of: Array("</".utf8)) {
            let found = rest[start.upperBound...].prefix(while: \.isASCIILetter)
            if found.elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) {
                return start.lowerBound..<(rest[found.endIndex...].firstIndex(of: ">").map { $0 + 1 } ?? found.endIndex)
            }
            rest = rest[start.upperBound...]
        }
        return nil
    }

    /// A run of exactly `count` backticks.
    static func backticks(_ count: Int, in text: ArraySlice<UInt8>) -> Range<Int>? {
        var place = text.startIndex
        while let start = text[place...].firstIndex(of: "`") {
            let run = text[start...].prefix { $0 == "`" }
            if run.count == count { return start..<run.endIndex }
            place = run.endIndex
        }
        return nil
    }
}

/// `{% name words key="value" %}`, as Jekyll, GitBook and others write it.
struct LiquidTag {
    let name: String
    /// What stands behind its name.
    let words: ArraySlice<UInt8>

    /// - Parameter text: from its `{%` to its `%}`, and nothing else.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count >= 5, text.starts(with: "{%".utf8), text.suffix(2).elementsEqual("%}".utf8) else { return nil }
        var content = text.dropFirst(2).dropLast(2)
        if content.first == "-" { content = content.dropFirst() }
        if content.last == "-" { content = content.dropLast() }
        content = content.trimmed
        guard content.firstRange(of: Array("%}".utf8)) == nil else { return nil }
        let name = content.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" || $0 == "-" }
        guard !name.isEmpty else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        words = content[name.endIndex...].trimmed
    }

    func value(of key: String) -> String? { Content.value(of: key, in: words) }
}
