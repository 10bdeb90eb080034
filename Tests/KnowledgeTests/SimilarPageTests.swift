// Pages that speak of the same things and that nothing connects.

import Content
import Knowledge
import TestHandbooks
import TestSupport
import Testing
import UTF8Text

/// Takes the pages from the last to the first.
private struct Backwards: PageMapping {
    func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        Array((0..<count).reversed().map(work).reversed())
    }
}

@Suite struct SimilarPageTests {
    private let boats = "Boats and harbours. Boats in harbours; boats at harbours."
    private let trees = "Trees and forests. Trees in forests; trees of forests."
    private let clouds = "Clouds and weather. Clouds in weather; clouds by weather."

    /// Pages that have nothing in common, so that a word of two pages tells something.
    private var crowd: [String: String] {
        Dictionary(
            uniqueKeysWithValues: (0..<40).map { ("crowd/\($0).md", "# Only\($0)x\n\nUnique\($0)y unique\($0)y.") })
    }

    private func similar(to path: String, among files: [String: String]) throws -> [String] {
        let linked = try linkedHandbook(crowd.merging(files) { $1 })
        return linked.similarPages[try linked.handbook.page(at: path).id.index].map { linked.handbook[$0.page].path }
    }

    @Test func pagesOfTheSameWordsAreSimilar() throws {
        let files = ["a.md": boats, "b.md": boats, "c.md": trees, "d.md": trees, "e.md": clouds]
        #expect(try similar(to: "a.md", among: files) == ["b.md"])
        #expect(try similar(to: "b.md", among: files) == ["a.md"])
        #expect(try similar(to: "e.md", among: files) == [])
    }

    @Test(arguments: ["[x](b.md)", "[[b]]", "---\nrelated: [b]\n---\n", "---\naliases: [x]\nsupersedes: b\n---\n"])
    func whatIsConnectedEitherWayIsNotProposed(_ link: String) throws {
        for path in ["a.md", "b.md"] {
            let files = ["a.md": link + "\n\n" + boats, "b.md": boats]
            #expect(try similar(to: path, among: files) == [], "\(link)")
        }
    }

    @Test func aPageThatATermLeadsToIsConnected() throws {
        let glossary = "terms:\n  - {term: boats, definition: They float on water., target: b}\n"
        let files = ["a.md": boats, "b.md": boats, "c.md": boats, "glossary.yml": glossary]
        #expect(try similar(to: "a.md", among: files) == ["c.md"])
        #expect(try similar(to: "b.md", among: files) == [])
    }

    @Test func retiredPagesAndListsAreNotProposed() throws {
        let files = ["a.md": boats, "b.md": "---\nstatus: retired\n---\n" + boats, "s/index.md": boats, "s/c.md": "x"]
        #expect(try similar(to: "a.md", among: files) == [])
    }

    @Test func atMostFourAreProposedTheLikestFirst() throws {
        var files: [String: String] = ["a.md": boats + trees + clouds]
        for number in 0..<6 { files["b\(number).md"] = number == 5 ? boats + trees : boats }
        let found = try similar(to: "a.md", among: files)
        #expect(found.count == 4)
        #expect(found.first == "b5.md")
        #expect(Array(found.dropFirst()) == ["b0.md", "b1.md", "b2.md"])
    }

    @Test(arguments: [[:], ["a.md": ""], ["a.md": "x"], ["a.md": "Boats boats", "b.md": "Boats boats"]])
    func fewPagesAreNoReasonToFail(_ files: [String: String]) throws {
        let linked = try linkedHandbook(files)
        #expect(linked.similarPages.count == linked.handbook.pages.count)
    }

    // MARK: Random handbooks

    private func randomFiles(_ random: inout Chance) -> [String: String] {
        let words = (0..<40).map { "word\($0)" } + ["Größe", "風險管理", "ελπίδα"]
        var files: [String: String] = [
            "glossary.yml": "terms:\n  - {term: word7 word8, definition: Two words of the test., target: p3}\n"
        ]
        for number in 0..<25 {
            var text = "# Page \(number)\n\n"
            for _ in 0..<(20 + random.below(60)) { text += random.pick(words) + random.pick([" ", " ", ". ", "\n\n"]) }
            for _ in 0..<random.below(3) { text += "[[p\(random.below(25))]] " }
            if random.below(6) == 0 { text = "---\nrelated: [p\(random.below(25))]\n---\n" + text }
            files["p\(number).md"] = text
        }
        return files
    }

    @Test func noTwoConnectedPagesAreSimilarAndLikenessIsMutual() throws {
        var random = Chance(seed: 23)
        for _ in 0..<12 {
            let linked = try linkedHandbook(randomFiles(&random))
            for page in linked.handbook.pages {
                let found = linked.similarPages[page.id.index]
                #expect(found.count <= 4 && found.map(\.likeness) == found.map(\.likeness).sorted(by: >))
                let targets = Set(linked.handbook.targets(ofTextOn: page.id))
                for other in found {
                    #expect(other.page != page.id && (0...1000).contains(other.likeness))
                    #expect(
                        !targets.contains(other.page)
                            && !linked.handbook.targets(ofTextOn: other.page).contains(page.id))
                    #expect(!linked.handbook.relations.targets(of: .related, from: page.id).contains(other.page))
                    let back = linked.similarPages[other.page.index].first { $0.page == page.id }
                    #expect(back == nil || back?.likeness == other.likeness)
                    let shared = linked.explainSimilarPages(of: page.id).first { $0.page == other.page }
                    #expect(shared.map { !$0.words.isEmpty || !$0.links.isEmpty } == true)
                }
            }
        }
    }

    @Test func theOrderOfFilesAndOfWorkChangesNothing() throws {
        var random = Chance(seed: 29)
        for _ in 0..<6 {
            let files = randomFiles(&random)
            func result(of paths: [String], on cores: some PageMapping) throws -> [String] {
                var pages: [ParsedPage] = []
                var terms: [Term] = []
                for path in paths {
                    switch parse(SourceFile(path: path, bytes: Array((files[path] ?? "").utf8))).file {
                    case .page(let page): pages.append(page)
                    case .glossary(let read): terms = read
                    default: break
                    }
                }
                let linked = link(
                    HandbookSource(
                        pages: pages, assets: [], settings: Settings(), terms: terms, sources: [],
                        today: try #require(CalendarDate("2027-01-01")), includesDrafts: false), on: cores)
                let handbook = linked.handbook
                return handbook.pages.map { page in
                    let similar = linked.similarPages[page.id.index].map { "\(handbook[$0.page].path) \($0.likeness)" }
                    let mentions = handbook.mentions[page.id.index].map { "\(handbook[$0.from].path) \($0.text)" }
                    let links = handbook.explainLinks(on: page.id).map {
                        "\($0.position) \($0.words) \($0.rule) \($0.target ?? "")"
                    }
                    return "\(page.path): \(similar) \(mentions) \(links)"
                }
            }
            let sorted = files.keys.sorted()
            let expected = try result(of: sorted, on: OneByOne())
            #expect(try result(of: sorted, on: Backwards()) == expected)
            #expect(try result(of: sorted.reversed(), on: Backwards()) == expected)
        }
    }
}
