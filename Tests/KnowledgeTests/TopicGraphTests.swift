// The graph of topics: what connects them, what is kept of it, and the sections they stand in.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct TopicGraphTests {
    private func linked(_ topics: [String: String], and others: [String: String] = [:]) throws -> Handbook {
        var files = ["roles/lead.md": role("Lead"), "sources.yml": oneSource]
        for (name, text) in topics { files["topics/\(name).md"] = text }
        return try handbook(files.merging(others) { $1 })
    }

    /// `from kind to`, with `=` for links both ways.
    private func edges(_ edges: [TopicEdge], of handbook: Handbook) -> [String] {
        edges.map { edge in
            let ends = [edge.from, edge.to].map { handbook[handbook.topicGraph.topics[$0]].slug }
            let kind =
                switch edge.kind {
                case .partOf: "part of"
                case .precedes: "before"
                case .related: "related"
                case .link: edge.isMutual ? "=" : "links"
                }
            return "\(ends[0]) \(kind) \(ends[1])"
        }
    }

    private func allEdges(_ handbook: Handbook) -> [String] { edges(handbook.topicGraph.edges, of: handbook) }

    private func sections(_ handbook: Handbook) -> [String] {
        handbook.topicGraph.sections.map { section in
            let members = section.members.map { handbook[handbook.topicGraph.topics[$0]].slug }
            return "\(section.title): \(members.joined(separator: " "))"
        }
    }

    // MARK: Edges

    @Test func relationsAndLinksOfTopicsAreItsEdges() throws {
        let handbook = try linked([
            "a": topic("Aa", "part_of: b"), "b": topic("Bb", "precedes: [c]"), "c": topic("Cc", "related: [a]"),
            "d": topic("Dd", body: "See [[a]] and [[c]]."),
            "e": topic("Ee", body: "See [[d]] and [lead](../roles/lead.md)."),
        ])
        #expect(
            allEdges(handbook) == ["a part of b", "a related c", "b before c", "d links a", "d links c", "e links d"])
    }

    @Test func aLinkBothWaysIsStrongerThanMoreLinksOneWay() throws {
        let handbook = try linked([
            "a": topic("Aa", body: "[[b]] [[b]] [[b]] [[c]] [[d]] [[d]]"), "b": topic("Bb"),
            "c": topic("Cc", body: "[[a]]"), "d": topic("Dd"),
        ])
        // Of the links of each topic the strongest: c of a; b and d have none but that from a.
        let graph = handbook.topicGraph
        #expect(edges(graph.strongestEdges(linksPerTopic: 1), of: handbook) == ["a links b", "a = c", "a links d"])
        let many = try linked([
            "a": topic("Aa", body: "[[b]] [[b]] [[b]] [[c]]"), "b": topic("Bb", body: "[[d]]"),
            "c": topic("Cc", body: "[[a]]"), "d": topic("Dd", body: "[[b]]"),
        ])
        // The one-way link of a to b is the strongest of neither, though it is written three times.
        #expect(edges(many.topicGraph.strongestEdges(linksPerTopic: 1), of: many) == ["a = c", "b = d"])
    }

    @Test func aLinkBetweenRelatedTopicsAddsNothing() throws {
        let handbook = try linked(["a": topic("Aa", "part_of: b", body: "See [[b]]."), "b": topic("Bb", body: "[[a]]")])
        #expect(allEdges(handbook) == ["a part of b"])
    }

    @Test func linksBothWaysAreOneEdgeAndCounted() throws {
        let handbook = try linked(["a": topic("Aa", body: "[[b]] [[b]]"), "b": topic("Bb", body: "[[a]]")])
        #expect(allEdges(handbook) == ["a = b"])
        #expect(handbook.topicGraph.edges.first?.linkCount == 3)
    }

    @Test func linksThatMilepostMakesCountToo() throws {
        let handbook = try linked([
            "a": topic("Critical chain", body: "Text."),
            "b": topic(
                "Bb", body: "A plan with a critical chain has a buffer at its end, which its owner looks after."),
        ])
        #expect(allEdges(handbook) == ["b links a"])
    }

    @Test func topicsThatAreRetiredOrNotApprovedAreLeftOut() throws {
        let old = topic("Old", "part_of: a").replacing("status: approved", with: "status: retired")
        let new = topic("New", "part_of: a").replacing("status: approved", with: "status: draft")
        let handbook = try linked(["a": topic("Aa"), "b": topic("Bb", "part_of: a"), "old": old, "new": new])
        #expect(allEdges(handbook) == ["b part of a"])
        #expect(handbook.topicGraph.topics.count == 2)
    }

    // MARK: The strongest

    @Test func relationsStayAndOfTheLinksTheStrongestOfEachTopic() throws {
        let handbook = try linked([
            "hub": topic("Hub", "precedes: [one]", body: "[[often]] [[often]] [[often]] [[rare]] [[both]]"),
            "one": topic("One"), "often": topic("Often", body: "[[strong]]"),
            "rare": topic("Rare", body: "[[strong]] [[strong]]"),
            "both": topic("Both", body: "[[hub]]"), "strong": topic("Strong", body: "[[rare]]"),
        ])
        let strongest = handbook.topicGraph.strongestEdges(linksPerTopic: 1)
        // Both ways before often; `often` keeps its own strongest, and `rare` leads to `strong` rather than to the hub.
        #expect(
            edges(strongest, of: handbook) == ["both = hub", "hub links often", "hub before one", "rare = strong"])
    }

    @Test func drawsAreDecidedByPath() throws {
        let handbook = try linked([
            "a": topic("Aa", body: "[[c]] [[b]]"), "b": topic("Bb"), "c": topic("Cc"),
        ])
        let graph = handbook.topicGraph
        #expect(edges(graph.strongestEdges(linksPerTopic: 1), of: handbook) == ["a links b", "a links c"])
        #expect(graph.strongestEdges(linksPerTopic: 0).isEmpty)
    }

    // MARK: Sections

    @Test func groupsOfTheFolderAreTheSections() throws {
        let index =
            "---\ntitle: Topics\ngroups:\n  - {title: Second, pages: [b]}\n  - {title: First, pages: [c, a]}\n---\n"
        let handbook = try linked(
            ["a": topic("Aa"), "b": topic("Bb"), "c": topic("Cc"), "d": topic("Dd")], and: ["topics/index.md": index])
        #expect(sections(handbook) == ["Second: b", "First: c a", "Other topics: d"])
    }

    @Test func withoutGroupsFoldersAreTheSections() throws {
        let handbook = try linked(["one/a": topic("Aa"), "two/b": topic("Bb"), "two/c": topic("Cc")])
        #expect(sections(handbook) == ["One: a", "Two: b c"])
    }

    @Test func inOneFolderWholesAreTheSections() throws {
        let handbook = try linked([
            "a": topic("Aa"), "b": topic("Bb", "part_of: a"), "c": topic("Cc", "part_of: b"), "d": topic("Dd"),
            "e": topic("Ee"), "f": topic("Ff", "part_of: e"),
        ])
        #expect(sections(handbook) == ["Aa: a b c", "Ee: e f", "Other topics: d"])
    }

    @Test func aCircleOfPartsIsOneSection() throws {
        let handbook = try linked(["a": topic("Aa", "part_of: b"), "b": topic("Bb", "part_of: a"), "c": topic("Cc")])
        #expect(handbook.topicGraph.sections.map(\.members.count) == [2, 1])
    }

    // MARK: The page of the map

    @Test func thereIsAMapOnceTwoTopicsAreConnected() throws {
        let two = ["a": topic("Aa"), "b": topic("Bb", "part_of: a")]
        let handbook = try linked(two)
        #expect(handbook.map.map { handbook.address(of: $0) } == "map/index.html")
        #expect(handbook.map.map { handbook[$0].title } == "Topic map")
        #expect(try linked(["a": topic("Aa"), "b": topic("Bb")]).map == nil)
        #expect(try linked(["a": topic("Aa", body: "[[lead]]")]).pages.contains { $0.path == "map.md" } == false)
    }

    @Test func anAuthorsPageTakesThePlaceOfTheMap() throws {
        let own = ["map.md": "---\ntitle: How it hangs together\n---\nText.\n"]
        let handbook = try linked(["a": topic("Aa"), "b": topic("Bb", "part_of: a")], and: own)
        #expect(handbook.map.map { handbook[$0].title } == "How it hangs together")
        let unconnected = try linked(["a": topic("Aa"), "b": topic("Bb")], and: own)
        #expect(try unconnected.page(at: "map.md").kind == .article)
    }

    @Test func theMapStandsBeforeTheGlossaryAtTheTop() throws {
        let handbook = try linked(
            ["a": topic("Aa"), "b": topic("Bb", "part_of: a")],
            and: ["glossary.yml": "terms:\n  - {term: Float, definition: Time.}\n"])
        let top = handbook.tree.children(of: try #require(handbook.home)).map { handbook[$0].title }
        #expect(top.suffix(3) == ["Topic map", "Glossary", "Sources"])
    }
}
