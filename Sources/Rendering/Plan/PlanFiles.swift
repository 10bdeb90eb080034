// The files beside a plan page.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    mutating func writeFiles() {}
}
