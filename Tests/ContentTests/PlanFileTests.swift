// Where plans are written: front matter, YAML files beside pages, and files outside of any handbook.

import Content
import Foundation
import TestSupport
import Testing
import UTF8Text

struct PlanFileTests {
    private func findings(_ text: String, path: String = "p.yaml") -> [String] {
        parsePlanFile(Array(text.utf8), path: path).diagnostics.map(\.summary)
    }

    private let small = "kind: action\nstart: 2027-01-04\n"

    @Test func readsAPlanAtTheTopOrUnderPlan() throws {
        let indented = "plan:\n  " + small.replacing("\n", with: "\n  ") + "\nx: {}\n"
        for (text, path) in [
            (small, "p.yaml"), ("---\n" + small, "p.yml"), (indented, "p"), ("\u{FEFF}" + small, "p"),
            ("---\ntitle: T\n\(indented)\n---\ntext", "p.md"),
        ] {
            let file = parsePlanFile(Array(text.utf8), path: path)
            let (plan, diagnostics) = (file.plan, file.diagnostics)
            #expect(diagnostics.isEmpty)
            #expect(plan?.kind.value == .action)
            #expect(plan?.start?.value.iso == "2027-01-04")
        }
    }

    @Test func refusesAFileWithoutAPlan() {
        #expect(findings("") == ["plan-schema 1:1"])
        #expect(findings("# nothing\n") == ["plan-schema 1:1"])
        #expect(findings("plan:\n") == ["plan-schema 1:6"])
        #expect(findings("plan: {kind: action, start: 2027-01-04}\ndeadline: 2027-02-01") == ["plan-schema 2:1"])
        #expect(findings("text") == ["plan-schema 1:1"])
        #expect(findings("a: [") == ["front-matter 2:1"])
        #expect(findings("text", path: "p.md") == ["plan-schema 1:1"])
        #expect(findings("---\ntitle: T\n---", path: "p.md") == ["plan-schema 2:1"])
        #expect(findings("---\ndata: a.yaml\n---", path: "p.md") == ["plan-schema 2:7"])
        #expect(parsePlanFile([0x61, 0xFF], path: "p.yaml").diagnostics.map(\.summary) == ["encoding 1:2"])
    }

    @Test(arguments: [
        ("", ["plan-schema 2:1"]), ("plan:", ["plan-schema 9:1"]), ("plan: text", ["plan-schema 9:7"]),
        ("data: a.yaml", []), ("data: ../x/a.yml", []), ("data: a.json", ["plan-schema 9:7"]),
        ("data: [a.yaml]", ["invalid-value 9:7"]),
        ("plan: {kind: action, start: 2027-01-04}\ndata: a.yaml", ["plan-schema 10:1"]),
    ])
    func wantsAPlanOrAFileForOne(_ keys: String, _ expected: [String]) throws {
        #expect(try ReadPage(planPage(keys), path: "plans/a.md").findings == expected)
    }

    @Test func hasNoDataOnOtherPages() throws {
        #expect(try ReadPage("---\ndata: a.yaml\n---\n").findings == ["unknown-key 2:1"])
    }

    @Test func readsAPlanFileOfAHandbook() throws {
        let text = small + "# milepost-ignore plan-value: later\ndeadline: soon\nspnsor: a\n"
        let result = parse(SourceFile(path: "plans/a.yaml", bytes: Array(text.utf8)))
        guard case .planFile(let plan?) = result.file, case .mapping(let entries) = plan.content else {
            throw NotAPage()
        }
        #expect(entries.count == 4)
        #expect(result.diagnostics.map(\.summary) == [], "what is wrong with a plan is said where it is read, once")
        var log = DiagnosticLog(path: "plans/a.yaml")
        _ = readPlan(plan, log: &log)
        #expect(log.diagnostics.map(\.summary).sorted() == ["plan-schema 5:1", "plan-value 4:11"])
        #expect(result.suppressions.map(\.lastLine) == [4])
    }

