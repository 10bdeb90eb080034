// The index of some pages that follow each other: how often each stem stands in each field of each section. Slices are
// made on all cores and merged.

import Content
import Knowledge
import UTF8Text
import Words

/// Where a word stands. The weight of each is in `Ranking`.
enum Field: Int, CaseIterable {
    case title, names, headings, lead, body

    /// Which bits of `FieldCounts` it takes.
    fileprivate var place: (shift: UInt32, most: UInt32) {
        switch self {
        case .title: (0, 0x7)
        case .names: (3, 0xF)
        case .headings: (7, 0xF)
        case .lead: (11, 0x1F)
        case .body: (16, 0xFFFF)
        }
    }

    static let count = 5
}

/// How often a stem stands in each field of a section: five counts that stop at their largest.
struct FieldCounts {
    private(set) var bits: UInt32 = 0

    subscript(field: Field) -> Int {
        let place = field.place
        return Int(bits >> place.shift & place.most)
    }

    mutating func addOne(_ field: Field) {
        let place = field.place
        if bits >> place.shift & place.most < place.most { bits += 1 << place.shift }
    }
}

struct SliceIndex {
    private(set) var forms: FormTable
    /// In how many sections each form stands.
    private(set) var sectionsOfForm: [Int32] = []
    private(set) var stemOfForm: [Int32] = []
    private(set) var stems = FormTable()
    /// The number of each section, ascending.
    private(set) var sections: [UInt32] = []
    /// How many words each field of each section has, field by field for each section.
    private(set) var lengths: [UInt16] = []
    /// For each stem where its occurrences start; concepts come first, in their order.
    private(set) var starts: [Int] = []
    /// The place in `sections`, ascending for each stem, and the counts there.
    private(set) var occurrences: [(section: UInt32, counts: FieldCounts)] = []

