// What readers type, and what they find.

import Foundation
import Search
import Testing

@Suite struct SearchingTests {
    private let pages = [
        "handbook.yml": "title: Handbook\n",
        "topics/risk-management.md": """
        ---
        title: Risk management
        status: approved
        aliases: [handling uncertainty]
        ---
        How a project deals with what may happen. The risk owner plans a response.

        ## Reviews

        Every month the steering committee looks at the largest risks.
        """,
        "topics/budget.md": """
        ---
        title: Budget control
        status: approved
        keywords: [spending]
        ---
        Money that was planned and money that was spent. See the work breakdown structure (WBS).
        """,
        "topics/old.md": "---\ntitle: Old rules of risk\nstatus: retired\n---\nRisk, risk, risk.\n",
        "topics/draft.md": "---\ntitle: A draft about risk\nstatus: draft\n---\nRisk.\n",
        "hidden.md": "---\nsearch: false\n---\n# Hidden risk\n\nRisk.\n",
        "scope.md":
            "# How scope is cut\n\nA work breakdown structure parts the scope into packages. Go-live is not a package.\n",
        "hours.md":
            "# How hours are kept\n\nEvery timesheet has a sheet for each week of the time. Stakeholders see none.\n",
        "café.md": "# Größe und Café\n\nΟδός. مُدِير. プロジェクト管理の計画。\n",
        "glossary.yml": """
        terms:
          - {term: work breakdown structure, definition: The scope in parts., aliases: [WBS]}
          - {term: contingency, definition: Money for risks that are known.}
        """,
    ]

    private func found(_ query: String) throws -> [String] {
        try answers([query], in: try searchFiles(of: pages))[0].map(\.url)
    }

    @Test(arguments: [
        ("risk management", "topics/risk-management/"), ("Handling uncertainty", "topics/risk-management/"),
        ("managing risk owners", "topics/risk-management/"), ("steering commitee", "topics/risk-management/#reviews"),
        ("who looks at the largest risks", "topics/risk-management/#reviews"), ("spending", "topics/budget/"),
        ("contingency", "glossary/#contingency"), ("golive", "scope/"), ("time sheet", "hours/"),
        ("stake holders", "hours/"), ("go live", "scope/"), ("packag", "scope/"),
        ("grosse", "caf%C3%A9/"), ("ΟΔΟΣ", "caf%C3%A9/"), ("مدير", "caf%C3%A9/"), ("管理", "caf%C3%A9/"),
        ("計画", "caf%C3%A9/"), ("\"what may happen\"", "topics/risk-management/"), ("bugdet", "topics/budget/"),
        ("risk -steering -happen nonsenseword", "glossary/#contingency"),
    ]) func findsFirst(query: String, url: String) throws {
        let first = try found(query).first ?? "nothing"
        #expect((first.removingPercentEncoding ?? first) == (url.removingPercentEncoding ?? url))
    }

    @Test func theShortAndTheLongNameOfAThingFindTheSamePages() throws {
        let long = Set(try found("work breakdown structure").map { $0.prefix { $0 != "#" } })
        let short = Set(try found("wbs").map { $0.prefix { $0 != "#" } })
        #expect(short == long)
        #expect(long.isSuperset(of: ["scope/", "topics/budget/", "glossary/"]))
    }

    @Test func leavesOutWhatReadersShouldNotFind() throws {
        let urls = try found("risk old draft hidden")
        #expect(!urls.isEmpty)
        #expect(!urls.contains { $0.contains("old") || $0.contains("draft") || $0.contains("hidden") })
    }

    @Test func aPhraseMustStandThereAsItIs() throws {
        #expect(try found("\"happen may what\"") == [])
        #expect(try found("\"committee looks at\"") == ["topics/risk-management/#reviews"])
    }

    @Test func filtersRestrictToTypes() throws {
        let script = """
            const show = async filters => (await index.search('scope risk', { filters })).map(page => page.type).join(' ')
            console.log(index.types.map(({ type, count }) => type + count).join(' '))
            console.log(await show({ type: ['page'] }))
            console.log(await show({ type: ['topic', 'term'] }))
            console.log(await show({ topic: ['risk-management'] }))
            console.log(await show({ role: ['nobody'] }) + '.')
            """
        let lines = try printed(by: script, in: searchFiles(of: pages))
        #expect(lines == ["topic2 page6 term1", "page", "topic term", "topic", "."])
    }

