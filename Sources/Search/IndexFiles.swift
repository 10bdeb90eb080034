// The files of the index: the lexicon in shards, postings that do not fit into them, spelling, facets, the manifest.

import Content
import Knowledge
import UTF8Text

enum FileKind: UInt8 {
    case manifest = 0x4D
    case lexicon = 0x4C
    case postings = 0x50
    case spelling = 0x53
    case facets = 0x46
    case records = 0x52

    static let version: UInt8 = 1

    /// What every file starts with.
    var header: [UInt8] { [0x4D, 0x50, rawValue, Self.version] }
}

func indexFiles(of plan: IndexPlan, on cores: some PageMapping) -> [SearchFile] {
    // Enough slices that all cores are busy, and no more: each numbers its words anew.
    let slices = min(64, max(1, plan.pages.count / 64))
    let count = plan.pages.count
    let index = MergedIndex(
        cores.map(slices) { SliceIndex(count * $0 / slices..<count * ($0 + 1) / slices, of: plan) },
        concepts: plan.concepts.all.count, on: cores)

    var files = FileList(on: cores)
    var runs: [Int: PostingRuns] = [:]
    for (list, postings) in index.postings.enumerated() where !postings.rest.isEmpty {
        runs[list] = files.addPostings(postings.rest.map(\.bytes))
    }
    let keys = lexiconKeys(of: plan, index)
    let lexicon = files.add(
        ShardWriter.shards(of: keys, index, runs: runs, size: shardSize(of: keys, index)), .lexicon, in: "lexicon")
    let spelling = spellingShards(of: index)
    let forwards = files.add(spelling.forwards, .spelling, in: "spell")
    let backwards = files.add(spelling.backwards, .spelling, in: "lleps")
    let facets = files.add(FileKind.facets.header + facets(of: plan).bytes, named: "facets")
    let tag = ContentHash(of: Array(files.files.map(\.address).joined(separator: "\n").utf8)).short
    let manifest = JSON.object([
        ("language", .string(plan.handbook.settings.language)),
        ("stop", .string(plan.stopWords.sorted().joined(separator: " "))),
        ("tag", .string(tag)),
        ("levels", .integer(index.levels)), ("sections", .integer(index.sections)),
        ("units", .integer(plan.units)), ("perRecord", .integer(plan.unitsPerRecord)),
        ("types", types(of: plan)),
        ("lexicon", lexicon), ("spell", forwards), ("lleps", backwards), ("facets", .string(facets)),
    ])
    return files.files + [
        SearchFile(
            address: "search/manifest.bin",
            bytes: Compressor(level: 12).compress(FileKind.manifest.header + manifest.bytes))
    ]
}

/// How large a shard should be, in bytes before compression: a search reads the manifest, which grows with the number of
/// shards, and a shard for each word. This is where a search of four words reads least.
private func shardSize(of keys: [LexiconKey], _ index: MergedIndex) -> Int {
    let words = 4.0
    let bytesInManifest = 5.5
    let compressedShare = 0.75
    let all = keys.reduce(0) { $0 + $1.bytes.count / 2 + 4 } + index.postings.reduce(0) { $0 + $1.best.count + 3 }
    return min(12_000, max(4_000, Int((Double(all) * bytesInManifest / (words * compressedShare)).squareRoot())))
}

private func types(of plan: IndexPlan) -> JSON {
    .array(
        SearchType.inOrder.compactMap { type in
            guard let first = plan.pages.firstIndex(where: { $0.type == type }) else { return nil }
            return .array([
                .string(type.rawValue), .integer(plan.firstUnits[first]),
                .integer(plan.pages.count { $0.type == type }),
            ])
        })
}

/// Collects files, compressed on all cores.
private struct FileList<Cores: PageMapping> {
    private(set) var files: [SearchFile] = []
    private var postingFiles = 0
    private let cores: Cores

    init(on cores: Cores) { self.cores = cores }

    /// Returns the hash in the name.
    mutating func add(_ bytes: [UInt8], named name: String) -> String {
        let hash = nameHash(of: bytes)
        files.append(
            SearchFile(address: "search/\(name).\(hexadecimal(hash)).bin", bytes: Compressor(level: 9).compress(bytes)))
        return hexadecimal(hash)
    }

    mutating func addPostings(_ runs: [[UInt8]]) -> PostingRuns {
        let first = postingFiles
        postingFiles += runs.count
        let hashes = runs.enumerated().map { offset, run in
            let bytes = FileKind.postings.header + run
            let hash = nameHash(of: bytes)
            files.append(
                SearchFile(
                    address: "search/postings/\(first + offset).\(hexadecimal(hash)).bin",
                    bytes: Compressor(level: 9).compress(bytes)))
            return hash
        }
        return PostingRuns(firstNumber: first, hashes: hashes)
    }

    /// Returns what the manifest says of the shards.
    mutating func add(_ shards: [Shard], _ kind: FileKind, in folder: String) -> JSON {
        let chunks = min(shards.count, 64)
        let made = cores.map(chunks) { chunk in
            let compressor = Compressor(level: 9)
            return (shards.count * chunk / chunks..<shards.count * (chunk + 1) / chunks).map { number in
                let bytes = kind.header + shards[number].bytes
                return (hash: nameHash(of: bytes), bytes: compressor.compress(bytes))
            }
        }.flatMap(\.self)
        for (number, file) in made.enumerated() {
            files.append(
                SearchFile(address: "search/\(folder)/\(number).\(hexadecimal(file.hash)).bin", bytes: file.bytes))
        }
        return .array([
            .string(boundaries(of: shards)), .string(made.map { hexadecimal($0.hash) }.joined()),
        ])
    }
}

/// The shortest text that parts each shard from the one before, with what it shares with the one before that.
private func boundaries(of shards: [Shard]) -> String {
    var text = ""
    var previous: [Character] = []
    for (shard, next) in zip(shards, shards.dropFirst()) {
        let last = Array(String(decoding: shard.lastKey, as: UTF8.self).unicodeScalars)
        let first = Array(String(decoding: next.firstKey, as: UTF8.self).unicodeScalars)
        let shared = zip(last, first).prefix { $0 == $1 }.count
        var boundary = String.UnicodeScalarView()
        boundary.append(contentsOf: first.prefix(shared + 1))
        let characters = Array(String(boundary))
        let common = min(40, zip(previous, characters).prefix { $0 == $1 }.count)
        text.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + common)))
        text += String(characters[common...]) + "\n"
        previous = characters
    }
    return text
}

private func nameHash(of bytes: [UInt8]) -> [UInt8] {
    let hash = ContentHash(of: bytes).low
    return [
        UInt8(truncatingIfNeeded: hash), UInt8(truncatingIfNeeded: hash >> 8), UInt8(truncatingIfNeeded: hash >> 16),
    ]
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined()
}
