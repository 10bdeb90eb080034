// A small reader of HTML that shares no code with the writer that it judges. It follows the tokenizer of the HTML
// standard for what browsers see, and notes every place where it had to be lenient.

import Testing

struct HTMLText {
    enum Token: Equatable {
        case text(String)
        case start(name: String, attributes: [Attribute])
        case end(name: String)
        case comment
    }

    struct Attribute: Equatable {
        let name: String
        /// As it stands between its quotes.
        let value: String
    }

    private(set) var tokens: [Token] = []
    /// What a writer of clean HTML never produces.
    private(set) var faults: [String] = []
    private var rest: Substring.UnicodeScalarView

    init(_ html: String) {
        rest = html[...].unicodeScalars
        while let scalar = rest.first {
            if scalar == "<", let second = rest.dropFirst().first,
                "/!?".unicodeScalars.contains(second) || second.isLetter
            {
                readMarkup(second)
            } else {
                if scalar == "<" { faults.append("a bare '<'") }
                let text = rest.prefix(1) + rest.dropFirst().prefix { $0 != "<" }
                rest = rest.dropFirst(text.count)
                tokens.append(.text(String(text)))
            }
        }
    }

    private mutating func readMarkup(_ second: Unicode.Scalar) {
        switch second {
        case "/": readEndTag()
        case "!", "?": readComment()
        default: readStartTag()
        }
    }

    private mutating func readComment() {
        faults.append("a comment or declaration")
        let terminator = rest.starts(with: "<!--".unicodeScalars) ? "-->" : ">"
        while !rest.isEmpty, !rest.starts(with: terminator.unicodeScalars) { rest.removeFirst() }
        rest = rest.dropFirst(terminator.unicodeScalars.count)
        tokens.append(.comment)
    }

    private mutating func readEndTag() {
        rest = rest.dropFirst(2)
        let name = take { $0 != ">" && !$0.isSpace }
        if !take({ $0 != ">" }).isEmpty { faults.append("something in the end tag \(name)") }
        rest = rest.dropFirst()
        tokens.append(.end(name: name.lowercased()))
    }

    private mutating func readStartTag() {
        rest.removeFirst()
        let name = take { $0 != ">" && $0 != "/" && !$0.isSpace }
        var attributes: [Attribute] = []
        while true {
            let space = take { $0.isSpace || $0 == "/" }
            guard let scalar = rest.first else {
                faults.append("the tag \(name) never ends")
                return
            }
            if scalar == ">" { break }
            if space.isEmpty { faults.append("no space before an attribute of \(name)") }
            let attribute = readAttribute()
            if attributes.contains(where: { $0.name == attribute.name }) { faults.append("a doubled attribute") }
            attributes.append(attribute)
        }
        rest.removeFirst()
        tokens.append(.start(name: name.lowercased(), attributes: attributes))
    }

    private mutating func readAttribute() -> Attribute {
        let first = rest.removeFirst()
        let name = String(first) + take { $0 != "=" && $0 != ">" && $0 != "/" && !$0.isSpace }
        if !name.unicodeScalars.allSatisfy({ $0.isLetter || $0 == "-" || $0 == ":" }) {
            faults.append("the attribute name '\(name)'")
        }
        let space = take(\.isSpace)
        guard rest.first == "=" else {
            if !space.isEmpty { rest = (space + String(rest))[...].unicodeScalars }
            return Attribute(name: name.lowercased(), value: "")
        }
        rest.removeFirst()
        _ = take(\.isSpace)
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            faults.append("the attribute \(name) is not quoted")
            return Attribute(name: name.lowercased(), value: take { $0 != ">" && !$0.isSpace })
        }
        rest.removeFirst()
        let value = take { $0 != quote }
        rest = rest.dropFirst()
        return Attribute(name: name.lowercased(), value: value)
    }

    private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: belongs)
        rest = rest[taken.endIndex...]
        return String(taken)
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    fileprivate var isSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}" }
}

extension HTMLText {
    /// The text of the attribute, with its character references resolved, without what browsers skip in addresses.
    static func addressAsBrowsersReadIt(_ value: String) -> String {
        var text = value
        for (reference, character) in [
            ("&colon;", ":"), ("&Tab;", "\t"), ("&NewLine;", "\n"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
            ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = text.replacing(reference, with: character)
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    }
}
