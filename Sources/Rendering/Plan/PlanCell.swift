// What the tables of a plan consist of: rows, and cells by what they hold.

import Content
import Scheduling
import UTF8Text

struct PlanRow {
    /// For links that lead to it.
    var id: String?
    var isCritical = false
    /// How many phases the row is in.
    var depth = 0
    /// Adds up the rows above.
    var isTotal = false
    let cells: [PlanCell]
}

enum PlanCell {
    case text(String)
    /// Names its row.
    case header(String)
    case phase(String)
    case number(String)
    /// RACI letters.
    case letters(String)
    /// A role by its slug, or a person by name.
    case person(String)
    /// Where a deliverable is, as written.
    case place(String)
    case date(CalendarDate?)
    /// In the smallest unit of the plan's currency.
    case money(Int)
    /// Names its row: a task, with its id, linked to its row in the table of tasks.
    case task(String, String)
    /// A task or deliverable.
    case subject(NamedWork)
    /// Tasks, one below the other; of many only the first.
    case tasks([NamedWork])
    /// Names its row: a task or deliverable.
    case named(NamedWork)
    /// Names this row and those after it: a name, linked to an id of the page.
    case group(String, id: String, rows: Int)
    /// Of a risk, with its band in words.
    case score(Int?)
    /// In whole percent.
    case share(Int)
    /// Working days later than the baseline.
    case slip(Int?)
    /// The same in words, where calendar days may count; nothing for what has not moved.
    case moved(String?)
    /// A state that is a warning.
    case late(String)
    case float(ActivityTimes?, isCritical: Bool)
    /// Yes or no, in words.
    case mark(Bool, yes: String, no: String)

    var isNumeric: Bool {
        switch self {
        case .number, .money, .slip, .moved, .float: true
        default: false
        }
    }
}

/// What a part of the plan is about.
struct NamedWork: Hashable {
    let name: String
    /// The id of the task with a row of its own, if there is one.
    let task: String?
}

extension Located<String>? {
    /// A role or person, or nothing.
    var cell: PlanCell { map { .person($0.value) } ?? .text("") }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
