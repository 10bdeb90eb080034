// Whether letters are the initials of words: WBS of "work breakdown structure", ROI of "return on investment".

/// How many of the last of `words` the letters of `acronym` are the initials of, in their order; `nil` when they are
/// not. Small words such as "of" may have no letter.
package func wordCount(behind acronym: String, atEndOf words: [String]) -> Int? {
    var place = words.count
    for letter in acronym.lowercased().reversed() {
        repeat {
            guard place > 0 else { return nil }
            place -= 1
        } while words[place].first?.lowercased() != String(letter) && smallWords.contains(words[place].lowercased())
        guard words[place].first?.lowercased() == String(letter) else { return nil }
    }
    return words.count - place
}

/// Whether `acronym` stands for exactly these words.
package func isAcronym(_ acronym: String, of words: [String]) -> Bool {
    words.count >= 2 && wordCount(behind: acronym, atEndOf: words) == words.count
}

private let smallWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with",
]

extension String {
    /// Its words as they are written.
    package var wordParts: [String] { words { $1.upperBound } }

    /// Its words as they are written, but for a possessive `'s`.
    package var wordStems: [String] { words { stemEnd(of: $0, $1) } }

    private func words(endingAt end: (Span<UInt8>, Range<Int>) -> Int) -> [String] {
        let text = utf8Span.span
        var parts: [String] = []
        var index = 0
        while index < text.count {
            let (isPart, length) = text.wordPart(at: index, before: text.count)
            guard isPart else {
                index += length
                continue
            }
            let word = index..<text.extentOfWord(from: index, at: index, before: text.count).end
            parts.append(String(decoding: (index..<end(text, word)).map { text[$0] }, as: UTF8.self))
            index = word.upperBound
        }
        return parts
    }
}
