// A plan as tables.

import Content
import Knowledge
import UTF8Text

extension Site {
    func planHTML(_ plan: PlanDetails, on page: Page) -> String? { nil }
    func planContents(of page: Page) -> [ContentsEntry] { [] }
}
