// The charts of a plan, from its schedule and its registers.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    mutating func writeGantt() {}
    mutating func writeFiles() {}
}
