// Search: the static index that readers' browsers search.
//
// Linked pages come in, files go out: a manifest that every search starts from, and many small files of which a search
// reads the few that its words lead to. The client module `site-template/assets/js/search.js` is the only reader. This
// module must never know templates, nor touch the disk.
//
// ## The format, version 1
//
// Every file is a zlib stream (RFC 1950) in the folder `search/`. Inside, the first four bytes are `MP`, the kind and
// the version: `M` the manifest, `L` a shard of the lexicon, `P` postings, `S` a shard for spelling, `F` facets, `R`
// records. Numbers are *varints*: seven bits to a byte, lowest first, the highest bit set on all but the last. Texts are
// UTF-8, *counted* when their length stands before them. Next to each `x.bin` there may be `x.bin.js`, a script with the
// same bytes in base 64 for readers who have the site in a folder, where browsers do not let scripts read files.
//
// **Numbers.** Pages are numbered by type, then in the order of their paths, in units of sixteen sections; a page with
// more takes the next units too. The number of a section is that of its page's first unit times 16, plus its place.
// So a type of page is a range of units.
//
// **Manifest** (`manifest.bin`, the one name that never changes): JSON.
//
//     language, words, stop   of the handbook; the stop words, with spaces between
//     tag                     changes with every file of the index; comes behind the names of records
//     levels, sections        how impacts are quantised; how many sections there are
//     units, perRecord        how many units there are; how many share a file of records
//     types                   [type, first unit, pages] for each, in order
//     lexicon, spell, lleps   the boundaries of shards and the hashes of their files
//     facets                  the hash of the file of facets
//
// A list of shards is a text and a text: for each shard but the first the shortest text that is not after its first key
// and after the last key of the one before it, each as one character for how many characters it shares with the one
// before, counted from `0`, and the others, ended by a line feed; then six hexadecimal digits for each shard. Shard 7
// of the lexicon with the hash 1f2e3d is `lexicon/7.1f2e3d.bin`.
//
// **Lexicon.** Keys are forms (see `Words.swift`), and names of several words: the rarest of their forms, a space,
// and all of them, without stop words, with spaces between. Such a key is always in the shard of its first word, so
// that a search needs no other shards than those of its words. Words that are also written as two are such names
// too. They are sorted as JavaScript compares strings. A shard: the number of keys; for each the number of bytes
// that it shares with the key before, counted the other bytes, and a number `n`. `n >> 2` says where its stem is: 0
// it has none, 1 beside the key that follows, counted, otherwise list `(n >> 2) - 2` of this shard. With bit 0 of
// `n` the sections follow that have this name: how many, and their numbers. With bit 1 the lists of concepts that
// have this name: how many, and their places. Then the number of lists; for each the number of sections in all,
// counted the best postings, and the number of files that hold the others: if there are any, the number of the
// first, and for each the step to its first section from that of the one before, and the three bytes of its hash.
// Its file is `postings/NUMBER.HASH.bin`.
//
// **Postings.** For each level from the highest down that has any: one byte for the level, how many sections, and the
// step to each from the one before. A section at level `l` of `levels` has an impact of `(l - ½) / levels`: how much
// the section is about the stem, by `Ranking.swift`.
//
// **Spelling.** `spell/` has forms by their first letters, `lleps/` the same written backwards. A shard: the number of
// forms; for each how many bytes it shares with the one before, counted the others, and one byte for how common it is.
//
// **Facets** (`facets.HASH.bin`): JSON, see `Facets.swift`.
//
// **Records** (`records/D/N.bin`, D the number without its last two digits): a JSON list of records, `perRecord` of
// them. A record: `n` its unit, `f` the first unit of its page, `u` the address from the root of the site, `t` the
// title, `y` the type, `p` topics, `s` sections: anchor, headings, text.

package import Knowledge
import UTF8Text

/// A file of the index.
package struct SearchFile: Sendable {
    /// Relative to the root of the site.
    package let address: String
    package let bytes: [UInt8]
}

package struct SearchIndex: Sendable {
    /// All files but the records.
    package let files: [SearchFile]
    /// The records come in tasks, which can be done in any order.
    package let recordTasks: [RecordTask]
    private let plan: IndexPlan

    /// Makes the index of a handbook: all pages but retired ones and those that say `search: false`.
    /// - Parameter cores: spreads the work; the result does not depend on how.
    package init(of handbook: Handbook, on cores: some PageMapping = OneByOne()) {
        plan = IndexPlan(of: handbook, on: cores)
        files = indexFiles(of: plan, on: cores)
        recordTasks = plan.recordTasks
    }

    /// The files of some pages' records.
    package func files(of task: RecordTask) -> [SearchFile] { recordFiles(of: task, plan) }
}
