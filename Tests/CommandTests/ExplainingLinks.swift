// `milepost explain` and `milepost list`: which link was made or refused, by which rule, and what a handbook holds.

import Foundation
import TestSupport
import Testing

private let glossary = """
    terms:
      - {term: risk register, definition: The list of risks and what is done about each., target: register}
      - {term: risk, definition: Something that may happen and would matter., link: phrase}

    """

private func handbook() throws -> TestFolder {
    try TestFolder([
        "content/glossary.yml": glossary,
        "content/index.md": "# Home\n\nKeep a risk register, and name each risk in the [list](register.md).\n",
        "content/register.md": "# Register\n\nA risk register lists risks.\n",
        "content/deep/other.md": "# Other\n\nA `risk register` here, a risk\nregister there, [[Nothing]].\n",
    ])
}

struct ExplainingLinks {
    @Test func tellsEveryLinkOfAPageAndWhy() throws {
        let run = try handbook().milepost("explain", "deep/other.md")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                Other: 0 by hand, 1 linked, 1 not linked, 1 broken
                content/deep/other.md:3:4: not linked "risk register" → register.md (in-code: code holds no links)
                content/deep/other.md:3:27: linked "risk register" → register.md (auto: the glossary)
                content/deep/other.md:4:17: broken "Nothing" (broken: 'Nothing' leads nowhere; 'milepost check' says why)

                """)
    }

    @Test(arguments: ["deep/other.md", "content/deep/other.md", "other", "Other", "OTHER"])
    func findsAPageByPathSlugOrTitle(name: String) throws {
        let run = try handbook().milepost("explain", name)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Other: "))
    }

    @Test func tellsWhereATermIsLinkedAndWhereNot() throws {
        let run = try handbook().milepost("explain", "--term", "Risk Register")
        #expect(
            run.output == """
                risk register → register.md: 0 by hand, 1 linked, 3 not linked, 0 broken
                form: risk register (auto)
                form: risk registers (auto, a plural that Milepost formed)
                content/deep/other.md:3:4: not linked "risk register" → register.md (in-code: code holds no links)
                content/deep/other.md:3:27: linked "risk register" → register.md (auto: the glossary)
                content/index.md:3:8: not linked "risk register" → register.md (linked-by-hand: the paragraph links its target by hand)
                content/register.md:3:3: not linked "risk register" → register.md (own-page: the page itself explains it)

                """)
    }

    @Test func givesProgramsTheSameFacts() throws {
        let run = try handbook().milepost("explain", "index.md", "--format", "json")
        let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let links = try #require(json?["links"] as? [[String: Any]])
        #expect(links.compactMap { $0["outcome"] as? String } == ["not linked", "not linked", "by hand"])
        #expect(links.compactMap { $0["rule"] as? String } == ["linked-by-hand", "phrase", "path"])
        #expect(links.compactMap { $0["line"] as? Int } == [3, 3, 3])
    }

    @Test(arguments: [
        (["explain", "othre"], "no page 'othre'; did you mean 'Other'?"),
        (["explain", "--term", "risk registre"], "no term 'risk registre'; did you mean 'risk register'?"),
        (["explain"], "Name a page, or a term"), (["explain", "a", "--term", "b"], "Name a page, or a term"),
        (["explain", "a", "--content", "nowhere"], "the content folder 'nowhere' does not exist"),
        (["list", "everything"], "The value 'everything' is invalid"),
    ])
    func isTwoForWhatDoesNotExist(arguments: [String], message: String) throws {
        let run = try handbook().run([milepostPath] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}

struct ListingAHandbook {
    @Test func listsTermsWithTheirFormsAndUse() throws {
        let run = try handbook().milepost("list", "terms")
        #expect(
            run.output == """
                term           target            policy  links  linking_pages  mentioning_pages  forms
                risk           glossary.md#risk  phrase      0              0                 1  risk
                risk register  register.md       auto        1              1                 3  risk register, risk registers (generated)

                """)
    }

    @Test func listsLinksByHandAndByTerm() throws {
        let run = try handbook().milepost("list", "links")
        #expect(
            run.output == """
                page                   line  column  made     words          target
                content/deep/other.md     3      27  by term  risk register  register.md
                content/index.md          3      56  by hand  list           register.md

                """)
    }

    @Test func listsWhatIsOverdueByOwner() throws {
        let page = { (owner: String, updated: String) in
            "---\ntitle: A title\nsummary: A summary that is long enough for the rule.\nowner: \(owner)\nstatus: approved\n"
                + "updated: \(updated)\nkind: concept\n---\nText.\n"
        }
        let folder = try TestFolder([
            "content/topics/old.md": page("lead", "2020-01-01"), "content/topics/new.md": page("lead", "2025-11-01"),
            "content/roles/lead.md": page("lead", "2025-11-01").replacing("kind: concept\n", with: ""),
        ])
        let overdue = try folder.milepost("list", "overdue", "--format", "json").output
        let rows = try #require(JSONSerialization.jsonObject(with: Data(overdue.utf8)) as? [[String: Any]])
        #expect(rows.compactMap { $0["page"] as? String } == ["content/topics/old.md"])
        #expect(rows.first?["next_review"] as? String == "2021-01-01")
        let owners = try folder.milepost("list", "owners").output.split(separator: "\n")
        #expect(owners.count == 4)
        #expect(owners.dropFirst().allSatisfy { $0.hasPrefix("lead ") })
        let orphans = try folder.milepost("list", "orphans").output
        #expect(orphans.contains("content/topics/new.md") && orphans.contains("content/topics/old.md"))
    }

    @Test func listsPlansWhoseStatusIsStale() throws {
        let plan = """
            ---
            title: A plan
            owner: lead
            status: approved
            updated: 2025-11-01
            plan:
              kind: rollout
              start: 2025-03-03
              status_date: 2025-03-07
              tasks: [{id: a, name: A, duration: 9d, actual_start: 2025-03-03}]
            ---
            """
        let folder = try TestFolder([
            "content/plans/a.md": plan,
            "content/plans/b.md": plan.replacing("9d", with: "1d, actual_finish: 2025-03-03"),
        ])
        let overdue = try folder.milepost("list", "overdue", "--format", "json").output
        let rows = try #require(JSONSerialization.jsonObject(with: Data(overdue.utf8)) as? [[String: Any]])
        #expect(rows.map { $0["page"] as? String } == ["content/plans/a.md"])
        #expect(rows.first?["what"] as? String == "status of the plan")
        #expect(rows.first?["next_review"] as? String == "2025-04-11")
    }

    @Test func writesTermsAndLinksForOtherToolsWhenAsked() throws {
        let folder = try handbook()
        _ = try folder.milepost("build", "--keep-going")
        #expect(!folder.exists("site/terms.json") && !folder.exists("site/links.json"))
        _ = try folder.milepost("build", "--keep-going", "--data-files")
        let terms = try JSONSerialization.jsonObject(with: Data(try folder.text("site/terms.json").utf8))
        #expect((terms as? [[String: Any]])?.compactMap { $0["term"] as? String } == ["risk", "risk register"])
        let links = try JSONSerialization.jsonObject(with: Data(try folder.text("site/links.json").utf8))
        let pages = try #require(links as? [[String: Any]])
        let other = try #require(pages.first { $0["page"] as? String == "deep/other/index.html" })
        let targets = try #require(other["links"] as? [[String: String]])
        #expect(targets == [["kind": "term", "words": "risk register", "target": "register/index.html"]])
    }

    @Test func printsAutomaticLinksForReview() throws {
        let run = try handbook().milepost("check", "--terms", "-q")
        #expect(run.output == "content/deep/other.md:3 risk register → register.md\n")
    }
}
