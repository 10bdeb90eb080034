// The keys of the index, and the shards that they are split into: see `Search.swift` for the format.

import UTF8Text

/// What a reader may type, and what it stands for.
struct LexiconKey {
    /// A form; for several words one of them, a space, and all with spaces between.
    let bytes: [UInt8]
    /// The place of its stem in `MergedIndex.postings`.
    var stem: Int?
    /// The places of concepts that have this name.
    var concepts: [Int] = []
    /// The sections that are about what has this name.
    var named: [Int] = []

    /// Its first word, with which it must share a shard.
    fileprivate var word: ArraySlice<UInt8> { bytes.prefix { $0 != 0x20 } }
}

/// The order of UTF-16, by which JavaScript compares strings.
func precedes(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    // It differs from the order of UTF-8 for characters beyond U+FFFF alone, which start with F0 or more: they come
    // before those from U+E000 on.
    func rank(_ byte: UInt8) -> UInt8 { byte == 0xEE || byte == 0xEF ? byte + 10 : byte }
    for (a, b) in zip(left, right) where a != b { return rank(a) < rank(b) }
    return left.count < right.count
}

/// A part of the lexicon with the postings of its keys.
struct Shard {
    let firstKey: [UInt8]
    let lastKey: [UInt8]
    /// Not compressed.
    let bytes: [UInt8]
}

/// Splits keys in their order into shards.
struct ShardWriter {
    /// Postings up to this size are written again wherever a key needs them; larger ones once.
    private static let copiedBytes = 512
    /// How far beyond its size a shard may grow to keep the forms of a stem together.
    private static let slack = 1.5

    private let index: MergedIndex
    /// The number of the first file of each list that goes on in files of its own, and those files' hashes.
    private let runs: [Int: PostingRuns]
    private let size: Int
    private var shards: [Shard] = []

    private var keys: [LexiconKey] = []
    private var keyBytes = 0
    /// The lists of this shard in their order, and the place of each.
    private var lists: [Int] = []
    private var places: [Int: Int] = [:]
    private var listBytes = 0
    /// The key beside which each large list of an earlier shard stands.
    private var homes: [Int: [UInt8]] = [:]

    init(_ index: MergedIndex, runs: [Int: PostingRuns], size: Int) {
        self.index = index
        self.runs = runs
        self.size = size
    }

    static func shards(of keys: [LexiconKey], _ index: MergedIndex, runs: [Int: PostingRuns], size: Int) -> [Shard] {
        var writer = ShardWriter(index, runs: runs, size: size)
        for key in keys { writer.add(key) }
        writer.endShard()
        return writer.shards
    }

    private mutating func add(_ key: LexiconKey) {
        let needed = ([key.stem].compactMap(\.self) + key.concepts).filter { places[$0] == nil && homes[$0] == nil }
        let cost = needed.reduce(0) { $0 + index.postings[$1].best.count }
        let full = keyBytes + listBytes
        let isForm = key.stem.map { places[$0] != nil } ?? false
        let isName = key.word.count < key.bytes.count && keys.last?.word == key.word
        if full > 0, !isName,
            isForm ? Double(full) > Double(size) * Self.slack : full >= size || full + cost > size * 3 / 2,
            full > size / 4
        {
            endShard()
        }
        for list in [key.stem].compactMap(\.self) + key.concepts where places[list] == nil {
            let bytes = index.postings[list].best.count
            guard homes[list] == nil || bytes <= Self.copiedBytes else { continue }
            places[list] = lists.count
            lists.append(list)
            listBytes += bytes + 3
        }
        keyBytes += key.bytes.count / 2 + 4
        keys.append(key)
    }

    private mutating func endShard() {
        guard let first = keys.first, let last = keys.last else { return }
        var bytes: [UInt8] = []
        bytes.appendVarint(keys.count)
        var previous: [UInt8] = []
        for key in keys {
            let shared = zip(previous, key.bytes).prefix { $0 == $1 }.count
            bytes.appendVarint(shared)
            bytes.appendCounted(key.bytes[shared...])
            write(key, to: &bytes)
            previous = key.bytes
        }
        bytes.appendVarint(lists.count)
        for list in lists { write(list, to: &bytes) }
        for key in keys {
            for list in [key.stem].compactMap(\.self) + key.concepts where places[list] != nil && homes[list] == nil {
                homes[list] = key.bytes
            }
        }
        shards.append(Shard(firstKey: first.bytes, lastKey: last.bytes, bytes: bytes))
        (keys, keyBytes, lists, places, listBytes) = ([], 0, [], [:], 0)
    }

    private func write(_ key: LexiconKey, to bytes: inout [UInt8]) {
        let isElsewhere = key.stem.map { places[$0] == nil } ?? false
        let reference = key.stem.map { places[$0].map { $0 + 2 } ?? 1 } ?? 0
        let concepts = key.concepts.compactMap { places[$0] }
        bytes.appendVarint(reference << 2 | (key.named.isEmpty ? 0 : 1) | (concepts.isEmpty ? 0 : 2))
        if isElsewhere, let stem = key.stem { bytes.appendCounted(homes[stem] ?? []) }
        if !key.named.isEmpty {
            bytes.appendVarint(key.named.count)
            for section in key.named { bytes.appendVarint(section) }
        }
        if !concepts.isEmpty {
            bytes.appendVarint(concepts.count)
            for concept in concepts { bytes.appendVarint(concept) }
        }
    }

    private func write(_ list: Int, to bytes: inout [UInt8]) {
        let postings = index.postings[list]
        bytes.appendVarint(postings.count)
        bytes.appendCounted(postings.best)
        let files = runs[list]
        bytes.appendVarint(files?.hashes.count ?? 0)
        guard let files else { return }
        bytes.appendVarint(files.firstNumber)
        var last = 0
        for (run, hash) in zip(postings.rest, files.hashes) {
            bytes.appendVarint(run.first - last)
            bytes.append(contentsOf: hash)
            last = run.first
        }
    }
}

/// The files that hold the rest of a long list.
struct PostingRuns {
    let firstNumber: Int
    /// Three bytes each.
    let hashes: [[UInt8]]
}
