// What keys of the front matter hold that is more than a text. ReadHeaderValues.swift reads it, and
// Wire/HeaderValuesWire.swift takes it out of the worker.

import UTF8Text

package enum PageStatus: String, CaseIterable, Sendable {
    case draft, review, approved, retired
}

package enum TopicKind: String, CaseIterable, Sendable {
    case concept, process, technique, policy
}

package enum TemplateFormat: String, CaseIterable, Sendable {
    case md, csv, yaml, json, txt, docx, xlsx, pptx, odt, ods, odp, pdf

    /// - Parameter name: the ending of a file's name or the language of a fenced block; without one it is Markdown.
    init?(named name: String) {
        switch name.lowercased() {
        case "", "markdown": self = .md
        case "yml": self = .yaml
        case let name: self.init(rawValue: name)
        }
    }
}

/// One step of a process: who does it and what comes out.
package struct ProcessStep: Sendable {
    package let name: String
    package let who: Located<String>?
    package let output: String?
}

/// A source that a page rests on, and where in it.
package struct Citation: Sendable {
    package let source: Located<String>
    package let at: String?
}

/// Pages of a folder that stand under a heading of their own in its navigation.
package struct PageGroup: Sendable {
    package let title: Located<String>
    package let pages: [Located<String>]
}

/// An old address of the page, or of one of its headings.
package struct DeclaredRedirect: Sendable {
    /// The path of a page, the `#heading` of this one, or both, as written.
    package let from: Located<String>
    /// The id of the heading of this page that it leads to; the top of the page without one.
    package let to: Located<String>?
}

/// What a page says about its place among its siblings.
package struct NavigationPlace: Sendable {
    package let order: Int?
    package let isHidden: Bool
    package let label: String?

    package init(order: Int? = nil, isHidden: Bool = false, label: String? = nil) {
        self.order = order
        self.isHidden = isHidden
        self.label = label
    }
}

/// Which terms Milepost may link by itself on a page.
package enum Autolink: Sendable, Equatable {
    case on
    case off
    /// All but these, by any of their names.
    case skipping([Located<String>])
}
