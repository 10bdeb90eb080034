// The types of pages: the keys that only one type has, those that it must have, and what it asks of its text. All that
// this module does by the type of a page stands here, and a new type does not compile until it has an answer to each.

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

/// The keys that only one type of page has.
package enum TypeDetails: Sendable {
    case page
    case question(QuestionDetails)
    case topic(TopicDetails)
    case role(RoleDetails)
    case template(TemplateDetails)
    case plan(PlanDetails)

    package var type: PageType {
        switch self {
        case .page: .page
        case .question: .question
        case .topic: .topic
        case .role: .role
        case .template: .template
        case .plan: .plan
        }
    }

    init(of type: PageType, reading: inout HeaderReading) {
        switch type {
        case .page: self = .page
        case .question: self = .question(QuestionDetails(reading: &reading))
        case .topic: self = .topic(TopicDetails(reading: &reading))
        case .role: self = .role(RoleDetails(reading: &reading))
        case .template: self = .template(TemplateDetails(reading: &reading))
        case .plan: self = .plan(PlanDetails(reading: &reading))
        }
    }

    /// Reports the keys that pages of the type must have and this one has not.
    func requireKeys(_ keys: MappingReader, log: inout DiagnosticLog) {
        switch self {
        case .page: return
        case .question, .topic, .role, .template, .plan:
            for key in ["title", "summary", "owner", "updated"] { keys.require(key, log: &log) }
        }
        switch self {
        case .page, .role: break
        case .question(let question):
            if !question.isCollection {
                keys.require("short_answer", log: &log, help: "answer the question in 40 to 320 characters")
            }
            keys.require("topics", log: &log, help: "name at least one topic that the question is about")
            keys.require("sources", log: &log, help: "name at least one source from sources.yml")
        case .topic(let topic):
            keys.require("kind", log: &log, help: "one of concept, process, technique, policy")
            keys.require("sources", log: &log, help: "name at least one source from sources.yml")
            if topic.kind == .policy { keys.require("version", log: &log) }
        case .template: for key in ["format", "used_in", "version"] { keys.require(key, log: &log) }
        case .plan: for key in ["topics", "sources", "version"] { keys.require(key, log: &log) }
        }
    }

    /// Reports what is wrong with the title that the key `title` gives.
    func checkTitle(_ title: Located<String>, log: inout DiagnosticLog) {
        switch self {
        case .question(let question): question.checkTitle(title, log: &log)
        case .page, .topic, .role, .template, .plan: break
        }
    }

    /// Reports what the type of a page asks of its text and does not get.
    func checkBody(of page: ParsedPage, log: inout DiagnosticLog) {
        switch self {
        case .question(let question): question.checkLead(of: page, log: &log)
        case .template(let template): template.checkOffer(on: page, log: &log)
        case .page, .topic, .role, .plan: break
        }
    }
}

/// What the keys of a type say, for those who do not ask by type.
extension TypeDetails {
    /// Other pages that this one answers the question of.
    package var answers: [Located<String>] {
        switch self {
        case .topic(let topic): topic.answers
        case .plan(let plan): plan.answers
        case .page, .question, .role, .template: []
        }
    }

    package var isQuestionCollection: Bool {
        switch self {
        case .question(let question): question.isCollection
        case .page, .topic, .role, .template, .plan: false
        }
    }

    package var topicKind: TopicKind? {
        switch self {
        case .topic(let topic): topic.kind
        case .page, .question, .role, .template, .plan: nil
        }
    }

    /// Other names of what the page is about, besides its aliases.
    package var otherNamesOfThing: [Located<String>] {
        switch self {
        case .role(let role): role.alsoCalled
        case .page, .question, .topic, .template, .plan: []
        }
    }

    /// Other names of the page, besides its aliases.
    package var otherNamesOfPage: [Located<String>] {
        switch self {
        case .question(let question): question.asked
        case .page, .topic, .role, .template, .plan: otherNamesOfThing
        }
    }

