// The front matter of a page, typed. Slugs and names are still text: only all pages together can say what they mean.
// ReadPageHeader.swift reads it, and Wire/PageHeaderWire.swift takes it out of the worker.

package import UTF8Text

package enum PageType: String, CaseIterable, Sendable {
    case page, question, topic, role, template, plan

    /// The folder at the top of the content folder whose pages are of this type unless they say otherwise.
    package var folder: String? { self == .page ? nil : rawValue + "s" }

    /// The type that a page has by where it lies.
    package init(ofPageAt path: String) {
        let top = path.utf8.contains("/") ? String(path.prefix { $0 != "/" }) : ""
        self = isFolderIndex(path) ? .page : Self.allCases.first { $0.folder == top } ?? .page
    }
}

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

/// The keys that only one type of page has.
package enum TypeDetails: Sendable {
    case page
    case question(QuestionDetails)
    case topic(TopicDetails)
    case role(RoleDetails)
    case template(TemplateDetails)
    case plan(PlanDetails)
}

package struct QuestionDetails: Sendable {
    package let shortAnswer: Located<String>?
    /// Other phrasings of the question.
    package let asked: [Located<String>]
    /// Every `## …?` heading of the page is a question of its own.
    package let isCollection: Bool
}

package struct TopicDetails: Sendable {
    package let kind: TopicKind
    package let partOf: Located<String>?
    package let steps: [ProcessStep]
    package let precedes: [Located<String>]
    package let explains: [Located<String>]
    package let answers: [Located<String>]
}

package struct RoleDetails: Sendable {
    package let alsoCalled: [Located<String>]
    package let accountableFor: [Located<String>]
    package let responsibleFor: [Located<String>]
}

package struct TemplateDetails: Sendable {
    package let formats: [Located<TemplateFormat>]
    /// A file beside the page that readers download; otherwise they get the page's first fenced block.
    package let file: Located<String>?
    package let usedIn: [Located<String>]
}

package struct PlanDetails: Sendable {
    /// The `plan:` object as written. At most one of this and `data` is there.
    package let plan: YAMLNode?
    /// The file that holds the plan instead: its path from the folder of the page, or from the content folder with `/`.
    package let data: Located<String>?
    package let answers: [Located<String>]
}

/// The keys that every page has.
package struct PageHeader: Sendable {
    package let type: PageType
    package let title: Located<String>
    package let slug: Located<String>?
    package let summary: String?
    package let owner: Located<String>?
    package let status: Located<PageStatus>
    package let version: String?
    package let updated: Located<CalendarDate>?
    package let reviewed: Located<CalendarDate>?
    package let reviewIn: Period?
    package let topics: [Located<String>]
    package let related: [Located<String>]
    package let aliases: [Located<String>]
    package let keywords: [String]
    package let audience: [Located<String>]
    package let citations: [Citation]
    package let supersedes: Located<String>?
    package let redirects: [DeclaredRedirect]
    package let autolink: Autolink
    package let navigation: NavigationPlace
    /// Whether readers find the page by searching.
    package let isSearchable: Bool
    /// On the index of a folder: how its pages are grouped.
    package let groups: [PageGroup]
    package let details: TypeDetails
}

extension PageHeader {
    /// Other pages that this one answers the question of.
    package var answers: [Located<String>] {
        switch details {
        case .topic(let topic): topic.answers
        case .plan(let plan): plan.answers
        default: []
        }
    }

    package var isQuestionCollection: Bool {
        if case .question(let question) = details { question.isCollection } else { false }
    }
}
