// The files beside a plan's page: what each format demands, and all of them as they were for one plan.

import Content
import Foundation
import FoundationXML
import PlanExports
import Plans
import TestSupport
import Testing
import UTF8Text

/// All files of a plan by name, as text.
private func exports(_ yaml: String, address: String? = nil, language: String = "en") throws -> [String: String] {
    let file = parsePlanFile(Array(yaml.utf8), path: "plan.yaml")
    let plan = schedulePlan(try #require(file.plan), path: "plan.yaml", updated: file.updated, roles: nil).plan
    let subject = PlanSubject(
        slug: file.slug ?? "p", title: file.title ?? "A plan", site: "handbook.example", address: address,
        updated: file.updated, language: language, roleName: { $0 == "archive-lead" ? "Head of the archive" : $0 })
    let files = plan.exports.map { (name: $0.name(subject.slug), bytes: $0.bytes(plan, subject)) }
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
}

/// A plan that starts on Monday, 4 January 2027.
private func plan(_ lines: String) -> String { "plan:\n  kind: action\n  start: 2027-01-04\n  " + lines }

private func tasks(_ tasks: String, _ head: String = "") -> String { plan("\(head)\n  tasks: [\(tasks)]") }

private let folder = repository.appending(path: "Tests/Oracles/exports")

@Suite struct PlanExportTests {
    @Test func theFilesOfAPlanAreAsTheyWere() throws {
        let files = try exports(
            String(contentsOf: folder.appending(path: "plan.yaml"), encoding: .utf8),
            address: "https://handbook.example/plans/move-the-archive/")
        if ProcessInfo.processInfo.environment["MILEPOST_REWRITE_GOLDEN"] != nil {
            for (name, text) in files {
                try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
            }
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "plan.yaml" }
        #expect(files.keys.sorted() == kept.sorted())
        for (name, text) in files {
            #expect(try Data(contentsOf: folder.appending(path: name)) == Data(text.utf8), "\(name)")
        }
    }

    @Test func aPlanHasOnlyTheFilesThatSaySomething() throws {
        #expect(
            try exports(tasks("{id: a, name: A, duration: 1d}")).keys.sorted()
                == ["p-tasks.csv", "p.ics", "p.mmd", "p.xml", "schedule.json"])
        #expect(
            try exports(tasks("{id: m, name: M, milestone: true}")).keys.sorted()
                == ["p-milestones.ics", "p-tasks.csv", "p.ics", "p.mmd", "p.xml", "schedule.json"])
        #expect(try exports(plan("risks: []")).isEmpty)
    }

    @Test func aPlanWithoutScheduleKeepsItsRegisters() throws {
        let circle = tasks("{id: a, name: A, duration: 1d, after: [b]}, {id: b, name: B, duration: 1d, after: [a]}")
        let files = try exports(
            circle + "\n  currency: GBP\n  budget: [{id: b1, item: X, category: other, planned: 1}]")
        #expect(
            files == [
                "p-budget.csv":
                    "\u{FEFF}id,item,category,currency,planned,actual,remaining,task\r\nb1,X,other,GBP,1.00,0.00,1.00,\r\n"
            ])
    }

    @Test func whatWasDroppedIsInNoFile() throws {
        let files = try exports(
            tasks(
                "{id: a, name: A, duration: 1d}, {id: gone, name: Gone, duration: 1d, status: dropped, after: [a]}, "
                    + "{id: b, name: B, duration: 1d, after: [gone, a]}"))
        for (name, text) in files { #expect(!text.contains("gone") && !text.contains("Gone"), "\(name)") }
        #expect(try #require(files["p-tasks.csv"]).contains(",a,"))
    }

    // MARK: CSV

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)"])
    func aTextThatASpreadsheetWouldComputeIsMarked(_ text: String) throws {
        let sheet = try exports(tasks("{id: a, name: \"\(text)\", duration: 1d}"))["p-tasks.csv"]
        #expect(try #require(sheet).contains("\r\na,'\(text),"))
    }

    @Test func numbersBelowZeroAreNumbers() throws {
        let sheet = try exports(tasks("{id: a, name: A, duration: 3d, finish: 2027-01-05}"))["p-tasks.csv"]
        #expect(try #require(sheet).hasSuffix("\r\na,A,,2027-01-04,2027-01-06,3,,0,0,-1,0,1,3\r\n"))
    }

    @Test(arguments: [
        ("en", "1200.50,0.00"), ("de-DE", "1200,50;0,00"), ("de-CH", "1200.50,0.00"), ("fr", "1200,50;0,00"),
    ])
    func sheetsAreWrittenAsTheSpreadsheetsOfTheirReadersExpect(_ language: String, _ amounts: String) throws {
        let budget = "currency: EUR\n  budget: [{id: b1, item: \"X; y\", category: other, planned: 1200.5}]"
        let file = try #require(try exports(plan(budget), language: language)["p-budget.csv"])
        #expect(file.hasPrefix("\u{FEFF}id"))
        #expect(file.contains("\"X; y\"") && file.contains(amounts))
    }

    @Test func cellsWithCommasQuotesAndLinesAreQuoted() throws {
        let sheet = try exports(tasks("{id: a, name: \"=\\\"x\\\",\\ny\", duration: 1d}"))["p-tasks.csv"]
        #expect(try #require(sheet).contains("\r\na,\"'=\"\"x\"\",\ny\","))
    }

    @Test func whatPeopleThinkIsOnlyInTheSheetIfThePlanShowsIt() throws {
        let people = "stakeholders: [{id: s, name: S, power: 1, interest: 1, stance: opponent}]"
        let hidden = try #require(try exports(plan(people))["p-stakeholders.csv"])
        #expect(!hidden.contains("stance") && !hidden.contains("opponent"))
        let shown = try #require(try exports(plan("show_stance: true\n  " + people))["p-stakeholders.csv"])
        #expect(shown == "\u{FEFF}id,name,role,power,interest,stance,engagement\r\ns,S,,1,1,opponent,\r\n")
    }

    // MARK: iCalendar

    @Test(arguments: ["é", "ab", "€", "😀"])
    func linesFoldAt75BytesAndNeverWithinACharacter(_ character: String) throws {
        for shift in 0..<4 {
            let name = String(repeating: "x", count: shift) + String(repeating: character, count: 90)
            let file = try #require(try exports(tasks("{id: a, name: \(name), duration: 1d}"))["p.ics"])
            let lines = Array(file.utf8).split(separator: UInt8(ascii: "\n"))
            for line in lines {
                // 75 octets, without the line's end.
                #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
                #expect(String(validating: line, as: UTF8.self) != nil)
            }
            #expect(character.utf8.count > 1 || lines.contains { $0.first == UInt8(ascii: " ") && $0.count == 76 })
            #expect(lines.contains { $0.count > 72 })
            #expect(file.replacing("\r\n ", with: "").contains("\r\nSUMMARY:\(name)\r\n"))
        }
    }

    @Test func eventsEndOnTheDayAfterTheirLast() throws {
        let file = try exports(
            tasks("{id: a, name: A, duration: 5d}, {id: m, name: M, milestone: true, after: [a]}"))["p.ics"]
        let text = try #require(file)
        #expect(text.contains("DTSTART;VALUE=DATE:20270104\r\nDTEND;VALUE=DATE:20270109\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20270108\r\nDTEND;VALUE=DATE:20270109\r\n"))
        #expect(text.contains("\r\nUID:p.m@handbook.example\r\n"))
    }

    @Test func textInACalendarIsEscaped() throws {
        let file = try exports(tasks("{id: a, name: \"a;b,c\\\\d\\ne\\u0007f\", duration: 1d}"))["p.ics"]
        #expect(try #require(file).contains("\r\nSUMMARY:a\\;b\\,c\\\\d\\nef\r\n"))
        let ofWindows = try exports(tasks("{id: a, name: \"a\\r\\nb\", duration: 1d}"))["p.ics"]
        #expect(try #require(ofWindows).contains("\r\nSUMMARY:a\\nb\r\n"))
    }

    @Test func theMilestoneFileHasMilestonesAlone() throws {
        let file = try exports(
            tasks("{id: a, name: A, duration: 5d}, {id: m, name: M, milestone: true, after: [a]}"))["p-milestones.ics"]
        #expect(try #require(file).components(separatedBy: "BEGIN:VEVENT").count == 2)
        #expect(try #require(file).contains("SUMMARY:◆ M\r\n"))
    }

    // MARK: Project

    @Test(
        arguments: [
            (1, "08:00:00", "09:00:00"), (4, "08:00:00", "12:00:00"), (5, "08:00:00", "14:00:00"),
            (8, "08:00:00", "17:00:00"), (10, "08:00:00", "19:00:00"), (11, "08:00:00", "19:00:00"),
            (16, "07:00:00", "23:00:00"), (23, "00:00:00", "23:00:00"), (24, "00:00:00", "00:00:00"),
        ])
    func theHoursOfADayAddUp(_ hours: Int, _ start: String, _ finish: String) throws {
        let file = try exports(
            tasks("{id: a, name: A, duration: 2d}", "calendar: {hours_per_day: \(hours)}"))["p.xml"]
        let project = try XMLDocument(xmlString: try #require(file))
        func value(_ path: String) throws -> String? { try project.nodes(forXPath: path).first?.stringValue }
        #expect(try value("/*/*[local-name()='DefaultStartTime']") == start)
        #expect(try value("/*/*[local-name()='DefaultFinishTime']") == finish)
        #expect(try value("//*[local-name()='Task']/*[local-name()='Start']") == "2027-01-04T\(start)")
        let lastDay = hours == 24 ? "2027-01-06" : "2027-01-05"
        #expect(try value("//*[local-name()='Task']/*[local-name()='Finish']") == "\(lastDay)T\(finish)")
        #expect(try value("//*[local-name()='Duration']") == "PT\(2 * hours)H0M0S")
        let monday = "//*[local-name()='WeekDay'][*[local-name()='DayType']='2']"
        func hour(_ text: String?, _ midnight: Int) throws -> Int {
            let digits = try #require(text).prefix(2)
            let hour = try #require(Int(digits))
            return hour == 0 ? midnight : hour
        }
        let worked = try project.nodes(forXPath: monday + "//*[local-name()='WorkingTime']").map { time in
            try hour(time.child(at: 1)?.stringValue, 24) - hour(time.child(at: 0)?.stringValue, 0)
        }
        #expect(worked.reduce(0, +) == hours)
    }

    @Test func holidaysNeverOverlapAndWorkingDaysWin() throws {
        let head = """
            calendar:
                holidays: [{from: 2027-01-10, to: 2027-01-20, name: Long}, {date: 2027-01-12, name: Within}, \
            {from: 2027-01-18, to: 2027-01-22, name: Next}]
                working: [2027-01-15, 2027-01-10, 2027-01-24, 2027-01-09]
            """
        let file = try exports(tasks("{id: a, name: A, duration: 1d}", head))["p.xml"]
        let project = try XMLDocument(xmlString: try #require(file))
        let exceptions = try project.nodes(forXPath: "//*[local-name()='Exception']").map { exception in
            try ["FromDate", "ToDate", "Name", "DayWorking", "Occurrences"].map { name in
                let text = try exception.nodes(forXPath: ".//*[local-name()='\(name)']").first?.stringValue ?? ""
                return name.hasSuffix("Date") ? String(text.prefix(10).suffix(5)) : text
            }.joined(separator: " ")
        }
        #expect(
            exceptions == [
                "01-09 01-09 Working day 1 1", "01-10 01-10 Working day 1 1", "01-11 01-14 Long 0 4",
                "01-15 01-15 Working day 1 1", "01-16 01-20 Long 0 5", "01-21 01-22 Next 0 2",
                "01-24 01-24 Working day 1 1",
            ])
    }

    /// The order in which the schema of Project has the elements that we write.
    @Test func theElementsOfAProjectStandInTheOrderOfItsSchema() throws {
        let order = [
            "Project": [
                "SaveVersion", "Name", "Title", "Manager", "ScheduleFromStart", "StartDate", "FinishDate",
                "CriticalSlackLimit", "CurrencyDigits", "CurrencyCode", "CalendarUID", "DefaultStartTime",
                "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "StatusDate", "Calendars",
                "Tasks", "Resources", "Assignments",
            ],
            "Calendar": ["UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions"],
            "WeekDay": ["DayType", "DayWorking", "TimePeriod", "WorkingTimes"],
            "Exception": [
                "EnteredByOccurrences", "TimePeriod", "Occurrences", "Name", "Type", "DayWorking", "WorkingTimes",
            ],
            "Task": [
                "UID", "ID", "Name", "Manual", "Type", "Contact", "WBS", "OutlineNumber", "OutlineLevel", "Start",
                "Finish", "Duration", "DurationFormat", "Milestone", "Summary", "FixedCost", "PercentComplete",
                "ActualStart",
                "ActualFinish", "ActualDuration", "RemainingDuration", "ConstraintType", "CalendarUID",
                "ConstraintDate", "Deadline", "IgnoreResourceCalendar", "Notes", "PredecessorLink", "Baseline",
            ],
            "Baseline": ["Number", "Start", "Finish"],
            "PredecessorLink": ["PredecessorUID", "Type", "CrossProject", "LinkLag", "LagFormat"],
            "Resource": ["UID", "ID", "Name", "Type", "MaxUnits", "StandardRate", "StandardRateFormat", "CalendarUID"],
            "Assignment": ["UID", "TaskUID", "ResourceUID", "Units"],
        ]
        let files = try exports(String(contentsOf: folder.appending(path: "plan.yaml"), encoding: .utf8))
        let file = try #require(files["move-the-archive.xml"])
        let calendars = """
            calendars: {nights: {week: [sat, sun]}}
              resources: [{id: r, name: R, calendar: nights}]
            """
        let other = try exports(tasks("{id: a, name: A, duration: 2d, calendar: nights}", calendars))["p.xml"]
        let projects = [try XMLDocument(xmlString: file), try XMLDocument(xmlString: try #require(other))]
        for (parent, names) in order {
            let elements = try projects.flatMap { try $0.nodes(forXPath: "//*[local-name()='\(parent)']") }
            var seen: Set<String> = []
            for element in elements {
                let places = (element.children ?? []).compactMap(\.localName).map { name in
                    seen.insert(name)
                    return names.firstIndex(of: name) ?? -1
                }
                #expect(places == places.sorted() && !places.contains(-1), "\(parent) \(places)")
            }
            #expect(seen == Set(names), "the plan shows every element of \(parent)")
        }
    }

    @Test func aNameInAProjectIsOneLineOfCharactersThatXMLHas() throws {
        let file = try exports(tasks("{id: a, name: \"One\\ntwo \\uFFFE\\u0007\", duration: 1d}"))["p.xml"]
        #expect(try #require(file).contains("<Name>One two \u{FFFD}\u{FFFD}</Name>"))
    }

    @Test func aMilestoneLiesOnTheSideOfTheDayThatSetsIt() throws {
        let file = try exports(
            tasks(
                "{id: k, name: K, milestone: true}, {id: a, name: A, duration: 1d, after: [k]}, "
                    + "{id: m, name: M, milestone: true, after: [a]}, {id: n, name: N, milestone: true, start: 2027-01-11}"
            ))["p.xml"]
        let text = try #require(file)
        #expect(text.contains("<Start>2027-01-04T08:00:00</Start>\n   <Finish>2027-01-04T08:00:00</Finish>"))
        #expect(text.contains("<Start>2027-01-04T17:00:00</Start>\n   <Finish>2027-01-04T17:00:00</Finish>"))
        // A milestone that waits for a Monday lies at its beginning.
        #expect(text.contains("<Start>2027-01-11T08:00:00</Start>"))
        #expect(text.contains("<ConstraintDate>2027-01-11T08:00:00</ConstraintDate>"))
    }

    // MARK: Mermaid

    @Test(
        arguments: [
            ("Plan: a; b #1", "Plan∶ a, b ♯1"), ("Title page", "“Title page”"), ("gantt", "“gantt”"),
            ("SECTION 5", "“SECTION 5”"), ("Titles", "Titles"), ("2027-01-01 is free", "“2027-01-01 is free”"),
            ("5% more", "“5% more”"), ("95% more", "“95% more”"), ("% more", "“ % more”"), ("a% more", "“a% more”"),
            ("call %%{x}", "“call % %{x}”"), ("two\\nlines", "two lines"), ("#:;", "♯∶,"),
        ])
    func aNameIsNoStatementOfMermaid(_ name: String, _ written: String) throws {
        let file = try exports(tasks("{id: a, name: \"\(name)\", duration: 1d}"))["p.mmd"]
        #expect(try #require(file).hasSuffix("\n    \(written) :crit, 2027-01-04, 2027-01-05\n"))
    }

    @Test func sectionsArePhasesAndEndWithThem() throws {
        let file = try exports(
            tasks(
                "{id: a, name: A, duration: 1d}, {id: p, name: P, children: [{id: b, name: B, duration: 2d}]}, "
                    + "{id: m, name: M, milestone: true, after: [b]}"))["p.mmd"]
        #expect(
            file == """
                gantt
                    title A plan
                    dateFormat YYYY-MM-DD
                    A :2027-01-04, 2027-01-05
                    section P
                    B :crit, 2027-01-04, 2027-01-06
                    section Other
                    M :crit, milestone, 2027-01-06, 0d

                """)
    }

    // MARK: JSON

    @Test func theScheduleIsThereForOtherTools() throws {
        let file = try exports(
            tasks("{id: a, name: A, duration: 5d}, {id: b, name: B, duration: 2d}", "deadline: 2027-01-12"))
        let data = Data(try #require(file["schedule.json"]).utf8)
        let schedule = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(schedule["finish"] as? String == "2027-01-08")
        #expect(schedule["duration_days"] as? Int == 5)
        #expect(schedule["deadline_margin_days"] as? Int == 2)
        #expect(schedule["critical"] as? [String] == ["a"])
        let task = try #require((schedule["tasks"] as? [[String: Any]])?.last)
        #expect(["ES", "EF", "LS", "LF", "total_float", "free_float"].map { task[$0] as? Int } == [0, 2, 3, 5, 3, 3])
        #expect(task["critical"] as? Bool == false)
    }

    @Test func theLongestPlanOverflowsNothing() throws {
        let longest = "duration: 99999w, after: [\"a:FS+99999w\"], start: 9999-12-31, finish: 9999-12-31"
        let files = try exports(
            tasks(
                "{id: a, name: A, duration: 99999w}, {id: b, name: B, \(longest)}, {id: c, name: C, \(longest)}",
                "calendar: {hours_per_day: 24, holidays: [{from: 9999-01-01, to: 9999-12-31}], working: [9999-12-31]}"))
        #expect(files.keys.sorted() == ["p-tasks.csv", "p.ics", "p.mmd", "p.xml", "schedule.json"])
    }

    @Test func takesTimeInProportionToTheSizeOfAPlan() throws {
        func plan(_ count: Int) throws -> ScheduledPlan {
            let list = (0..<count).map { "{id: t\($0), name: T, duration: 1d\($0 > 0 ? ", after: [t\($0 - 1)]" : "")}" }
            let file = parsePlanFile(Array(tasks(list.joined(separator: ",\n    ")).utf8), path: "plan.yaml")
            return schedulePlan(try #require(file.plan), path: "plan.yaml", updated: nil, roles: nil).plan
        }
        let plans = try [250: plan(250), 2000: plan(2000)]
        #expect(plans.allSatisfy { $0.key == $0.value.schedule?.tasks.count })
        let subject = PlanSubject(slug: "p", title: "P", site: "s", address: nil, updated: nil, roleName: { $0 })
        #expect(
            try growsInProportion(to: 2000) { count in
                let plan = try #require(plans[count])
                for export in plan.exports { _ = export.bytes(plan, subject) }
            })
    }
}
