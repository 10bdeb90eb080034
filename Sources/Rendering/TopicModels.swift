// What a topic shows besides its text: where it stands among others, and the steps of a process.

import Content
import Knowledge
import Templates

struct StripModel: TemplateModel {
    let partOf, before, after, parts: [LinkModel]

    static let slots: [Slot<StripModel>] = [
        .list("part_of", \.partOf), .list("before", \.before), .list("after", \.after), .list("parts", \.parts),
    ]

    /// `nil` for a topic that is no part of another and neither follows nor leads to one.
    init?(of page: Page, on site: Site) {
        let relations = site.handbook.relations
        func links(_ pages: [PageID]) -> [LinkModel] { pages.map { site.link(to: $0, from: page.id) } }
        partOf = links(relations.targets(of: .partOf, from: page.id))
        before = links(relations.origins(of: .precedes, to: page.id))
        after = links(relations.targets(of: .precedes, from: page.id))
        parts = links(site.inReadingOrder(relations.origins(of: .partOf, to: page.id)))
        if partOf.isEmpty && before.isEmpty && after.isEmpty && parts.isEmpty { return nil }
    }
}

struct StepsModel: TemplateModel {
    let items: [StepModel]

    static let slots: [Slot<StepsModel>] = [.list("items", \.items)]

    /// `nil` for a topic without steps.
    init?(_ steps: [ProcessStep], of page: Page, on site: Site) {
        guard !steps.isEmpty else { return nil }
        let handbook = site.handbook
        let roles = Dictionary(
            handbook.relations.targets(of: .does, from: page.id).map { (handbook[$0].slug, $0) },
            uniquingKeysWith: { first, _ in first })
        items = steps.map { step in
            StepModel(
                name: step.name,
                who: step.who.flatMap { roles[$0.value] }.map { site.link(to: $0, from: page.id) },
                output: step.output, gives: step.output.map(site.wording.pages.gives))
        }
    }
}

struct StepModel: TemplateModel {
    let name: String
    /// The role that does it.
    let who: LinkModel?
    let output: String?
    /// The same in a sentence.
    let gives: String?

    static let slots: [Slot<StepModel>] = [
        .text("name", \.name), .object("who", \.who), .text("output", \.output), .text("gives", \.gives),
    ]
}
