// Splits raw HTML into tags, text and the rest. It never fails: what is no tag is text, and text is escaped.

import UTF8Text

struct HTMLTag: Equatable {
    struct Attribute: Equatable {
        let name: String
        /// With character references as written.
        let value: String
    }

    let name: String
    var attributes: [Attribute] = []

    /// 1 to 6 for `h1` to `h6`.
    var headingLevel: Int? {
        guard name.utf8.count == 2, name.utf8.first == "h", let level = name.last?.wholeNumberValue else { return nil }
        return (1...6).contains(level) ? level : nil
    }

    func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
}

enum HTMLToken: Equatable {
    case text(ArraySlice<UInt8>)
    case start(HTMLTag)
    case end(String)
    /// The text between its marks.
    case comment(ArraySlice<UInt8>)
    /// A declaration, a processing instruction or a CDATA section.
    case markup
}

struct HTMLTokenizer: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    /// The bytes of the last token.
    private(set) var last: ArraySlice<UInt8> = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    mutating func next() -> HTMLToken? {
        guard index < bytes.endIndex else { return nil }
        let start = index
        defer { last = bytes[start..<index] }
        if bytes[index] == "<", let (token, end) = markup(at: index) {
            index = end
            return token
        }
        index += 1
        while index < bytes.endIndex, bytes[index] != "<" || markup(at: index) == nil { index += 1 }
        return .text(bytes[start..<index])
    }

    /// Skips everything up to and including the end tag `name`, or to the end. Nothing in between is markup.
    mutating func skip(pastEndTag name: String) {
        let endTag = Array("</\(name)".utf8)
        while index < bytes.endIndex {
            let candidate = bytes[index...].prefix(endTag.count)
            if bytes[index] == "<", candidate.lazy.map(\.asciiLowercased).elementsEqual(endTag) {
                index = bytes[index...].firstIndex(of: ">").map { $0 + 1 } ?? bytes.endIndex
                return
            }
            index += 1
        }
    }

    /// The words up to the end tag `name`, with a space for each other tag and line end; `nil` when it does not come.
    func text(upToEnd name: String) -> String? {
        var ahead = self
        var words: [UInt8] = []
        while let token = ahead.next() {
            switch token {
            case .text(let text): words += text
            case .end(name): return smallSpaces(decodedReferences(String(decoding: words, as: UTF8.self)))
            case .start(let tag):
                if tag.name == "img", let alternative = tag.value(of: "alt") { words += Array(alternative.utf8) }
                if tag.name == "br" { words.append(" ") }
            default: break
            }
        }
        return nil
    }

    private func smallSpaces(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func markup(at start: Int) -> (HTMLToken, end: Int)? {
        let rest = bytes[start...]
        if rest.starts(with: "<!--".utf8) {
            let end = end(after: "-->", from: start + 2)
            return (
                .comment(rest[..<(end ?? bytes.endIndex)].dropFirst(4).dropLast(end == nil ? 0 : 3)),
                end ?? bytes.endIndex
            )
        }
        if rest.starts(with: "<![CDATA[".utf8) { return (.markup, end(after: "]]>", from: start) ?? bytes.endIndex) }
        if rest.starts(with: "<?".utf8) { return (.markup, end(after: "?>", from: start) ?? bytes.endIndex) }
        if rest.starts(with: "<!".utf8) { return (.markup, end(after: ">", from: start) ?? bytes.endIndex) }
        return tag(at: start)
    }

    private func end(after text: StaticString, from start: Int) -> Int? {
        let needle = Array(text.description.utf8)
        var place = start
        while place + needle.count <= bytes.endIndex {
            if bytes[place..<place + needle.count].elementsEqual(needle) { return place + needle.count }
            place += 1
        }
        return nil
    }

    private func tag(at start: Int) -> (HTMLToken, end: Int)? {
        var place = start + 1
        let isEnd = place < bytes.endIndex && bytes[place] == "/"
        if isEnd { place += 1 }
        let nameStart = place
        while place < bytes.endIndex,
            bytes[place].isASCIILetter || place > nameStart && (bytes[place].isASCIIDigit || bytes[place] == "-")
        {
            place += 1
        }
        guard place > nameStart else { return nil }
        var tag = HTMLTag(name: String(decoding: bytes[nameStart..<place], as: UTF8.self).lowercased())
        while true {
            let hadSpace = place < bytes.endIndex && bytes[place].isASCIISpace
            while place < bytes.endIndex, bytes[place].isASCIISpace { place += 1 }
            guard place < bytes.endIndex else { return nil }
            if bytes[place] == ">" { return (isEnd ? .end(tag.name) : .start(tag), place + 1) }
            if bytes[place] == "/", place + 1 < bytes.endIndex, bytes[place + 1] == ">" {
                return (.start(tag), place + 2)
            }
            guard hadSpace, let attribute = attribute(at: &place) else { return nil }
            // More are no work of an author, and comparing them all takes their number squared.
            guard tag.attributes.count < 64 else { continue }
            if tag.value(of: attribute.name) == nil { tag.attributes.append(attribute) }
        }
    }

    private func attribute(at place: inout Int) -> HTMLTag.Attribute? {
        let start = place
        while place < bytes.endIndex, !bytes[place].isASCIISpace, !"=>/\"'<".utf8.contains(bytes[place]) { place += 1 }
        guard place > start else { return nil }
        let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        var afterSpace = place
        while afterSpace < bytes.endIndex, bytes[afterSpace].isASCIISpace { afterSpace += 1 }
        guard afterSpace < bytes.endIndex, bytes[afterSpace] == "=" else { return .init(name: name, value: "") }
        place = afterSpace + 1
        while place < bytes.endIndex, bytes[place].isASCIISpace { place += 1 }
        guard place < bytes.endIndex else { return nil }
        if bytes[place] == "\"" || bytes[place] == "'" {
            let quote = bytes[place]
            guard let close = bytes[(place + 1)...].firstIndex(of: quote) else { return nil }
            defer { place = close + 1 }
            return .init(name: name, value: String(decoding: bytes[(place + 1)..<close], as: UTF8.self))
        }
        let valueStart = place
        while place < bytes.endIndex, !bytes[place].isASCIISpace, !"\"'=<>`".utf8.contains(bytes[place]) { place += 1 }
        guard place > valueStart else { return nil }
        return .init(name: name, value: String(decoding: bytes[valueStart..<place], as: UTF8.self))
    }
}
