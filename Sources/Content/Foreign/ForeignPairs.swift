// Marks that enclose lines between them: `:::note` and `:::`, `{% hint style="info" %}` and `{% endhint %}`, `>>>` twice,
// and fences whose language says that they hold Markdown, such as MyST's ```{note}. One without the other is text.

import UTF8Text

/// The mark that opens such a container.
struct PairedMark {
    enum Kind: Equatable {
        case colons(Int), hint, quote
        case fence(Int)
    }

    let kind: Kind
    let isQuote: Bool
    /// Whether its meaning is known here.
    let isKnown: Bool
    let replacement: [UInt8]

    /// Whether a line that starts with `words` is worth a closer look.
    static func mayStart(with words: ArraySlice<UInt8>) -> Bool {
        switch words.first {
        case ":", "{", ">", "`", "~": words.count >= 3
        default: false
        }
    }

    /// - Parameter words: a line without the white space at its ends.
    init?(opening words: ArraySlice<UInt8>) {
        switch words.first {
        case ":":
            guard let mark = ColonMark(words) else { return nil }
            self.init(mark)
        case "{":
            guard let tag = LiquidTag(words), tag.name == "hint" else { return nil }
            let style = tag.value(of: "style") ?? "info"
            self.init(
                kind: .hint, isQuote: true, isKnown: true,
                replacement: alertMark(
                    kind: Array(Self.hintKind(style).utf8)[...], title: Array((tag.value(of: "title") ?? "").utf8)[...])
            )
        case ">":
            guard words.elementsEqual(">>>".utf8) else { return nil }
            self.init(kind: .quote, isQuote: true, isKnown: true, replacement: [])
        case "`", "~":
            guard let fence = DirectiveFence(words) else { return nil }
            self.init(
                kind: .fence(fence.count), isQuote: true, isKnown: true,
                replacement: alertMark(kind: fence.name, title: fence.title))
        default: return nil
        }
    }

    private init(_ mark: ColonMark) {
        let isAlert = AlertKind(named: mark.name) != nil
        let folds = mark.name == "details" || mark.name == "collapsible" || mark.name == "dropdown"
        self.init(
            kind: .colons(mark.count), isQuote: isAlert || folds, isKnown: isAlert || folds,
            replacement: isAlert || folds
                ? alertMark(
                    kind: Array((folds ? "details" : mark.name).utf8)[...], fold: folds ? "-" : "", title: mark.title)
                : mark.title.isEmpty ? [] : Array("**".utf8) + mark.title + Array("**".utf8))
    }

    private init(kind: Kind, isQuote: Bool, isKnown: Bool, replacement: [UInt8]) {
        self.kind = kind
        self.isQuote = isQuote
        self.isKnown = isKnown
        self.replacement = replacement
    }

    /// The alert that a style of GitBook's hints is.
    private static func hintKind(_ style: String) -> String {
        AlertKind(named: style) == nil ? "info" : style.uppercased()
    }

    /// Whether `words` close what this mark opened.
    func isClosed(by words: ArraySlice<UInt8>) -> Bool {
        switch kind {
        case .colons(let count): ForeignPairs.closingColons(words).map { $0 >= count } ?? false
        case .hint: LiquidTag(words)?.name == "endhint"
        case .quote: words.elementsEqual(">>>".utf8)
        case .fence(let count):
            words.count >= count && words.allSatisfy { $0 == words.first } && (words.first == "`" || words.first == "~")
        }
    }
}

/// `:::note`, `::: tip Title`, `:::warning[Title]`, `:::{note} Title`, `::: {.callout-note title="Title"}`.
private struct ColonMark {
    let count: Int
    let name: String
    let title: ArraySlice<UInt8>

