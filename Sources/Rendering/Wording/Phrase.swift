// A sentence around one value that is a link, a date or a list of its own: what stands before it and what behind.

import Templates

struct Phrase: TemplateModel {
    let before: String
    let after: String

    /// A side without words is not there.
    static let slots: [Slot<Phrase>] = [
        .text("before") { $0.before.isEmpty ? nil : $0.before }, .text("after") { $0.after.isEmpty ? nil : $0.after },
    ]

    init(_ before: String, _ after: String = "") {
        self.before = before
        self.after = after
    }
}
