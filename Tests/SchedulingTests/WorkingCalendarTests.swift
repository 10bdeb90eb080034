// Working days against published figures of spreadsheets and NumPy.

import Testing
import UTF8Text

@testable import Scheduling

private let weekdays = [true, true, true, true, true, false, false]

private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

private func calendar(_ start: String, holidays: [String] = [], working: [String] = []) throws -> WorkingCalendar {
    WorkingCalendar(
        start: try date(start), week: weekdays,
        holidays: try holidays.map { try date($0)...(try date($0)) }, working: try working.map(date))
}

@Suite struct WorkingCalendarTests {
    /// NETWORKDAYS as Microsoft and HCL document it, busday_count as NumPy does (its end is not counted).
    @Test(arguments: [
        ("2012-10-01", "2013-03-01", [], 110),
        ("2012-10-01", "2013-03-01", ["2012-11-22"], 109),
        ("2012-10-01", "2013-03-01", ["2012-11-22", "2012-12-04", "2013-01-21"], 107),
        ("2001-12-15", "2002-01-15", ["2001-12-24", "2001-12-25", "2001-12-26", "2001-12-31", "2002-01-01"], 17),
        ("2011-01-01", "2011-12-31", [], 260),
        ("2012-10-02", "2012-10-01", [], 0),
    ])
    func workingDaysBetweenTwoDates(first: String, last: String, holidays: [String], count: Int) throws {
        let calendar = try calendar(first, holidays: holidays)
        #expect(calendar.workingDays(from: try date(first), through: try date(last)) == count)
    }

    /// WORKDAY as Microsoft documents it: the start is not counted.
    @Test(arguments: [
        ("2008-10-01", 151, [], "2009-04-30"),
        ("2008-10-01", 151, ["2008-11-26", "2008-12-04", "2009-01-21"], "2009-05-05"),
    ])
    func theDateSomeWorkingDaysLater(start: String, days: Int, holidays: [String], end: String) throws {
        #expect(try calendar(start, holidays: holidays).date(ofDay: days) == date(end))
    }

    @Test func aPlanStartsOnTheNextWorkingDay() throws {
        let calendar = try calendar("2011-10-01")
        #expect(calendar.date(ofDay: 0) == (try date("2011-10-03")))
        #expect(calendar.day(onOrAfter: try date("2011-10-01")) == 0)
        #expect(calendar.date(ofDay: -1) == (try date("2011-09-30")))
    }

    @Test func workingDaysWinOverHolidaysAndWeekends() throws {
        let calendar = try calendar(
            "2027-03-22", holidays: ["2027-03-26", "2027-03-27"], working: ["2027-03-27", "2027-03-28"])
        #expect((0...6).map { calendar.date(ofDay: $0).day } == [22, 23, 24, 25, 27, 28, 29])
        #expect(!calendar.isWorkingDay(try date("2027-03-26")))
        #expect(calendar.isWorkingDay(try date("2027-03-27")))
    }

    @Test func aWorkingDayThatIsNamedOnceMoreIsStillOneDay() throws {
        let calendar = try calendar("2027-03-22", working: ["2027-03-23"])
        #expect((0...3).map { calendar.date(ofDay: $0).day } == [22, 23, 24, 25])
    }

    @Test func theWayToADayAndBackIsTheSame() throws {
        let calendar = try calendar(
            "2026-12-28", holidays: ["2026-12-25", "2027-01-01", "2027-01-04"], working: ["2027-01-02"])
        for day in -500...500 {
            let date = calendar.date(ofDay: day)
            #expect(calendar.isWorkingDay(date))
            #expect(calendar.day(onOrAfter: date) == day)
            #expect(calendar.finish(through: date) == day + 1)
        }
    }

    @Test func holidaysMayOverlapAndBeOfAnyLength() throws {
        let calendar = WorkingCalendar(
            start: try date("2027-01-04"), week: weekdays,
            holidays: [
                try date("2027-02-03")...(try date("2027-02-10")), try date("2027-02-01")...(try date("2027-02-05")),
                try date("2027-02-11")...(try date("2027-02-11")), try date("2028-01-01")...(try date("9999-12-31")),
            ],
            working: [try date("2027-02-06"), try date("2027-02-08"), try date("2027-02-12"), try date("9000-01-01")])
        #expect(
            (19...22).map { calendar.date(ofDay: $0).iso } == ["2027-01-29", "2027-02-06", "2027-02-08", "2027-02-12"])
        #expect(calendar.date(ofDay: calendar.day(onOrAfter: try date("2028-01-01"))).iso == "9000-01-01")
    }

    @Test func theCalendarReachesItsEnds() throws {
        let first = try calendar("0001-01-01")
        #expect(first.date(ofDay: 0).iso == "0001-01-01")
        let last = try calendar("9999-12-31")
        #expect(last.date(ofDay: 0).iso == "9999-12-31")
        #expect(last.date(ofDay: 5).iso == "9999-12-31")
        #expect(try date("2026-11-23").weekday == 0)
    }
}
