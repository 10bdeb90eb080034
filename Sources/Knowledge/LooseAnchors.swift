// Headings that an id means although theirs is another: other tools make ids of headings in ways of their own.
//
// GitHub keeps each hyphen and numbers the second heading of a name from 1; GitLab and Hugo make one hyphen of several;
// kramdown leaves out what stands before the first letter; others drop accents or keep capitals. The letters and digits
// are the same in all of them, and where just one heading has these, it is meant.

import Content
import UTF8Text

/// The headings of the pages that links lead to, read when a link needs them and then kept.
final class LooseAnchors {
    private let anchors: Anchors
    private var keys: [PageID: [String: Set<String>]] = [:]
    private var sameNames: [PageID: [String: [String]]] = [:]

    init(_ anchors: Anchors) { self.anchors = anchors }

    enum Match {
        /// The title, which stands at the top of the page.
        case top
        case anchor(String)
    }

    /// What an id that the page does not have must mean, if that is plain.
    func match(_ wanted: String, on page: Page) -> Match? {
        let wanted = wanted.hasPrefix("user-content-") ? String(wanted.dropFirst("user-content-".count)) : wanted
        if anchors.has(wanted, on: page) { return .anchor(wanted) }
        if wanted == "top" || wanted == headingID(page.title) { return .top }
        if let repeated = repeatedHeading(wanted, on: page) { return .anchor(repeated) }
        let key = looseKey(wanted)
        guard !key.isEmpty else { return nil }
        if let ids = keys(of: page)[key] { return ids.count == 1 ? ids.first.map(Match.anchor) : nil }
        return key == looseKey(page.title) ? .top : nil
    }

    /// `scope-1`, or `scope_1`, is the second heading that is called "Scope".
    private func repeatedHeading(_ wanted: String, on page: Page) -> String? {
        let digits = wanted.utf8.reversed().prefix { $0.isASCIIDigit }.count
        guard (1...3).contains(digits), wanted.utf8.count > digits + 1, let number = Int(wanted.suffix(digits)) else {
            return nil
        }
        let name = wanted.dropLast(digits)
        guard name.last == "-" || name.last == "_" else { return nil }
        let known =
            sameNames[page.id]
            ?? Dictionary(grouping: page.parsed.markdown.outline) { headingID($0.text) }.mapValues { $0.map(\.id) }
        sameNames[page.id] = known
        guard let ids = known[String(name.dropLast())], ids.indices.contains(number) else { return nil }
        return ids[number]
    }

    private func keys(of page: Page) -> [String: Set<String>] {
        if let known = keys[page.id] { return known }
        var keys: [String: Set<String>] = [:]
        func add(_ text: String, for id: String) {
            let key = looseKey(text)
            if !key.isEmpty { keys[key, default: []].insert(id) }
        }
        for heading in page.parsed.markdown.outline {
            add(heading.id, for: heading.id)
            add(heading.text, for: heading.id)
        }
        for anchor in page.parsed.markdown.anchors { add(anchor, for: anchor) }
        // Without what stands before the first letter, where no heading is called so in full.
        var short: [String: Set<String>] = [:]
        for heading in page.parsed.markdown.outline {
            let key = looseKey(String(heading.text.drop { !$0.isLetter }))
            if keys[key] == nil, !key.isEmpty { short[key, default: []].insert(heading.id) }
        }
        keys.merge(short) { full, _ in full }
        self.keys[page.id] = keys
        return keys
    }
}

/// The letters and digits of a text, without accents and in small letters.
private func looseKey(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
        let bytes = text.utf8.lazy.filter { $0.isASCIILetter || $0.isASCIIDigit }.map(\.asciiLowercased)
        return String(decoding: Array(bytes), as: UTF8.self)
    }
    var key = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.append(scalar.withoutAccent)
    }
    return String(key)
}

extension Unicode.Scalar {
    /// The letter that an accent stands on: its name says so.
    fileprivate var withoutAccent: Unicode.Scalar {
        guard value >= 0x80, let name = properties.name, name.hasPrefix("LATIN SMALL LETTER "),
            let letter = name.dropFirst("LATIN SMALL LETTER ".count).split(separator: " WITH ").first,
            letter.unicodeScalars.count == 1, let plain = letter.lowercased().unicodeScalars.first
        else { return self }
        return plain
    }
}