    /// What the keys say in sentences, to be found by.
    package var sentences: [String] {
        switch self {
        case .question(let question): question.shortAnswer.map { [$0.value] } ?? []
        case .topic(let topic):
            topic.steps.map { step in step.output.map { "\(step.name): \($0)" } ?? step.name }
        case .page, .role, .template, .plan: []
        }
    }
}

extension TypeDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(type)
        switch self {
        case .page: break
        case .question(let details): wire.value(details)
        case .topic(let details): wire.value(details)
        case .role(let details): wire.value(details)
        case .template(let details): wire.value(details)
        case .plan(let details): wire.value(details)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.value(PageType.self) {
        case .page: self = .page
        case .question: self = .question(try wire.value())
        case .topic: self = .topic(try wire.value())
        case .role: self = .role(try wire.value())
        case .template: self = .template(try wire.value())
        case .plan: self = .plan(try wire.value())
        }
    }
}

package struct QuestionDetails: Sendable, HeaderKeys {
    package let shortAnswer: Located<String>?
    /// Other phrasings of the question.
    package let asked: [Located<String>]
    /// Every `## …?` heading of the page is a question of its own.
    package let isCollection: Bool

    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == QuestionDetails {
        shortAnswer = try way.key(\.shortAnswer) { $0.readPlainText("short_answer", length: 40...320) }
        asked = try way.key(\.asked) { $0.texts("asked") }
        isCollection = try way.key(\.isCollection) { $0.flag("collection") ?? false }
    }
}

package struct TopicDetails: Sendable, HeaderKeys {
    package let kind: TopicKind
    package let partOf: Located<String>?
    package let steps: [ProcessStep]
    package let precedes: [Located<String>]
    package let explains: [Located<String>]
    package let answers: [Located<String>]

    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == TopicDetails {
        kind = try way.key(\.kind) { $0.keys.choice("kind", of: TopicKind.self, log: &$0.log)?.value ?? .concept }
        partOf = try way.key(\.partOf) { $0.text("part_of") }
        steps = try way.key(\.steps) { $0.readSteps() }
        precedes = try way.key(\.precedes) { $0.texts("precedes") }
        explains = try way.key(\.explains) { $0.texts("explains") }
        answers = try way.key(\.answers) { $0.texts("answers") }
    }
}

package struct RoleDetails: Sendable, HeaderKeys {
    package let alsoCalled: [Located<String>]
    package let accountableFor: [Located<String>]
    package let responsibleFor: [Located<String>]

    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == RoleDetails {
        alsoCalled = try way.key(\.alsoCalled) { $0.texts("also_called") }
        accountableFor = try way.key(\.accountableFor) { $0.texts("accountable_for") }
        responsibleFor = try way.key(\.responsibleFor) { $0.texts("responsible_for") }
    }
}

package struct TemplateDetails: Sendable, HeaderKeys {
    package let formats: [Located<TemplateFormat>]
    /// A file beside the page that readers download; otherwise they get the page's first fenced block.
    package let file: Located<String>?
    package let usedIn: [Located<String>]

    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == TemplateDetails {
        formats = try way.key(\.formats) { $0.readFormats() }
        file = try way.key(\.file) { $0.text("file") }
        usedIn = try way.key(\.usedIn) { $0.texts("used_in") }
    }
}

package struct PlanDetails: Sendable, HeaderKeys {
    /// The `plan:` object as written. At most one of this and `data` is there.
    package let plan: YAMLNode?
    /// The file that holds the plan instead: its path from the folder of the page, or from the content folder with `/`.
    package let data: Located<String>?
    package let answers: [Located<String>]

    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == PlanDetails {
        plan = try way.key(\.plan) { $0.keys.node("plan") }
        data = try way.key(\.data) { $0.readPlanFileName() }
        answers = try way.key(\.answers) { $0.texts("answers") }
    }
}
