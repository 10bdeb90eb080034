// The slices as one index: every stem and concept with its postings, every form with its stem.

import Knowledge
import UTF8Text
import Words

struct MergedIndex {
    /// Concepts first, in their order, then stems.
    let postings: [EncodedPostings]
    let forms: FormTable
    /// In how many sections each form stands; 0 for one that only names of concepts have.
    let sectionsOfForm: [Int]
    /// The place of each form's stem in `postings`.
    let stemOfForm: [Int]
    /// How many sections there are.
    let sections: Int
    let levels: Int

    init(_ slices: [SliceIndex], concepts: Int, on cores: some PageMapping) {
        var forms = FormTable()
        var stems = FormTable()
        var sectionsOfForm: [Int] = []
        var stemOfForm: [Int] = []
        /// For each slice the place in `postings` of each of its stems.
        var places: [[Int]] = []
        for slice in slices {
            places.append(Array(0..<concepts))
            for stem in 0..<slice.stems.count {
                places[places.count - 1].append(concepts + stems.enter(slice.stems[stem].span))
            }
            for form in 0..<slice.stemOfForm.count {
                let number = forms.enter(slice.forms[form].span)
                if number == stemOfForm.count {
                    sectionsOfForm.append(0)
                    stemOfForm.append(places[places.count - 1][concepts + Int(slice.stemOfForm[form])])
                }
                sectionsOfForm[number] += Int(slice.sectionsOfForm[form])
            }
        }
        self.forms = forms
        self.sectionsOfForm = sectionsOfForm
        self.stemOfForm = stemOfForm
        sections = slices.reduce(0) { $0 + $1.sections.count }
        let levels = Ranking.levels(sections: sections)
        self.levels = levels

        let lists = OccurrenceLists(slices, places: places, count: concepts + stems.count)
        let factors = FieldFactors(slices)
        let best = PostingsLimit.best(sections: sections)
        let chunks = 256
        let count = concepts + stems.count
        postings = cores.map(chunks) { chunk in
            (count * chunk / chunks..<count * (chunk + 1) / chunks).map { number in
                encode(lists.postings(of: number, slices, factors, levels: levels), levels: levels, best: best)
            }
        }.flatMap(\.self)
    }

    /// In how many sections a form stands.
    func sections(withForm form: Span<UInt8>) -> Int { forms.number(of: form).map { sectionsOfForm[$0] } ?? 0 }
}

/// Where in the slices the occurrences of each stem are.
private struct OccurrenceLists {
    private var starts: [Int]
    private var parts: [(slice: Int32, stem: Int32)]

    init(_ slices: [SliceIndex], places: [[Int]], count: Int) {
        starts = [Int](repeating: 0, count: count + 1)
        for places in places { for place in places { starts[place + 1] += 1 } }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var ends = starts
        parts = [(Int32, Int32)](repeating: (0, 0), count: starts[count])
        for (slice, places) in places.enumerated() {
            for (stem, place) in places.enumerated() {
                parts[ends[place]] = (Int32(slice), Int32(stem))
                ends[place] += 1
            }
        }
    }

    /// By ascending number of section, because the slices follow each other.
    func postings(of number: Int, _ slices: [SliceIndex], _ factors: FieldFactors, levels: Int) -> [Posting] {
        var postings: [Posting] = []
        for part in parts[starts[number]..<starts[number + 1]] {
            let place = Int(part.slice)
            let range = slices[place].starts[Int(part.stem)]..<slices[place].starts[Int(part.stem) + 1]
            let lengths = slices[place].lengths
            let sections = slices[place].sections
            for occurrence in slices[place].occurrences[range] {
                let section = Int(occurrence.section)
                let impact = factors.impact(
                    of: occurrence.counts, lengths: lengths.span, from: section * Field.count)
                postings.append(
                    Posting(section: sections[section], level: UInt8(min(levels, Int(impact * Float(levels)) + 1))))
            }
        }
        return postings
    }
}
