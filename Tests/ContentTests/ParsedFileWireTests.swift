// What a worker sends arrives as it was.

import Content
import Testing
import UTF8Text

struct ParsedFileWireTests {
    @Test(arguments: [
        (
            "questions/a.md",
            "title: What?\nasked: [How?, Why?]\nshort_answer: An answer of forty characters is long enough.\ncollection: true"
        ),
        (
            "topics/a.md",
            "kind: process\npart_of: b\nsteps: [{name: n, who: w, output: o}, {name: m}]\nprecedes: [c]\nexplains: [d]\nanswers: [e]"
        ),
        ("roles/a.md", "also_called: [b]\naccountable_for: [c]\nresponsible_for: [d]"),
        ("templates/a.md", "format: [md, csv]\nfile: a.csv\nused_in: [b]"),
        ("plans/a.md", "plan: {a: [1, '2', {b: ~}], é: x}\nanswers: [b]"), ("plans/a.md", "data: a.yaml"),
        ("index.md", "groups: [{title: G, pages: [a, b]}]"),
    ])
    func carriesAPageThatUsesEveryKey(_ path: String, _ keys: String) throws {
        let text = """
            ---
            slug: a-b
            summary: A sentence that is long enough to be a summary of it.
            owner: pmo
            status: review
            version: "1.10"
            updated: 2027-01-04
            reviewed: 2027-01-05
            review_in: 6w
            topics: [t]
            related: [r]
            aliases: [Größe]
            keywords: [k]
            audience: [everyone]
            sources: [s, {id: i, at: p. 3}]
            supersedes: o
            redirects: [/x, {from: "y#z", to: "#t"}, {from: v}]
            autolink: {skip: [RAID]}
            nav: {order: -3, hide: true, label: L}
            \(keys)
            ---
            # Title {#t}

            Lead with RAID[^1], a work breakdown structure (WBS), [a](/a "title"), ![b](b.png), [[c|d]] and <span id="s">x</span>.

            ## Heading

            ```swift
            code
            ```

            | a |
            |---|
            | [x](javascript:y) |

            [^1]: note

            <!-- milepost-ignore a, b: c -->
            """
        try checkRoundTrip(parse(SourceFile(path: path, bytes: Array(text.utf8))))
    }

    @Test(arguments: [
        "autolink: false", "draft: true", "publishDate: 2027-01-04\nexpiryDate: 2027-02-04", "review_in: 2y",
        "status: retired", "title: One two",
    ])
    func carriesEveryChoice(_ line: String) throws {
        try checkRoundTrip(parse(SourceFile(path: "a.md", bytes: Array("---\n\(line)\n---\n".utf8))))
    }

    @Test(arguments: [
        (
            "handbook.yml",
            "title: T\ndescription: D\nfooter: F\nknown_acronyms: [PMO]\nbase_url: https://h.test\nlinks: addresses\nstrict: true\nrules: {a: off}"
        ),
        (
            "handbook.yml", "rules: {b: error}"
        ), ("a.yaml", "kind: action\nstart: 2027-01-04\n# milepost-ignore a: b"), ("a.yml", ""),
        (
            "glossary.yml",
            "terms: [{term: A, definition: long enough, aliases: [b], target: c, link: phrase}, {term: B, definition: long enough}]"
        ),
        (
            "sources.yml",
            "sources: [{id: a, title: b, publisher: c, year: 2020, url: 'https://h.test', isbn: d, licence: e, accessed: 2027-01-04, note: f}]"
        ),
    ])
    func carriesTheSpecialFiles(_ path: String, _ text: String) throws {
        try checkRoundTrip(parse(SourceFile(path: path, bytes: Array(text.utf8))))
    }

    @Test func refusesAResultThatIsCutOff() throws {
        var wire = WireWriter()
        wire.value(
            parse(SourceFile(path: "topics/a.md", bytes: Array("---\nnav: {order: 1}\n---\n# T\n\n[a](b) [[c]]".utf8))))
        for count in wire.bytes.indices {
            var reader = WireReader(Array(wire.bytes[..<count]))
            #expect(throws: WireError.self) { _ = try reader.value(ParseResult.self) }
        }
    }

    /// The copy must say everything that the original says, and write the same bytes again.
    private func checkRoundTrip(_ result: ParseResult) throws {
        var wire = WireWriter()
        wire.value(result)
        var reader = WireReader(wire.bytes)
        let copy = try reader.value(ParseResult.self)
        #expect(reader.isAtEnd)
        #expect(String(reflecting: copy) == String(reflecting: result))
        var again = WireWriter()
        again.value(copy)
        #expect(again.bytes == wire.bytes)
    }
}
