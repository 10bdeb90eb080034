// How much an occurrence counts: BM25F. S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and
// Beyond", 2009, section 3.5. The index keeps the part of the formula that does not depend on the query, quantised; the
// client multiplies it by how rare the word is.

enum Ranking {
    /// How soon more occurrences count less.
    static let saturation: Float = 2.2
    /// How much one occurrence in a field counts, and how much a long field dilutes it.
    static func weight(of field: Field) -> (weight: Float, dilution: Float) {
        switch field {
        case .title: (5, 0.6)
        case .names: (4, 0.6)
        case .headings: (6, 0.6)
        case .lead: (2, 0.75)
        case .body: (1, 0.75)
        }
    }

    /// Into how many levels impacts are quantised: fewer sections can afford more.
    static func levels(sections: Int) -> Int { sections <= 20_000 ? 31 : 15 }
}

/// The factors of one handbook: what an occurrence in a field of some length counts.
struct FieldFactors {
    private let factors: [(weight: Float, base: Float, perWord: Float)]

    /// - Parameter slices: all of them, for the average lengths of fields; empty ones do not count.
    init(_ slices: [SliceIndex]) {
        factors = Field.allCases.map { field in
            var words = 0
            var sections = 0
            for slice in slices {
                for index in stride(from: field.rawValue, to: slice.lengths.count, by: Field.count)
                where slice.lengths[index] > 0 {
                    words += Int(slice.lengths[index])
                    sections += 1
                }
            }
            let (weight, dilution) = Ranking.weight(of: field)
            let average = max(1, Float(words) / Float(max(1, sections)))
            return (weight, 1 - dilution, dilution / average)
        }
    }

    /// From 0 to 1: `x / (x + k)` for the weighted frequency `x` of a stem in a section.
    /// - Parameter lengths: of the fields of the section, which start at `start`.
    func impact(of counts: FieldCounts, lengths: Span<UInt16>, from start: Int) -> Float {
        var frequency: Float = 0
        for field in 0..<Field.count {
            let count = counts[Field(rawValue: field) ?? .body]
            guard count > 0 else { continue }
            let factor = factors[field]
            frequency += factor.weight * Float(count) / (factor.base + factor.perWord * Float(lengths[start + field]))
        }
        return frequency / (frequency + Ranking.saturation)
    }
}