    /// The example plans say the same in front matter and in a file.
    @Test func readsTheExamplePlansFromBothPlaces() throws {
        let folder = content.appending(path: "plans")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.contains("plan-") || $0.contains("-plan")
        }
        #expect(names.count >= 4)
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let page = parsePlanFile(Array(text.utf8), path: name)
            let start = try #require(text.firstRange(of: "\nplan:"))
            let end = try #require(text[start.upperBound...].firstRange(of: "\n---"))
            let file = parsePlanFile(Array(text[start.lowerBound..<end.lowerBound].utf8), path: "p.yaml")
            #expect(page.diagnostics.isEmpty && file.diagnostics.isEmpty, "\(name)")
            let plan = try #require(page.plan)
            #expect(!plan.allTasks.isEmpty && plan.allTasks.allSatisfy { $0.isPhase || $0.owner != nil })
            #expect(try outline(of: plan) == outline(of: #require(file.plan)), "\(name)")
        }
    }

    /// What readers copy from the templates must be a plan as it stands.
    @Test func readsThePlansThatTheTemplatesOffer() throws {
        var plans = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: content.appending(path: "templates").path) {
            let text = try String(contentsOf: content.appending(path: "templates/\(name)"), encoding: .utf8)
            for block in text.matches(of: /```yaml\n(plan:\n[\s\S]*?)```/) {
                plans += 1
                let found = parsePlanFile(Array(block.1.utf8), path: "p.yaml").diagnostics
                #expect(found.isEmpty, "\(name): \(found)")
            }
        }
        #expect(plans >= 2)
    }

    /// Whatever becomes of the words of a plan: nothing traps, and every finding points into the file.
    @Test func survivesPlansWithWordsInTheWrongPlaces() throws {
        let name = "plans/pmo-implementation-plan-12-months.md"
        let text = try String(contentsOf: content.appending(path: name), encoding: .utf8)
        let start = try #require(text.firstRange(of: "\nplan:"))
        let end = try #require(text[start.upperBound...].firstRange(of: "\n---"))
        let words = text[start.upperBound..<end.lowerBound].split(separator: " ", omittingEmptySubsequences: false)
        let odd = [
            "-1", "99999999999999999999", "[]", "{}", "~", "''", "0d", "9999-12-31", "a:SS+99999w", "A/R", "[[[", "é",
        ]
        var state: UInt64 = 1
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<150 {
            var mutated = words.map(String.init)
            for _ in 0..<1 + random(4) {
                let place = random(words.count)
                if mutated[place].isEmpty || mutated[place].hasSuffix(":") { continue }
                let tail = mutated[place].drop { !",]}\n".contains($0) }
                mutated[place] = (random(3) == 0 ? mutated[random(words.count)] : odd[random(odd.count)]) + tail
            }
            let file = mutated.joined(separator: " ")
            let lines = file.utf8.count { $0 == 10 } + 1
            let diagnostics = parsePlanFile(Array(file.utf8), path: "p.yaml").diagnostics
            #expect(diagnostics.allSatisfy { (1...lines).contains($0.position.line) && $0.position.column >= 1 })
        }
    }

    private var content: URL {
        repository.appending(path: "content")
    }

    private func outline(of plan: Plan) -> [String] {
        plan.allTasks.map {
            "\($0.id.value) \($0.name) \($0.duration?.value.text ?? "-") \($0.after.map(\.text)) \($0.isMilestone)"
        }
            + plan.budget.map {
                "\($0.id.value) \($0.planned.value.units(digits: 2)) \($0.actual.value.units(digits: 2))"
            }
            + plan.risks.map { "\($0.id.value) \($0.score) \($0.response?.value.rawValue ?? "") \($0.status.value)" }
            + plan.raci.map { "\($0.subject.value) \($0.letters.map { $0.role.value + $0.letters.value.text })" }
            + plan.communications.map { "\($0.audience.value) \($0.every?.text ?? "")" }
            + plan.goals.flatMap(\.objectives).map { "\($0.id.value) \($0.measure?.target?.value ?? "")" }
    }
}
