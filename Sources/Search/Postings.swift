// The sections that a stem or a concept stands in, best first.

import UTF8Text

/// A section and the level of its impact.
struct Posting {
    let section: UInt32
    let level: UInt8
}

/// The postings of one stem or concept, encoded.
struct EncodedPostings: Sendable {
    /// How many sections there are in all.
    let count: Int
    /// The best ones: all, or `PostingsLimit.best(sections:)`.
    let best: [UInt8]
    /// The others, cut into runs of section numbers; the first number of each run comes with it.
    let rest: [(first: Int, bytes: [UInt8])]
}

enum PostingsLimit {
    /// Enough to find the best results by; more would cost readers more than it tells them. The larger a handbook, the
    /// more of its words have long lists, and a question of eight words reads as many.
    static func best(sections: Int) -> Int { sections <= 200_000 ? 2048 : 1024 }
    static let run = 8192
}

/// - Parameter postings: by ascending number of section.
/// - Parameter limit: how many are among the best.
func encode(_ postings: [Posting], levels: Int, best limit: Int) -> EncodedPostings {
    guard postings.count > limit else {
        return EncodedPostings(count: postings.count, best: encodeByLevel(postings, levels: levels), rest: [])
    }
    // The level from which on all fit; of the level below it, the first sections.
    var ofLevel = [Int](repeating: 0, count: levels + 1)
    for posting in postings { ofLevel[Int(posting.level)] += 1 }
    var room = limit
    var level = levels
    while level > 0, ofLevel[level] <= room {
        room -= ofLevel[level]
        level -= 1
    }
    var best: [Posting] = []
    var others: [Posting] = []
    for posting in postings {
        if posting.level > level {
            best.append(posting)
        } else if posting.level == level, room > 0 {
            best.append(posting)
            room -= 1
        } else {
            others.append(posting)
        }
    }
    let runs = stride(from: 0, to: others.count, by: PostingsLimit.run).map { start in
        let run = others[start..<min(others.count, start + PostingsLimit.run)]
        return (first: Int(run[start].section), bytes: encodeByLevel(Array(run), levels: levels))
    }
    return EncodedPostings(count: postings.count, best: encodeByLevel(best, levels: levels), rest: runs)
}

/// Level by level from the highest: the level, how many sections, and the steps from each to the next.
private func encodeByLevel(_ postings: [Posting], levels: Int) -> [UInt8] {
    var places = [Int](repeating: 0, count: levels + 2)
    for posting in postings { places[Int(posting.level)] += 1 }
    // The highest level comes first.
    var start = 0
    for level in stride(from: levels, through: 0, by: -1) { (places[level], start) = (start, start + places[level]) }
    var sorted = [UInt32](repeating: 0, count: postings.count)
    var ends = places
    for posting in postings {
        sorted[ends[Int(posting.level)]] = posting.section
        ends[Int(posting.level)] += 1
    }
    var bytes: [UInt8] = []
    for level in stride(from: levels, to: 0, by: -1) where ends[level] > places[level] {
        bytes.append(UInt8(level))
        bytes.appendVarint(ends[level] - places[level])
        var last = 0
        for section in sorted[places[level]..<ends[level]] {
            bytes.appendVarint(Int(section) - last)
            last = Int(section)
        }
    }
    return bytes
}

extension [UInt8] {
    /// Seven bits to a byte, lowest first, the highest bit set on all but the last.
    mutating func appendVarint(_ value: Int) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// A length and so many bytes.
    mutating func appendCounted(_ bytes: some Collection<UInt8>) {
        appendVarint(bytes.count)
        append(contentsOf: bytes)
    }
}