    /// Readers are led to the heading of level 2 or 3 that their words stand under; deeper ones are part of it.
    @Test func aSectionStartsAtEachHeadingOfLevelTwoOrThree() throws {
        let script = """
            for (const query of ['pebble', 'granite', 'marble', 'basalt']) {
              const [{ url, section }] = await index.search(query)
              console.log(url + ' ' + section)
            }
            """
        let text = "# Stones\n\nPebble.\n\n## Rock\n\nGranite.\n\n### Soft\n\nMarble.\n\n#### Dark\n\nBasalt.\n"
        let lines = try printed(by: script, in: searchFiles(of: ["stones.md": text]))
        #expect(
            lines == ["stones/ ", "stones/#rock Rock", "stones/#soft Rock › Soft", "stones/#soft Rock › Soft"])
    }

    /// Pairs of letters overlap where no spaces part words: the text is shown once, and what is alike is marked.
    @Test func excerptsOfScriptsWithoutSpacesMarkWhatWasAsked() throws {
        let script = """
            for (const query of ['進捗報告', 'risk register']) {
              const [{ excerpt, marks }] = await index.search(query)
              let shown = '', at = 0
              for (const [from, to] of marks) {
                shown += excerpt.slice(at, from) + '[' + excerpt.slice(from, to) + ']'
                at = to
              }
              console.log(shown + excerpt.slice(at))
            }
            """
        let pages = [
            "topics/a.md":
                "---\ntitle: 報告\ntype: topic\nstatus: approved\n---\n\n毎週、進捗報告書を出します。計画はPMOが見ます。\n",
            "topics/b.md":
                "---\ntitle: B\ntype: topic\nstatus: approved\n---\n\nThe Risks and the registered risk-register.\n",
        ]
        let lines = try printed(by: script, in: searchFiles(of: pages))
        #expect(
            lines == ["毎週、[進捗報告]書を出します。計画はPMOが見ます。", "The [Risks] and the [registered] [risk]-[register]."])
    }

    @Test func theSamePagesGiveTheSameBytes() throws {
        let one = try searchFiles(of: pages)
        let other = try searchFiles(of: pages)
        #expect(one.map(\.address) == other.map(\.address))
        #expect(one.map(\.bytes) == other.map(\.bytes))
    }

    // MARK: What is found of a page

    /// A page of two topics, so that there is a map of them, and of a plan, a role and a template.
    private let others = [
        "topics/a.md": """
        ---
        title: Quiet hours
        status: approved
        topics: [b, c, d, e]
        audience: [night-watch]
        ---
        The [[dry-dock]] is closed.
        """,
        "topics/b.md": "---\ntitle: Bells\nstatus: approved\n---\nText.\n",
        "topics/c.md": "---\ntitle: Cables\nstatus: approved\n---\nText.\n",
        "topics/d.md": "---\ntitle: Decks\nstatus: approved\n---\nText.\n",
        "topics/e.md": "---\ntitle: Engines\nstatus: approved\n---\nText.\n",
        "dry-dock.md": "# Where ships are mended\n\nText.\n",
        "roles/night-watch.md": "---\ntitle: Night watch\nstatus: approved\nalso_called: [lookout]\n---\nText.\n",
        "plans/p.md": """
        ---
        title: A plan
        status: approved
        plan:
          kind: action
          start: 2027-01-04
          tasks: [{id: t, name: Paint the funnel, duration: 1d}]
          risks: [{id: r, title: Rain, cause: A monsoon, effect: Stains, probability: 1, impact: 1, response: reduce,
            owner: Jo, action: Stretch a tarpaulin}]
        ---
        """,
        "joined.md": "# One word\n\nThe boxcar stands there.\n", "box.md": "# Box\n\nA box.\n",
        "car.md": "# Car\n\nA car.\n",
    ]

    @Test(arguments: [
        ("lookout", "roles/night-watch/"), ("funnel", "plans/p/#plan:tasks"), ("monsoon", "plans/p/#plan:risks"),
        ("tarpaulin", "plans/p/#plan:risks"), ("where ships are mended closed", "topics/a/"),
    ]) func findsWhatAPageHasBesidesItsText(query: String, url: String) throws {
        #expect(try answers([query], in: try searchFiles(of: others))[0].map(\.url).contains(url))
    }

    @Test func theWordsOfALinkByNameAreThoseOfItsTarget() throws {
        let found = try answers(["mended"], in: try searchFiles(of: others))[0].map(\.url)
        #expect(Set(found) == ["dry-dock/", "topics/a/"])
    }

    @Test func twoWordsFindWhatIsWrittenAsOne() throws {
        #expect(try answers(["box car"], in: try searchFiles(of: others))[0].map(\.url).contains("joined/"))
    }

    @Test func theMapOfTopicsIsNoPageToFind() throws {
        #expect(try answers(["topic map"], in: try searchFiles(of: others))[0].map(\.url).contains("map/") == false)
    }

    @Test func aResultNamesThreeOfItsTopics() throws {
        let script = "console.log((await index.search('quiet hours'))[0].topics.join(' '))"
        #expect(try printed(by: script, in: searchFiles(of: others)) == ["Bells Cables Decks"])
    }

    @Test func theFilterOfRolesKnowsWhoAPageIsWrittenFor() throws {
        let script = """
            const found = await index.search('quiet hours', { filters: { role: ['night-watch'] } })
            console.log(found.map(({ url }) => url).join(' '))
            """
        #expect(try printed(by: script, in: searchFiles(of: others)) == ["topics/a/"])
    }

    /// Whatever other pages say of the same words.
    @Test func aTitleOfFourWordsIsANameToJumpTo() throws {
        let words = "Lost keys quickly replaced"
        let files = [
            "name.md": "# \(words)\n\nText.\n",
            "other.md": "# Quickly replaced: lost keys\n\n## \(words)\n\n\(words). \(words).\n",
        ]
        #expect(
            try answers(["the lost keys, quickly replaced"], in: try searchFiles(of: files))[0].first?.url == "name/")
    }

    /// Every file cut off, empty, of another kind, of another version, or missing: a sentence for readers, and no other
    /// error.
    @Test func damagedFilesGiveAPlainMessage() throws {
        let script = """
            import { readFileSync } from 'node:fs'
            import { deflateSync, inflateSync } from 'node:zlib'
            const files = JSON.parse(readFileSync('input', 'utf8'))
            const changes = {
              cut: bytes => bytes.subarray(0, bytes.length >> 1), empty: () => new Uint8Array(),
              foreign: () => new TextEncoder().encode('<!doctype html><title>404</title>'),
              kind: bytes => { const raw = inflateSync(bytes); raw[2] = 90; return deflateSync(raw) },
              version: bytes => { const raw = inflateSync(bytes); raw[3] = 9; return deflateSync(raw) },
              short: bytes => deflateSync(inflateSync(bytes).subarray(0, 6)),
              missing: () => { throw new Error('404') }
            }
            for (const damaged of Object.keys(files)) {
              for (const [name, change] of Object.entries(changes)) {
                const load = async name => {
                  const bytes = Uint8Array.from(Buffer.from(files['search/' + name.split('?')[0]], 'base64'))
                  return damaged === 'search/' + name.split('?')[0] ? change(bytes) : bytes
                }
                try {
                  const index = await client.openIndex('', { load })
                  for (const query of ['risk budget scope', 'managment commitee', 'spending contingency', 'wbs', '計画']) {
                    await index.search(query)
                  }
                  await index.facets()
                } catch (error) {
                  if (!(error instanceof client.SearchError)) console.log(damaged, name, error.stack)
                  else if (!/^The search index .*\\.$/.test(error.message)) console.log(damaged, name, error.message)
                  continue
                }
                console.log(damaged, name, 'not noticed')
              }
            }
            """
        let said = try node(script, input: encoded(searchFiles(of: pages)))
        // The record of a page that no query finds is never read.
        let lines = said.split(separator: "\n").filter { !$0.contains("/records/") || !$0.hasSuffix("not noticed") }
        #expect(lines == [])
    }
}
