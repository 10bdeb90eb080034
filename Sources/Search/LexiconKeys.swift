// The keys of the lexicon: every form, every name of several words, and pairs of words that are also written as one.

import Content
import Knowledge
import UTF8Text
import Words

/// The keys in their order.
func lexiconKeys(of plan: IndexPlan, _ index: MergedIndex) -> [LexiconKey] {
    var keys: [[UInt8]: LexiconKey] = [:]
    for form in 0..<index.forms.count where index.sectionsOfForm[form] > 0 {
        let bytes = Array(index.forms[form])
        guard bytes.count <= KeyLimit.bytes else { continue }
        keys[bytes] = LexiconKey(bytes: bytes, stem: index.stemOfForm[form])
    }
    let pairs = keys.values.compactMap { key in key.stem.flatMap { pair(writtenAs: key.bytes, stem: $0, index) } }
    for pair in pairs { keys[pair.bytes] = pair }

    let sections = NamedSections(plan)
    for (number, concept) in plan.concepts.all.enumerated() {
        let target = sections.number(of: concept.target)
        // What is only ever written as one word is found by that word.
        let hasList =
            concept.isMentioned && index.postings[number].count > 0
            && (concept.names.count > 1 || concept.names[0].count > 1)
        for name in concept.names {
            let forms = name.map { Array(plan.concepts.reader.forms[$0]) }
            let key = key(ofName: forms, index)
            guard key.count <= KeyLimit.bytesOfName else { continue }
            if hasList { keys[key, default: LexiconKey(bytes: key)].concepts.append(number) }
            if let target, keys[key]?.named.contains(target) != true {
                keys[key, default: LexiconKey(bytes: key)].named.append(target)
            }
        }
    }
    return keys.values.sorted { precedes($0.bytes, $1.bytes) }
}

private enum KeyLimit {
    /// Nobody types a longer word.
    static let bytes = 64
    static let bytesOfName = 192
}

/// A name of one word is that word. One of several stands behind the rarest of them, whose shard has few others.
private func key(ofName forms: [[UInt8]], _ index: MergedIndex) -> [UInt8] {
    guard forms.count > 1 else { return forms[0] }
    let rarest = forms.min { index.sections(withForm: $0.span) < index.sections(withForm: $1.span) } ?? forms[0]
    return rarest + [0x20] + forms.joined(separator: [0x20])
}

/// The two words that a word can be parted into, if both are written apart too: `time sheet` finds `timesheet`.
private func pair(writtenAs form: [UInt8], stem: Int, _ index: MergedIndex) -> LexiconKey? {
    let shortest = 3
    guard form.count >= 2 * shortest, !form.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let letters = form.span
    var best: (place: Int, sections: Int)?
    for place in shortest...(form.count - shortest) {
        let sections = min(
            index.sections(withForm: letters.extracting(..<place)),
            index.sections(withForm: letters.extracting(place...))
        )
        if sections > best?.sections ?? 0 { best = (place, sections) }
    }
    return best.map { best in
        LexiconKey(bytes: key(ofName: [Array(form[..<best.place]), Array(form[best.place...])], index), stem: stem)
    }
}

/// The numbers of the sections that concepts are about.
private struct NamedSections {
    private var units: [PageID: Int] = [:]
    /// The place of each entry on the page of the glossary.
    private var entries: [String: Int] = [:]
    private var glossaryUnit = 0

    init(_ plan: IndexPlan) {
        for (page, unit) in zip(plan.pages, plan.firstUnits) {
            if page.type == .term { glossaryUnit = unit } else { units[page.id] = unit }
        }
        for (place, term) in plan.handbook.entriesToFind.enumerated() { entries[term.id] = place }
    }

    func number(of target: (page: PageID, anchor: String)) -> Int? {
        if target.anchor.isEmpty {
            return units[target.page].map { sectionNumber(firstUnit: $0, section: 0) }
        }
        return entries[target.anchor].map { sectionNumber(firstUnit: glossaryUnit, section: $0) }
    }
}
