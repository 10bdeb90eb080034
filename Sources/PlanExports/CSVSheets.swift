// Tasks and registers of a plan as CSV. Ids and slugs stay as they are in the plan, so that the sheets can be joined.

import Content
import Plans
import Scheduling
import UTF8Text

/// One row for each task that is work; phases are left out, because their days are those of their tasks again.
func taskSheet(of schedule: PlanSchedule, for habit: SheetHabit) -> [UInt8] {
    var predecessors: [[String]] = schedule.tasks.map { _ in [] }
    for link in schedule.links where schedule.tasks[link.predecessor].times != nil {
        predecessors[link.successor].append(link.link.text)
    }
    var sheet = CSVSheet(
        [
            "id", "name", "owner", "start", "finish", "duration_days", "predecessors", "percent_complete", "milestone",
            "total_float", "free_float", "critical", "remaining_days",
        ], habit)
    for (task, links) in zip(schedule.tasks, predecessors) where !task.isPhase {
        guard let times = task.times else { continue }
        sheet.add([
            .text(task.id), .text(task.task.name), .text(task.task.owner?.value), .date(task.start),
            .date(task.finish), .number(task.duration), .text(links.joined(separator: " ")),
            .number(task.progress), .flag(task.isMilestone), .number(times.totalFloat),
            .number(times.freeFloat), .flag(times.isCritical), .number(task.remaining),
        ])
    }
    return sheet.bytes
}

func riskSheet(of plan: Plan, for habit: SheetHabit) -> [UInt8] {
    var sheet = CSVSheet(
        [
            "id", "title", "type", "cause", "effect", "probability", "impact", "score", "response", "action", "owner",
            "status", "proximity", "residual_probability", "residual_impact", "residual_score",
        ], habit)
    for risk in plan.risks {
        let residual = risk.residual?.value
        sheet.add([
            .text(risk.id.value), .text(risk.title), .text(risk.type.rawValue), .text(risk.cause), .text(risk.effect),
            .number(risk.probability.value), .number(risk.impact.value), .number(risk.score),
            .text(risk.response?.value.rawValue), .text(risk.action), .text(risk.owner?.value),
            .text(risk.status.value.rawValue), .text(risk.proximity?.text), .number(residual?.probability),
            .number(residual?.impact), .number(residual?.score),
        ])
    }
    return sheet.bytes
}

/// One row for each task or deliverable, one column for each role, in the order in which the plan names them first.
func raciSheet(of plan: Plan, for habit: SheetHabit) -> [UInt8] {
    var columns: [String: Int] = [:]
    var roles: [String] = []
    for role in plan.raci.flatMap(\.letters).map(\.role.value) where columns[role] == nil {
        columns[role] = roles.count
        roles.append(role)
    }
    let names = Dictionary(plan.allTasks.map { ($0.id.value, $0.name) }, uniquingKeysWith: { first, _ in first })
    var sheet = CSVSheet(["for", "name"] + roles, habit)
    for row in plan.raci {
        var cells = [CSVCell](repeating: .text(nil), count: roles.count)
        for (role, letters) in row.letters {
            if let column = columns[role.value] { cells[column] = .text(letters.value.text) }
        }
        sheet.add([.text(row.subject.value), .text(names[row.subject.value])] + cells)
    }
    return sheet.bytes
}

func budgetSheet(of plan: Plan, for habit: SheetHabit) -> [UInt8] {
    var sheet = CSVSheet(["id", "item", "category", "currency", "planned", "actual", "remaining", "task"], habit)
    for line in plan.budget {
        let digits = plan.currencyDigits
        let (planned, actual) = (line.planned.value.units(digits: digits), line.actual.value.units(digits: digits))
        sheet.add([
            .text(line.id.value), .text(line.item), .text(line.category.rawValue), .text(plan.currency?.value),
            .money(planned, digits: digits), .money(actual, digits: digits), .money(planned - actual, digits: digits),
            .text(line.task?.value),
        ])
    }
    return sheet.bytes
}

/// What people think of a plan is personal: in the sheet only if the plan shows it.
func stakeholderSheet(of plan: Plan, for habit: SheetHabit) -> [UInt8] {
    let stance = plan.showsStance
    var sheet = CSVSheet(
        ["id", "name", "role", "power", "interest"] + (stance ? ["stance"] : []) + ["engagement"], habit)
    for one in plan.stakeholders {
        sheet.add(
            [
                .text(one.id.value), .text(one.name), .text(one.role?.value), .number(one.power.value),
                .number(one.interest),
            ] + (stance ? [.text(one.stance?.rawValue)] : []) + [.text(one.engagement)])
    }
    return sheet.bytes
}

/// A cell; nothing is an empty one.
enum CSVCell {
    case text(String?)
    case number(Int?)
    /// In the smallest unit of a currency with so many digits behind the point.
    case money(Int, digits: Int)
    case date(CalendarDate?)
    case flag(Bool)
}

/// Rows of CSV as RFC 4180 has them: UTF-8 with its mark, without which spreadsheets take it for something older, CRLF
/// behind every row, the names of the columns first.
struct CSVSheet {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    private let habit: SheetHabit

    init(_ heads: [String], _ habit: SheetHabit) {
        self.habit = habit
        add(heads.map { .text($0) })
    }

    mutating func add(_ cells: [CSVCell]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { bytes.append(habit.separator) }
            switch cell {
            case .text(let text): if let text { add(text) }
            case .number(let number): if let number { bytes.append(contentsOf: String(number).utf8) }
            case .money(let units, let digits):
                bytes.append(
                    contentsOf: exactDecimal(units, digits: digits).utf8.map {
                        $0 == UInt8(ascii: ".") ? habit.point : $0
                    })
            case .date(let date): if let date { bytes.append(contentsOf: date.iso.utf8) }
            case .flag(let flag): bytes.append(flag ? UInt8(ascii: "1") : UInt8(ascii: "0"))
            }
        }
        bytes.write("\r\n")
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets read as "text".
    /// Source: OWASP, "CSV Injection".
    private mutating func add(_ text: String) {
        let isQuoted = text.utf8.contains { [",", ";", "\"", "\r", "\n"].contains($0) }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if let first = text.utf8.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) {
            bytes.append(UInt8(ascii: "'"))
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }
}
