// What a page is about, told by the words that it uses more than once: what similar pages are found by.

import UTF8Text
import Words

/// The words that stand for a page, as hashes in ascending order, with how often it uses each.
package struct PageProfile: Equatable, Sendable {
    package let features: [Feature]

    package struct Feature: Equatable, Sendable {
        package let hash: UInt64
        package let count: Int
    }

    /// A word that the title has counts three times, one of a heading twice. Code says little about what a page is about.
    init(title: String, text: PageText, words: TextWords) {
        var all: [Feature] = []
        for (hash, count) in zip(featureHashes(of: words), countForms(of: words, in: text)) where count > 0 {
            if let hash { all.append(Feature(hash: hash, count: count)) }
        }
        let title = Array(title.utf8)
        let titleWords = TextWords(of: title, passages: [0..<title.count])
        let titleHashes = featureHashes(of: titleWords)
        for word in titleWords.words(ofPassage: 0, startingAt: 0) where word.form >= 0 && !word.isJoined {
            if let hash = titleHashes[word.form] { all.append(Feature(hash: hash, count: 3)) }
        }
        let repeated = all.summed.filter { $0.count > 1 }
        // Each hash is there once, so the order is one.
        let most = repeated.sorted { $0.count != $1.count ? $0.count > $1.count : $0.hash < $1.hash }
            .prefix(mostFeatures)
        features = most.sorted { $0.hash < $1.hash }
    }

    init(features: [Feature]) { self.features = features }
}

private let mostFeatures = 64

extension [PageProfile.Feature] {
    /// One for each hash, with all that was counted.
    fileprivate var summed: Self {
        var sums: Self = []
        for feature in sorted(by: { $0.hash < $1.hash }) {
            if let last = sums.last, last.hash == feature.hash {
                sums[sums.count - 1] = PageProfile.Feature(hash: last.hash, count: last.count + feature.count)
            } else {
                sums.append(feature)
            }
        }
        return sums
    }
}

/// How often each form stands in the text, by its number.
private func countForms(of words: TextWords, in text: PageText) -> [Int] {
    var counts = [Int](repeating: 0, count: words.formCount)
    for (index, block) in text.blocks.enumerated() where block.kind != .code {
        let times = block.kind == .heading ? 2 : 1
        for word in words.words(ofPassage: index, startingAt: block.start) where word.form >= 0 && !word.isJoined {
            counts[word.form] += times
        }
    }
    return counts
}

/// The hash that stands for each form, by its number; `nil` for words of three letters or less, and for numbers.
private func featureHashes(of words: TextWords) -> [UInt64?] {
    var hashes: [UInt64?] = []
    hashes.reserveCapacity(words.formCount)
    words.forEachForm { form in
        let isNumber = form.indices.allSatisfy { form[$0].isASCIIDigit }
        hashes.append(form.count > 3 && !isNumber ? featureHash(of: form) : nil)
    }
    return hashes
}

/// The hash of a word without a plural `s`: FNV-1a, 64 bits. Source: draft-eastlake-fnv.
private func featureHash(of form: Span<UInt8>) -> UInt64 {
    let isPlural = form[form.count - 1] == "s" && form[form.count - 2] != "s"
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<(isPlural ? form.count - 1 : form.count) {
        sum = (sum ^ UInt64(form[index])) &* 0x0000_0100_0000_01B3
    }
    return sum
}

extension ParsedPage {
    /// The words of the page that may stand for it, spelled as they stand in its text first, or else in its title.
    package func wordsOfProfile(where isMeant: (UInt64) -> Bool) -> [UInt64: String] {
        var spelled: [UInt64: String] = [:]
        func note(_ words: TextWords, _ passages: some Sequence<(offset: Int, element: Int)>, of bytes: [UInt8]) {
            let hashes = featureHashes(of: words)
            for (passage, start) in passages {
                for word in words.words(ofPassage: passage, startingAt: start) where word.form >= 0 && !word.isJoined {
                    guard let hash = hashes[word.form], isMeant(hash), spelled[hash] == nil else { continue }
                    spelled[hash] = String(decoding: bytes[word.start..<word.stemEnd], as: UTF8.self)
                }
            }
        }
        let title = Array(header.title.value.utf8)
        note(TextWords(of: title, passages: [0..<title.count]), [(0, 0)], of: title)
        let text = markdown.text
        note(words, text.blocks.enumerated().lazy.filter { $1.kind != .code }.map { ($0, $1.start) }, of: text.bytes)
        return spelled
    }
}
