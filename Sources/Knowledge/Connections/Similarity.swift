// Pages that are worth reading next to a page because they speak of the same things, though no link says so.
//
// Each page is described by its features: the words that it uses more than once or in a heading, and the pages that it
// leads to. A feature weighs the more, the fewer pages have it; one that more than `commonestFeature` pages have weighs
// nothing and is not looked at, which keeps the work in proportion to the number of pages. The likeness of two pages is
// the cosine of the angle between their features (G. Salton, C. Buckley, "Term-weighting approaches in automatic text
// retrieval", 1988). Only operations that every machine rounds alike are used, so that all give the same result.

import Content
import UTF8Text

/// A page like another one.
package struct SimilarPage: Sendable, Hashable {
    package let page: PageID
    /// 0 to 1000.
    package let likeness: Int
}

private enum SimilarityLimit {
    /// How many pages may have a feature that still tells something.
    static let commonestFeature = 64
    static let pages = 4
    /// Below this, two pages share no more than a few words.
    static let likeness = 150
}

/// The pages most like each page that it is not connected with yet, the likest first.
func findSimilarPages(_ handbook: Handbook, on cores: some PageMapping) -> [[SimilarPage]] {
    let index = FeatureIndex(of: handbook)
    return cores.map(handbook.pages.count) { page in
        var shared = index.features[page].flatMap { feature, weight in
            index.owners[feature].lazy.filter { $0.page != page }.map { (page: $0.page, product: $0.weight * weight) }
        }
        guard !shared.isEmpty else { return [] }
        shared.sort { $0.page < $1.page }
        let connected = handbook.connections(of: PageID(page))
        var likest: [SimilarPage] = []
        var start = 0
        while start < shared.count {
            let other = shared[start].page
            var sum = 0.0
            while start < shared.count, shared[start].page == other {
                sum += shared[start].product
                start += 1
            }
            let likeness = Int(sum / (index.lengths[page] * index.lengths[other]) * 1000)
            guard likeness >= SimilarityLimit.likeness, !connected.contains(PageID(other)) else { continue }
            likest.append(SimilarPage(page: PageID(other), likeness: likeness))
        }
        likest.sort { $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.page < $1.page }
        return Array(likest.prefix(SimilarityLimit.pages))
    }
}

/// The features that tell something, by number, and the pages that have each.
private struct FeatureIndex: Sendable {
    /// By page.
    private(set) var features: [[(feature: Int, weight: Double)]] = []
    /// By feature.
    private(set) var owners: [[(page: Int, weight: Double)]] = []
    /// The length of each page's weights as a vector.
    private(set) var lengths: [Double] = []

    init(of handbook: Handbook) {
        var numbers: [UInt64: Int] = [:]
        var counts: [Int] = []
        var all: [[(feature: Int, count: Double)]] = []
        for page in handbook.pages {
            var own: [(feature: Int, count: Double)] = []
            func add(_ hash: UInt64, _ count: Int) {
                let number = numbers[hash] ?? counts.count
                if number == counts.count {
                    numbers[hash] = number
                    counts.append(0)
                }
                counts[number] += 1
                own.append((number, Double(count)))
            }
            if page.kind == .article, page.parsed.header.status.value != .retired {
                for feature in page.parsed.profile.features { add(feature.hash, feature.count) }
                // The pages that a page leads to stand for it as words do.
                for target in handbook.targets(ofTextOn: page.id) { add(~UInt64(target.index), 2) }
            }
            all.append(own)
        }
        let pages = all.count { !$0.isEmpty }
        let commonest = min(SimilarityLimit.commonestFeature, max(2, pages / 3))
        owners = Array(repeating: [], count: counts.count)
        for (page, own) in all.enumerated() {
            let weighed = own.compactMap { feature, count -> (feature: Int, weight: Double)? in
                // What nearly all pages have tells nothing.
                guard counts[feature] > 1, counts[feature] < pages, counts[feature] <= commonest else { return nil }
                let rarity = binaryLogarithm(Double(pages) / Double(counts[feature]))
                return (feature, (1 + binaryLogarithm(count)) * rarity)
            }
            for (feature, weight) in weighed { owners[feature].append((page, weight)) }
            features.append(weighed)
            lengths.append(weighed.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot())
        }
    }
}

/// The logarithm to base 2, linear between the powers of two: near enough for a weight, and equal on every machine.
private func binaryLogarithm(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return Double(value.exponent) + value.significand - 1
}
