// `milepost plan`: one plan outside of any handbook, shown, checked, compared and given a baseline.

import Foundation
import TestSupport
import Testing

private let plan = """
    # A plan for a test
    kind: action
    start: 2027-01-04
    deadline: 2027-01-22
    goals: [{id: g, title: G, objectives: [{id: o, title: O, owner: lead, measure: {metric: m, target: 1, due: 2027-02-01}}]}]
    tasks:
      - {id: a, name: Ask, duration: 5d, owner: lead, serves: [o]}
      - {id: b, name: Write, duration: 1w, owner: lead, serves: [o], after: ["a:FS+1d"]}
      - {id: m, name: Done, milestone: true, owner: lead, serves: [o], after: [b]}

    """

struct PlansOnTheCommandLine {
    @Test func showsWhenEverythingHappens() throws {
        let run = try TestFolder(["plan.yaml": plan]).milepost("plan", "show", "plan.yaml")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output
                == """
                plan

                This plan finishes on 2027-01-18, 4 working days before its deadline of 2027-01-22.
                3 of 3 tasks are critical: a delay there moves the end.
                The next milestone is “Done” on 2027-01-18.

                Critical path: a → b → m

                task  name   days  start       finish      float  free  after    owner  state
                a     Ask    5     2027-01-04  2027-01-08  0      0              lead   critical
                b     Write  5     2027-01-12  2027-01-18  0      0     a:FS+1d  lead   critical
                m     Done         2027-01-18  2027-01-18  0      0     b        lead   critical

                """)
    }

    @Test(arguments: [
        ("json", "{\"plan\":\"plan\""), ("csv", "\u{FEFF}id,name,owner,start,finish,"), ("ics", "BEGIN:VCALENDAR\r\n"),
        ("mspdi", "<?xml version="), ("mermaid", "gantt\n"),
    ])
    func writesTheFormatsOfOtherPrograms(format: String, start: String) throws {
        let run = try TestFolder(["plan.yaml": plan]).milepost("plan", "show", "plan.yaml", "--format", format)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(start), "\(run.output.prefix(80))")
    }

    @Test func takesAPageOrKeysUnderPlan() throws {
        let indented = plan.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        let page = "title: A title\nupdated: 2027-01-05\nplan:\n\(indented)\n"
        let folder = try TestFolder(["p.yaml": page, "p.md": "---\n\(page)---\n# Text\n"])
        for file in ["p.yaml", "p.md"] {
            let run = try folder.milepost("plan", "show", file)
            #expect(run.status == 0 && run.output.hasPrefix("A title\n\nThis plan finishes on 2027-01-18"), "\(run)")
        }
    }

    @Test func showsTheScheduleInSpiteOfFindings() throws {
        let folder = try TestFolder(["plan.yaml": plan.replacing("owner: lead, serves: [o]}", with: "serves: [o]}")])
        let run = try folder.milepost("plan", "show", "plan.yaml")
        #expect(run.status == 1)
        #expect(run.output.contains("Critical path: a → b → m"))
        #expect(run.errors.hasPrefix("plan.yaml:7:10: error[missing-owner]: nobody owns the task 'a'"))
    }

    @Test func onlyACycleLeavesNothingToShow() throws {
        let folder = try TestFolder(["plan.yaml": plan.replacing("duration: 5d,", with: "duration: 5d, after: [m],")])
        let run = try folder.milepost("plan", "show", "plan.yaml", "--format", "json")
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errors.contains("error[dependency-cycle]: tasks wait for each other: a → b → m → a"))
    }

    @Test func checksAPlanAndHonoursSuppression() throws {
        let long = plan.replacing("duration: 1w", with: "duration: 50d")
        let folder = try TestFolder([
            "long.yaml": long,
            "known.yaml": long.replacing(
                "  - {id: b", with: "  # milepost-ignore long-task: it is a service\n  - {id: b"
            )
            .replacing("deadline: 2027-01-22", with: "deadline: 2027-12-22"),
        ])
        let run = try folder.milepost("plan", "check", "long.yaml", "--format", "github")
        #expect(run.status == 0)
        #expect(
            run.output.split(separator: "\n").map { $0.prefix(while: { $0 != "=" }) } == [
                "::warning file", "::warning file",
            ])
        #expect(try folder.milepost("plan", "check", "long.yaml", "--strict").status == 1)
        let known = try folder.milepost("plan", "check", "known.yaml", "--strict")
        #expect(known.status == 0 && known.errors.isEmpty, "\(known)")
    }

    @Test func keepsABaselineAndNothingElseChanges() throws {
        let folder = try TestFolder(["plan.yaml": plan])
        let run = try folder.milepost("plan", "baseline", "plan.yaml")
        #expect(run.status == 0, "\(run)")
        let stored = """
            baseline:
              date: 2026-01-01
              tasks:
                a: {start: 2027-01-04, finish: 2027-01-08}
                b: {start: 2027-01-12, finish: 2027-01-18}
                m: {start: 2027-01-18, finish: 2027-01-18}

            """
        #expect(try folder.text("plan.yaml") == plan + stored)
        #expect(try folder.milepost("plan", "baseline", "plan.yaml").status == 0)
        #expect(try folder.text("plan.yaml") == plan + stored)
    }

    @Test func leavesAFileAloneThatABaselineCannotBeAddedTo() throws {
        let braces = "plan: {kind: action, start: 2027-01-04, tasks: [{id: a, name: A, duration: 1d, owner: lead}]}\n"
        let folder = try TestFolder(["plan.yaml": braces])
        let run = try folder.milepost("plan", "baseline", "plan.yaml")
        #expect(run.status == 2)
        #expect(run.errors.contains("milepost: error: 'plan.yaml' writes its plan in braces"))
        #expect(try folder.text("plan.yaml") == braces)
    }

    @Test func tellsWhatMovedAndWhy() throws {
        let folder = try TestFolder([
            "old.yaml": plan, "new.yaml": plan.replacing("duration: 5d", with: "duration: 8d"),
        ])
        let run = try folder.milepost("plan", "diff", "old.yaml", "new.yaml")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                The plan finishes on 2027-01-21 instead of 2027-01-18: 3 working days later.
                Why: 'a' takes 8 working days instead of 5.
                The end is driven by the same chain: a → b → m.
                The margin to the deadline is 1 working day, was 4.
                Changed: 'a' takes 8 working days instead of 5.
                Moved: 'a' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-13, 3 working days later.
                Moved: 'b' 2027-01-12 to 2027-01-18 is now 2027-01-15 to 2027-01-21, 3 working days later.
                Moved: 'm' 2027-01-18 to 2027-01-18 is now 2027-01-21 to 2027-01-21, 3 working days later.

                """)
    }

    @Test func aFileThatIsNotThereIsAWrongRequest() throws {
        let run = try TestFolder([:]).milepost("plan", "show", "nothing.yaml")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("milepost: error: the file 'nothing.yaml' cannot be read"))
    }
}
