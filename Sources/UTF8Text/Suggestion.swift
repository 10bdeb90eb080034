// The nearest of a few words that would have been right: keys, rules, the names of commands. Whoever has many names asks
// `Suggestions`.

/// The candidate nearest to `word`, if it is near enough to be a slip of the keyboard: a third of its letters wrong at
/// most. Ties go to the first in byte order.
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    guard letters.count <= SpellingIndex.longest else { return nil }
    let pattern = Pattern<UInt128>(letters)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
        let other = Array(candidate.lowercased().utf8)
        guard other.count <= SpellingIndex.longest,
            let distance = pattern.distance(to: other.span, atMost: wrongLetters(letters.count, other.count))
        else { continue }
        if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// How many letters may be wrong between words of these lengths.
func wrongLetters(_ length: Int, _ other: Int) -> Int { max(1, max(length, other) / 3) }
