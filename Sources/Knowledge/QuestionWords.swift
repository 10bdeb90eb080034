// What a question asks, apart from how it is put: the words that carry its meaning, and what kind of answer it wants.

import Content
import UTF8Text
import Words

struct QuestionWords {
    /// Without repetition, in the order of their bytes.
    let words: [String]
    /// "who", "when", "where", "why", "whether", or "what" for all that ask for an explanation.
    let kind: String
    /// The very word that asks; empty for a statement.
    let interrogative: String

    init(_ text: String, abbreviations: Abbreviations) {
        // "PMO's" is "PMOs", "what's" is "whats".
        let lower = text.lowercased()
        let hasApostrophe = lower.utf8.contains { $0 == "'" || $0 >= 0x80 }
        let all = (hasApostrophe ? lower.filter { $0 != "'" && $0 != "’" } : lower).wordParts
        let singulars = all.map(singular)
        interrogative = singulars.first { Self.interrogatives[$0] != nil } ?? ""
        kind =
            all.first.map(Self.auxiliaries.contains) == true ? "whether" : Self.interrogatives[interrogative] ?? "what"
        let meant = abbreviations.shortened(singulars).filter { !Self.empty.contains($0) }
        words = Set(meant).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static let interrogatives = [
        "who": "who", "whom": "who", "whose": "who", "when": "when", "where": "where", "why": "why", "what": "what",
        "which": "what", "how": "what",
    ]

    private static let auxiliaries: Set<String> = [
        "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall",
        "should", "was", "were", "will", "would",
    ]

    /// Words that many questions share, in the singular where they have one. "Not" and the prepositions that change a
    /// verb ("set up") are none of them.
    private static let empty: Set<String> = auxiliaries.union(interrogatives.keys).union([
        "a", "about", "actually", "an", "and", "any", "as", "at", "be", "been", "being", "best", "between", "but", "by",
        "doe", "ever", "exactly", "for", "from", "good", "ha", "he", "her", "here", "his", "i", "if", "in", "into",
        "it",
        "its", "just", "main", "make", "mean", "me", "my", "of", "on", "one", "or", "our", "ourself", "really", "right",
        "she", "so", "some", "someone", "than", "that", "the", "their", "them", "then", "there", "these", "they",
        "this", "those", "to", "us", "wa", "way", "we", "whether", "with", "within", "you", "your", "yours",
    ])
}

/// An English plural without its ending; a word that only looks like one loses it in every question alike.
func singular(_ word: String) -> String {
    let count = word.utf8.count
    if count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if count > 4, ["sses", "ches", "shes", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    guard count > 2, word.hasSuffix("s"), !["ss", "us", "is"].contains(where: word.hasSuffix) else { return word }
    return String(word.dropLast())
}

/// The acronyms of the glossary and the words that they are the initials of.
struct Abbreviations {
    /// By the first of the words; the longest first.
    private var byFirstWord: [String: [(words: [String], acronym: String)]] = [:]

    init(of vocabulary: Vocabulary) {
        for entry in vocabulary.terms {
            let forms = entry.term.names.map(\.value)
            for acronym in forms where (2...6).contains(acronym.utf8.count) && acronym.utf8.allSatisfy(\.isASCIILetter)
            {
                for form in forms where isAcronym(acronym, of: form.wordParts) {
                    let words = form.lowercased().wordParts.map(singular)
                    byFirstWord[words[0], default: []].append((words, acronym.lowercased()))
                }
            }
        }
        for word in byFirstWord.keys { byFirstWord[word]?.sort { $0.words.count > $1.words.count } }
    }

    /// `words` with every run that has an acronym replaced by it.
    func shortened(_ words: [String]) -> [String] {
        var result: [String] = []
        var rest = words[...]
        while let first = rest.first {
            if let match = byFirstWord[first]?.first(where: { rest.starts(with: $0.words) }) {
                result.append(match.acronym)
                rest = rest.dropFirst(match.words.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
