// What can be linked by itself, and by which words: the names of the glossary's terms, and those of pages about a concept
// that the glossary does not name.

package import Content
import UTF8Text

/// Something that text can mention.
package struct LinkableTerm: Sendable {
    package let name: String
    /// What a reader is told before following the link; may be empty.
    package let definition: String
    /// The page that explains it, and on the glossary page its entry.
    package let target: PageID
    package let fragment: String?
    /// The place in `Vocabulary.terms`; `nil` for the name of a page that the glossary does not know.
    package let entry: Int?
}

/// One way to write a term.
package struct TermForm: Sendable {
    package let text: String
    /// The place in `Vocabulary.linkable`.
    package let term: Int
    package let policy: LinkPolicy
    /// The policy as the glossary spells it.
    package var policyName: String { policy.rawValue }
    /// Whether Milepost made it, as the plural of another form.
    package let isGenerated: Bool
    package let wordCount: Int
    /// Whether only exactly these capitals are meant: by policy `case`, or because the form is an acronym.
    package let needsCase: Bool
    /// Two capitals: what follows a number in this form is an hour or a unit, not the term.
    let mayBeUnit: Bool
    /// The `formKey` of `text`.
    let key: String
}

extension Vocabulary {
    /// The vocabulary with everything that text can be searched for.
    func addingForms(shelf: Shelf, settings: Settings) -> Vocabulary {
        var collection = FormCollection(pluralsAreEnglish: settings.language.lowercased().hasPrefix("en"))
        let glossary = shelf.pages.first { $0.kind == .glossary }?.id
        for (index, entry) in terms.enumerated() {
            guard let target = entry.target ?? glossary else { continue }
            collection.add(
                LinkableTerm(
                    name: entry.term.name.value, definition: entry.term.definition, target: target,
                    fragment: entry.target == nil ? entry.id : nil, entry: index),
                forms: [(entry.term.name.value, entry.term.link)]
                    + entry.term.aliases.map { ($0.name.value, $0.link ?? entry.term.link) })
        }
        collection.reserve()
        for page in shelf.pages where page.isConcept {
            collection.add(
                LinkableTerm(
                    name: page.title, definition: page.parsed.header.summary ?? "", target: page.id, fragment: nil,
                    entry: nil),
                forms: page.conceptNames.map { ($0, acronymLetters(Array($0.utf8)) == nil ? .phrase : .auto) })
        }
        return Vocabulary(
            terms: terms, byForm: byForm, linkable: collection.terms, forms: collection.finished())
    }
}

extension Page {
    /// Whether the page explains what its title names.
    fileprivate var isConcept: Bool {
        kind == .article && parsed.header.status.value != .retired && type.explainsItsTitle
    }

    fileprivate var conceptNames: [String] {
        // "The business case" is about the business case.
        var names = [title.hasPrefix("The ") ? String(title.dropFirst(4)) : title] + parsed.header.aliases.map(\.value)
        names += parsed.header.details.otherNamesOfThing.map(\.value)
        // A title that is a sentence names nothing that a text would repeat.
        return names.filter { $0.utf8.count { $0 == " " } < 5 && !$0.contains { ":?!".contains($0) } }
    }
}

/// Forms as they are collected: the first claim holds, and what two pages claim nobody gets.
private struct FormCollection {
    let pluralsAreEnglish: Bool
    private(set) var terms: [LinkableTerm] = []
    private var forms: [TermForm] = []
    private var owners: [String: Int] = [:]
    /// How many forms are the glossary's.
    private var reserved = 0
    private var contested: Set<String> = []

    init(pluralsAreEnglish: Bool) { self.pluralsAreEnglish = pluralsAreEnglish }

    mutating func add(_ term: LinkableTerm, forms names: [(text: String, policy: LinkPolicy)]) {
        terms.append(term)
        for name in names { add(name.text, policy: name.policy, isGenerated: false) }
    }

    /// What is claimed so far is not contested by what comes.
    mutating func reserve() {
        addPlurals()
        reserved = forms.count
    }

    mutating func finished() -> [TermForm] {
        addPlurals()
        return contested.isEmpty ? forms : forms.filter { !contested.contains($0.key) }
    }