    init?(_ words: ArraySlice<UInt8>) {
        count = words.prefix { $0 == ":" }.count
        var rest = words.dropFirst(count).trimmed
        guard count >= 3, !rest.isEmpty else { return nil }
        var attributes: ArraySlice<UInt8> = []
        if rest.first == "{", let close = rest.firstIndex(of: "}") {
            attributes = rest[..<close].dropFirst()
            rest = rest[(close + 1)...]
        }
        let isName = { (byte: UInt8) in byte.isASCIILetter || byte.isASCIIDigit || byte == "-" || byte == "_" }
        let name = (attributes.isEmpty ? rest : attributes.drop { !isName($0) }).prefix(while: isName)
        guard let first = name.first, first.isASCIILetter else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        self.name = text.hasPrefix("callout-") ? String(text.dropFirst(8)) : text
        if attributes.isEmpty {
            rest = rest.dropFirst(name.count)
            // `:::note` is followed by a space, by its title in brackets, by attributes, or by nothing.
            guard rest.isEmpty || rest.first?.isSpaceOrTab == true || rest.first == "[" || rest.first == "{" else {
                return nil
            }
        }
        title = ColonMark.title(rest.trimmed, attributes)
    }

    private static func title(_ rest: ArraySlice<UInt8>, _ attributes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if rest.first == "[", let close = rest.lastIndex(of: "]") { return rest[..<close].dropFirst() }
        if rest.first == "{" { return Array((value(of: "title", in: rest) ?? "").utf8)[...] }
        return rest.isEmpty
            ? Array((value(of: "title", in: attributes) ?? "").utf8)[...] : rest.drop { $0 == ":" }.trimmed
    }
}

/// A fence such as ```{note} Title or ```ad-note.
private struct DirectiveFence {
    let count: Int
    let name: ArraySlice<UInt8>
    let title: ArraySlice<UInt8>

    init?(_ words: ArraySlice<UInt8>) {
        guard let first = words.first else { return nil }
        count = words.prefix { $0 == first }.count
        let rest = words.dropFirst(count)
        guard count >= 3 else { return nil }
        if rest.first == "{", let close = rest.firstIndex(of: "}") {
            name = rest[..<close].dropFirst()
            title = rest[(close + 1)...].trimmed
        } else if rest.starts(with: "ad-".utf8) {
            name = rest.dropFirst(3)
            title = []
        } else {
            return nil
        }
        guard AlertKind(named: String(decoding: name, as: UTF8.self)) != nil else { return nil }
    }
}

/// Which marks of a text belong together.
struct ForeignPairs {
    private var openings: [Int: PairedMark] = [:]
    /// The opening mark that each closing one closes.
    private var closings: [Int: Int] = [:]

    init(in text: ArraySlice<UInt8>) {
        var open: [(place: Int, mark: PairedMark)] = []
        var fence: CodeFence?
        var start = text.startIndex
        while start < text.endIndex {
            let next = text[start...].firstIndex(of: "\n") ?? text.endIndex
            defer { start = next + 1 }
            let words = text[start..<next].trimmed
            if let code = fence {
                if code.isClosed(by: words) { fence = nil }
                continue
            }
            guard PairedMark.mayStart(with: words) else { continue }
            // The innermost first; what stands open inside it has no end.
            if let depth = open.lastIndex(where: { $0.mark.isClosed(by: words) }) {
                openings[open[depth].place] = open[depth].mark
                closings[words.startIndex] = open[depth].place
                open.removeSubrange(depth...)
            } else if let mark = PairedMark(opening: words) {
                // What is open is asked at each mark: so many inside each other nobody writes.
                if open.count < 100 { open.append((words.startIndex, mark)) }
            } else {
                fence = CodeFence(opening: words, depth: 0)
            }
        }
    }

    func opening(at place: Int) -> PairedMark? { openings[place] }

    func opening(closedAt place: Int) -> Int? { closings[place] }

    /// How many colons a line is, if it is nothing else.
    static func closingColons(_ words: ArraySlice<UInt8>) -> Int? {
        words.count >= 3 && words.allSatisfy { $0 == ":" } ? words.count : nil
    }
}

/// `value` of `name="value"` or `name=value`.
func value(of name: String, in attributes: ArraySlice<UInt8>) -> String? {
    guard let range = attributes.firstRange(of: Array((name + "=").utf8)) else { return nil }
    if range.lowerBound > attributes.startIndex, attributes[range.lowerBound - 1].isASCIILetter { return nil }
    let rest = attributes[range.upperBound...]
    let found: ArraySlice<UInt8>
    if let quote = rest.first, quote == "\"" || quote == "'" {
        found = rest.dropFirst().prefix { $0 != quote }
    } else {
        found = rest.prefix { !$0.isASCIISpace && $0 != "}" && $0 != "%" }
    }
    return String(decoding: found, as: UTF8.self)
}
