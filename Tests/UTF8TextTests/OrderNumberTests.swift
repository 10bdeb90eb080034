// Which numbers at the start of names are an order, and which belong to the name.

import Testing
import UTF8Text

struct OrderNumberTests {
    /// What the names of one folder become.
    private func check(_ names: [String], become expected: [String]) {
        let short = namesWithoutOrder(among: names)
        #expect(names.map { short[$0] ?? $0 } == expected)
    }

    @Test(arguments: [
        "100-day-plan", "360-review", "2026-10-status", "30-60-90-plan", "2025-10-05-minutes", "4.1 Develop charter",
        "1345-1430_notes", "1.0-release", "2022-budget", "3d-printing", "5-whys", "90-day", "2-factor", "1on1", "7-zip",
        "10x", "1-on-1", "24-7-support", "80-20 rule", "12-factor-app", "2.x-migration", "05-october-minutes",
        "0900-standup", "1984-and-after", "01-2026", "007", "2024-", "12345-a", "٣-a", "1a", "a-1", "", "-1-a", "13:45",
    ])
    func staysInAName(_ name: String) {
        check([name], become: [name])
        check([name, "charter", "glossary"], become: [name, "charter", "glossary"])
    }

    @Test func aZeroInFrontIsAnOrder() {
        check(["01-intro", "100-day-plan", "360-review"], become: ["intro", "100-day-plan", "360-review"])
        check(["00_start", "007 james", "0001-adr"], become: ["start", "james", "adr"])
        check(["01. Intro", "02) Plan"], become: ["Intro", "Plan"])
    }

    @Test func whatCountsOnFromAZeroIsAnOrder() {
        check(["08-a", "09-b", "10-c", "11-d"], become: ["a", "b", "c", "d"])
        check(["01-a", "02-b", "10-c", "20-d", "99-e"], become: ["a", "b", "c", "d", "99-e"])
        check(["01-intro", "02-plan", "90-day-plan", "5-whys"], become: ["intro", "plan", "90-day-plan", "5-whys"])
        check(["01-intro", "02-plan", "12-factor-app"], become: ["intro", "plan", "12-factor-app"])
    }

    @Test func siblingsThatCountFromTheStartAreAnOrder() {
        check(["1-a", "2-b", "3-c"], become: ["a", "b", "c"])
        check(["1. Intro", "2. Plan"], become: ["Intro", "Plan"])
        check(["0-a", "1-b"], become: ["a", "b"])
        check(["1-a", "2-b", "4-c", "notes"], become: ["a", "b", "c", "notes"])
        check(["10-a", "20-b", "30-c"], become: ["a", "b", "c"])
        check(["1-a", "2-b", "3-c", "2026-10-status"], become: ["a", "b", "c", "2026-10-status"])
    }

    @Test func siblingsThatDoNotCountKeepTheirNumbers() {
        check(["5-whys", "7-zip"], become: ["5-whys", "7-zip"])
        check(["1-a", "2-b", "c", "d", "e"], become: ["1-a", "2-b", "c", "d", "e"])
        check(["30-rock", "60-seconds", "90-day"], become: ["30-rock", "60-seconds", "90-day"])
        check(["1-day-trip", "2-day-trip"], become: ["1-day-trip", "2-day-trip"])
    }

    @Test func numbersStayWhereSiblingsWouldBeCalledTheSame() {
        check(["01-notes", "02-notes", "03-plan"], become: ["01-notes", "02-notes", "03-plan"])
        check(["01-intro", "intro"], become: ["01-intro", "intro"])
        check(["03-summit", "11-summit"], become: ["03-summit", "11-summit"])
        check(["1-a", "2-A", "3-b"], become: ["1-a", "2-A", "3-b"])
        #expect(namesWithoutOrder(among: ["01-a"], besides: ["a"]).isEmpty)
    }

    @Test func namesSortByAllTheirNumbers() {
        #expect(numbers(leading: "2026-10-05-minutes") == [2026, 10, 5])
        #expect(numbers(leading: "4.1 Charter") == [4, 1])
        #expect(numbers(leading: "3d") == [] && numbers(leading: "plan") == [] && numbers(leading: "007") == [7])
    }
}