    init(_ pages: Range<Int>, of plan: IndexPlan) {
        var builder = SliceBuilder(plan)
        for page in pages { builder.add(page) }
        forms = builder.reader.forms
        sectionsOfForm = builder.sectionsOfForm
        stemOfForm = builder.stemOfForm
        stems = builder.stems
        sections = builder.sections
        lengths = builder.lengths
        let conceptCount = plan.concepts.all.count
        starts = [Int](repeating: 0, count: conceptCount + stems.count + 1)
        for row in builder.rows { starts[Int(row.stem) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var ends = starts
        occurrences = [(UInt32, FieldCounts)](repeating: (0, FieldCounts()), count: builder.rows.count)
        for row in builder.rows {
            occurrences[ends[Int(row.stem)]] = (row.section, row.counts)
            ends[Int(row.stem)] += 1
        }
    }
}

private struct SliceBuilder: ~Copyable {
    struct Row {
        /// Concepts first, then stems.
        let stem: Int32
        let section: UInt32
        var counts = FieldCounts()
    }

    let plan: IndexPlan
    var reader: WordReader
    var sectionsOfForm: [Int32] = []
    var stemOfForm: [Int32] = []
    var stems = FormTable()
    var sections: [UInt32] = []
    var lengths: [UInt16] = []
    var rows: [Row] = []

    private let stemmer: Stemmer
    private var matcher = ConceptMatcher()
    private let conceptCount: Int
    /// The section that a form was last seen in, plus 1.
    private var lastSection: [Int32] = []
    /// The row of each concept and stem in this section, if it is not before `firstRow`.
    private var rowOfStem: [Int32] = []
    private var firstRow = 0
    private var words: [Word] = []
    /// The form of each form of the page.
    private var pageForms: [Int] = []
    private var mentioned: [Int] = []

    init(_ plan: IndexPlan) {
        self.plan = plan
        reader = plan.concepts.reader
        stemmer = Stemmer(language: plan.handbook.settings.language)
        conceptCount = plan.concepts.all.count
        rowOfStem = [Int32](repeating: -1, count: conceptCount)
        for (number, concept) in plan.concepts.all.enumerated() where concept.isMentioned {
            for (index, name) in concept.names.enumerated() {
                matcher.add(
                    name.map { stem(ofForm: $0) }, concept: number,
                    needsCapitals: concept.needsCapitals.contains(index))
            }
        }
    }

    mutating func add(_ number: Int) {
        let page = searchPage(number, of: plan)
        pageForms.removeAll(keepingCapacity: true)
        if page.type != .term { page.words.forEachForm { pageForms.append(reader.enter($0)) } }
        for (index, section) in page.sections.enumerated() {
            firstRow = rows.count
            sections.append(UInt32(sectionNumber(firstUnit: plan.firstUnits[number], section: index)))
            let firstLength = lengths.count
            lengths.append(contentsOf: repeatElement(0, count: Field.count))
            if page.type != .term { read(page.title.utf8Span.span, .title, firstLength) }
            for name in section.names { read(name.utf8Span.span, .names, firstLength) }
            for heading in section.headings { read(heading.utf8Span.span, .headings, firstLength) }
            for lead in section.lead { read(lead.utf8Span.span, .lead, firstLength) }
            read(section.blocks, of: page, firstLength)
            if !section.text.isEmpty { read(section.text.span, .body, firstLength) }
        }
    }

    /// Reads a text that was not split into words when its page was parsed.
    private mutating func read(_ text: Span<UInt8>, _ field: Field, _ firstLength: Int) {
        matcher.restart()
        addWords(of: text, field, firstLength)
    }

    private mutating func addWords(of text: Span<UInt8>, _ field: Field, _ firstLength: Int) {
        words.removeAll(keepingCapacity: true)
        reader.read(text, into: &words)
        var length = Int(lengths[firstLength + field.rawValue])
        for word in words where word.form >= 0 { add(word, form: word.form, field, &length) }
        lengths[firstLength + field.rawValue] = UInt16(clamping: length)
    }

    private mutating func read(_ blocks: Range<Int>, of page: SearchPage, _ firstLength: Int) {
        matcher.restart()
        for block in blocks {
            var length = Int(lengths[firstLength + Field.body.rawValue])
            for word in page.words.words(ofPassage: block, startingAt: page.text.blocks[block].start) {
                if word.form >= 0 {
                    add(word, form: pageForms[word.form], .body, &length)
                } else if word.form == Word.placeholder, let title = page.titles[word.start] {
                    lengths[firstLength + Field.body.rawValue] = UInt16(clamping: length)
                    addWords(of: title.utf8Span.span, .body, firstLength)
                    length = Int(lengths[firstLength + Field.body.rawValue])
                }
            }
            lengths[firstLength + Field.body.rawValue] = UInt16(clamping: length)
        }
    }

    @inline(__always)
    private mutating func add(_ word: Word, form: Int, _ field: Field, _ length: inout Int) {
        let stem = stem(ofForm: form)
        noteForm(form)
        count(conceptCount + stem, field)
        guard !word.isJoined else { return }
        length += 1
        guard !plan.concepts.isStopWord(form) else { return }
        matcher.read(stem: stem, isCapitals: word.isCapitals, into: &mentioned)
        for concept in mentioned { count(concept, field) }
        mentioned.removeAll(keepingCapacity: true)
    }

    private mutating func stem(ofForm form: Int) -> Int {
        while stemOfForm.count <= form {
            let stem = stems.enter(stemmer.stem(reader.forms[stemOfForm.count]).span)
            stemOfForm.append(Int32(stem))
            sectionsOfForm.append(0)
            lastSection.append(0)
            if rowOfStem.count < conceptCount + stems.count { rowOfStem.append(-1) }
        }
        return Int(stemOfForm[form])
    }

    private mutating func noteForm(_ form: Int) {
        guard lastSection[form] != sections.count else { return }
        lastSection[form] = Int32(sections.count)
        sectionsOfForm[form] += 1
    }

    private mutating func count(_ stem: Int, _ field: Field) {
        if rowOfStem[stem] < firstRow {
            rowOfStem[stem] = Int32(rows.count)
            rows.append(Row(stem: Int32(stem), section: UInt32(sections.count - 1)))
        }
        rows[Int(rowOfStem[stem])].counts.addOne(field)
    }
}
