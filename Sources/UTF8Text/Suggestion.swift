// "Did you mean …?": the nearest of the words that would have been right.

/// The candidate nearest to `word`, if it is near enough to be a slip of the keyboard: a third of its letters wrong at
/// most. Ties go to the first in byte order.
package func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != word {
        let other = Array(candidate.lowercased().utf8)
        let limit = max(1, max(letters.count, other.count) / 3)
        guard abs(letters.count - other.count) <= limit, letters.count <= 120, other.count <= 120 else { continue }
        let distance = editDistance(letters, other)
        guard distance <= limit else { continue }
        if let known = best, (known.distance, known.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string alignment).
package func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
