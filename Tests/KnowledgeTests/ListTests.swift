// The tables for those who keep a handbook.

import Content
import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct ListTests {
    private let glossary = """
        terms:
          - {term: sea chart, definition: A map of the sea., aliases: [CHT, {alias: map, link: phrase}], target: chart}
          - {term: Anchor, definition: It holds the ship., link: manual}
          - {term: bilge, definition: The lowest part of a ship.}
        """

    private func linked() throws -> Handbook {
        try handbook([
            "glossary.yml": glossary, "sources.yml": oneSource, "roles/lead.md": role("Lead"), "chart.md": "# Charts",
            "topics/mast.md": topic("Tall mast", "reviewed: 2025-01-01"),
            "topics/old.md": topic("Old rig").replacing(
                "approved", with: "retired"), "a.md": "A sea chart, a CHT, a map, an anchor. Climb the tall mast.",
            "b.md": "A sea chart.\n\n[x](a.md) [y](https://example.org/)", "alone.md": "Alone",
        ])
    }

    @Test func termsStandInAlphabeticalOrderWithWhatBecameOfThem() throws {
        let linked = try linked()
        let lines = linked.termSummaries.map { term in
            "\(term.term.name) \(linked.path(of: term.term.target, fragment: term.term.fragment)) \(term.policy) "
                + "\(term.links) \(term.linkingPages) \(term.mentioningPages)"
        }
        #expect(
            lines == [
                "Anchor glossary.md#anchor manual 0 0 1", "bilge glossary.md#bilge auto 0 0 0",
                "Lead roles/lead.md title 0 0 1", "sea chart chart.md auto 2 2 2",
                "Tall mast topics/mast.md title 0 0 2",
            ])
        let chart = try #require(linked.termSummaries.first { $0.term.name == "sea chart" })
        #expect(chart.forms.map(\.text) == ["sea chart", "CHT", "map", "CHTs", "sea charts"])
        #expect(chart.forms.map(\.policyName) == ["auto", "auto", "phrase", "auto", "auto"])
        #expect(chart.forms.map(\.isGenerated) == [false, false, false, true, true])
    }

    @Test func termsOfOneNameStandInTheOrderOfTheirPages() throws {
        let named = { (alias: String) in topic("Sea chart", "aliases: [\(alias)]") }
        let linked = try handbook([
            "topics/b.md": named("second name"), "topics/a.md": named("first name"), "topics/c.md": named("third name"),
        ])
        let summaries = linked.termSummaries.filter { $0.term.name == "Sea chart" }
        #expect(summaries.map { linked[$0.term.target].path } == ["topics/a.md", "topics/b.md", "topics/c.md"])
    }

    @Test func orphansAreThePagesThatNothingLeadsTo() throws {
        let linked = try linked()
        #expect(
            linked.orphans.map { linked[$0].path } == [
                "alone.md", "b.md", "topics/mast.md", "topics/old.md",
            ])
    }

    @Test func reviewsStandByOwnerAndThenByDay() throws {
        let linked = try linked()
        let lines = linked.reviews.map { review in
            "\(linked[review.page].path) \(review.owner ?? "-") \(review.due?.iso ?? "-") \(review.daysOverdue ?? 0)"
        }
        #expect(
            lines == [
                "topics/mast.md lead 2026-01-01 365", "roles/lead.md lead 2027-12-01 0", "a.md - - 0", "alone.md - - 0",
                "b.md - - 0", "chart.md - - 0",
            ])
    }

    @Test func everyLinkThatWasMadeIsListedInTheOrderOfThePages() throws {
        let linked = try linked()
        let lines = linked.madeLinks.map {
            "\(linked[$0.page].path):\($0.position.line) \($0.words) \($0.target ?? "")"
        }
        #expect(
            lines == [
                "a.md:1 sea chart chart.md", "b.md:1 sea chart chart.md", "b.md:3 x a.md",
                "b.md:3 y https://example.org/",
            ])
    }
}
