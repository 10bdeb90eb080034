// What pages show by their type: the parts that only some have, and the lists under them. A new type does not compile
// until it has an answer to each; its words are in `Wording`.

import Content
import Knowledge
import UTF8Text

/// Parts of an article that only pages of one type have.
struct TypeParts: Sendable {
    private(set) var leadAnswer: String?
    private(set) var strip: StripModel?
    private(set) var steps: StepsModel?
    private(set) var neighbourhood: [UInt8]?

    init(of page: Page, on site: Site) {
        switch page.parsed.header.details {
        case .question(let question): leadAnswer = question.shortAnswer?.value
        case .topic(let topic):
            strip = StripModel(of: page, on: site)
            steps = StepsModel(topic.steps, of: page, on: site)
            neighbourhood = site.neighbourhoodHTML(of: page)
        case .page, .role, .template, .plan: break
        }
    }
}

extension PageType {
    /// The list of a topic with the pages of this type that are about it. What has none is shown by no topic, as
    /// `isShownByItsTopics` tells those who look for pages out of reach.
    var listOnTopics: RelationList? {
        switch self {
        case .question: .questionsAboutThis
        case .topic: .topics
        case .role: .roles
        case .plan: .plansThatShowIt
        case .page, .template: nil
        }
    }
}

extension RelationLists {
    mutating func addListsOfType() {
        switch page.type {
        case .question: add(.seeItDone, origins(.answers))
        case .topic: addListsOfTopic()
        case .role: addListsOfRole()
        case .template: add(.usedIn, targets(.usedIn))
        case .plan: add(.questionsThisPlanAnswers, targets(.answers))
        case .page: break
        }
        if page.type != .topic { add(.topics, targets(.topic)) }
    }

    private mutating func addListsOfTopic() {
        var about: [RelationList: [PageID]] = [:]
        for id in origins(.topic) {
            if let list = site.handbook[id].type.listOnTopics { about[list, default: []].append(id) }
        }
        add(.questionsAboutThis, about[.questionsAboutThis] ?? [])
        add(.templates, origins(.usedIn))
        add(.plansThatShowIt, about[.plansThatShowIt] ?? [])
        add(.roles, (about[.roles] ?? []) + site.inReadingOrder(targets(.does)))
        add(.topics, targets(.topic) + (about[.topics] ?? []))
        add(.answers, targets(.answers))
    }

    private mutating func addListsOfRole() {
        add(.accountableFor, targets(.accountable), repeats: true)
        add(.responsibleFor, targets(.responsible), repeats: true)
        add(.doesStepsOf, origins(.does), repeats: true)
        addPlans()
        add(.ownsThesePages, origins(.owner), repeats: true)
        add(.writtenForThisRole, origins(.audience), repeats: true)
    }
}
