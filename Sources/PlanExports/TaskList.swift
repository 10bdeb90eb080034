// A plan as a task list in Markdown, phases as headings.

import Content
import Plans
import UTF8Text

func taskList(of schedule: PlanSchedule, title: String) -> [UInt8] {
    var text = "# \(title)\n"
    for task in schedule.tasks {
        guard !task.isPhase else {
            text += "\n## \(task.task.name)\n"
            continue
        }
        guard let dates = task.dates else { continue }
        text +=
            "- [\(task.isDone ? "x" : " ")] \(task.task.name) (\(dates.lowerBound.iso) to \(dates.upperBound.iso))\n"
    }
    return Array(text.utf8)
}
