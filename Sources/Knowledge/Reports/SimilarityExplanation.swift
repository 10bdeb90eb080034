// Why a page is similar to another one, in words and links that both have.

import Content
import UTF8Text

/// A similar page and what it shares.
package struct SimilarityExplanation: Sendable {
    package let page: PageID
    /// 0 to 1000.
    package let likeness: Int
    /// The rarest words that both pages use.
    package let words: [String]
    /// The pages that both lead to.
    package let links: [PageID]
}

extension LinkedHandbook {
    package func explainSimilarPages(of id: PageID) -> [SimilarityExplanation] {
        similarPages[id.index].map { similar in
            let other = similar.page
            let links = Set(handbook.targets(ofTextOn: id)).intersection(handbook.targets(ofTextOn: other))
            return SimilarityExplanation(
                page: other, likeness: similar.likeness, words: handbook.sharedWords(of: id, and: other),
                links: links.sorted())
        }
    }
}

extension Handbook {
    fileprivate func sharedWords(of id: PageID, and other: PageID) -> [String] {
        let mine = Set(self[id].parsed.profile.features.map(\.hash))
        let shared = mine.intersection(self[other].parsed.profile.features.map(\.hash))
        var owners: [UInt64: Int] = [:]
        for page in pages {
            for feature in page.parsed.profile.features where shared.contains(feature.hash) {
                owners[feature.hash, default: 0] += 1
            }
        }
        let spelled = self[id].parsed.wordsOfProfile(where: shared.contains)
        return spelled.sorted { left, right in
            let (a, b) = (owners[left.key] ?? 0, owners[right.key] ?? 0)
            return a != b ? a < b : left.value < right.value
        }.prefix(5).map(\.value)
    }
}