    /// - Parameter acronym: The form in capitals that this is the plural of.
    private mutating func add(
        _ text: String, policy: LinkPolicy, isGenerated: Bool, term: Int? = nil, pluralOf acronym: TermForm? = nil
    ) {
        let term = term ?? terms.count - 1
        let key = formKey(text)
        if let owner = owners[key] {
            if owner >= reserved, forms[owner].term != term, !isGenerated { contested.insert(key) }
            return
        }
        let bytes = Array(text.utf8)
        let words = [TermWord](of: bytes)
        guard !words.isEmpty else { return }
        owners[key] = forms.count
        // Characters of a script that does not part its words are one word when they stand together.
        let wordCount = words.indices.count { $0 == 0 || words[$0].start > words[$0 - 1].end }
        let capitals = words.count == 1 ? acronymLetters(bytes) : nil
        forms.append(
            TermForm(
                text: text, term: term, policy: policy, isGenerated: isGenerated, wordCount: wordCount,
                needsCase: policy == .case || capitals != nil || acronym != nil, mayBeUnit: capitals == 2, key: key))
    }

    /// The regular plural of acronyms, and of forms of several words, that have none yet (rule 7).
    private mutating func addPlurals() {
        guard pluralsAreEnglish else { return }
        for form in forms[reserved...] where form.wordCount == 1 && !form.isGenerated && form.policy != .manual {
            guard acronymLetters(Array(form.text.utf8)) != nil, form.text.utf8.last != "S" else { continue }
            add(form.text + "s", policy: form.policy, isGenerated: true, term: form.term, pluralOf: form)
        }
        for form in forms[reserved...] where form.wordCount > 1 && !form.isGenerated && form.policy != .manual {
            guard let last = form.text.utf8.last, last.isASCIILetter, !takesIrregularPlural(form.text.lowercased())
            else { continue }
            add(form.text + "s", policy: form.policy, isGenerated: true, term: form.term)
        }
    }

    /// Words behind which the noun that would take the `s` is not the last word.
    private static let links: Set<Substring> = [
        "of", "in", "for", "to", "and", "or", "with", "by", "on", "the", "per", "as", "up", "over", "out", "at",
    ]

    /// Whether a form does not simply take an `s`, or is a plural already.
    private func takesIrregularPlural(_ text: String) -> Bool {
        let vowelsBeforeY = ["ay", "ey", "oy", "uy"]
        if text.split(separator: " ").contains(where: Self.links.contains) { return true }
        return text.hasSuffix("s") || text.hasSuffix("x") || text.hasSuffix("z") || text.hasSuffix("ch")
            || text.hasSuffix("sh") || text.hasSuffix("ing") || text.hasSuffix("a")
            || (text.hasSuffix("y") && !vowelsBeforeY.contains { text.hasSuffix($0) })
    }
}

/// What is equal for all spellings of a form that text cannot tell apart: capitals, hyphens, curly apostrophes.
func formKey(_ form: String) -> String {
    if form.utf8.allSatisfy({ $0 < 0x80 }) {
        return String(
            decoding: form.utf8.map { $0.isASCIISpace || $0 == 0x2D ? 0x20 : $0.asciiLowercased }, as: UTF8.self)
    }
    var key = String.UnicodeScalarView()
    for scalar in form.lowercased().unicodeScalars {
        if scalar.isHyphen || scalar.properties.isWhitespace {
            key.append(" ")
        } else {
            key.append(scalar == "\u{2019}" ? "'" : scalar)
        }
    }
    return String(key)
}

/// How long a form is that is nothing but capitals, with digits or without: `PMO`, `PMOs` and `P3O` 3. `nil` for others.
private func acronymLetters(_ text: [UInt8]) -> Int? {
    let letters = text.last == "s" && text.count > 2 ? text.dropLast() : text[...]
    guard (2...5).contains(letters.count), letters.first.map({ (0x41...0x5A).contains($0) }) == true,
        letters.allSatisfy({ (0x41...0x5A).contains($0) || $0.isASCIIDigit })
    else { return nil }
    let capitals = letters.count { !$0.isASCIIDigit }
    return capitals >= 2 ? letters.count : nil
}
