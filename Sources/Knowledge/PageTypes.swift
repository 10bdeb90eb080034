// What pages mean to each other by their type. A new type does not compile until it has an answer to each.

package import Content

extension PageType {
    /// Whether a page explains what its title names, so that the title is a term of the handbook.
    var explainsItsTitle: Bool {
        switch self {
        case .topic, .role, .template: true
        case .page, .question, .plan: false
        }
    }

    /// Whether a topic shows the pages of this type that are about it.
    package var isShownByItsTopics: Bool {
        switch self {
        case .question, .topic, .role, .plan: true
        case .page, .template: false
        }
    }
}

/// Pages that a key names: how they are related, and of what type they must be.
struct DeclaredRelation {
    let kind: RelationKind
    let slugs: [Located<String>]
    let type: PageType?
}

extension TypeDetails {
    /// The relations that only pages of one type declare.
    var relations: [DeclaredRelation] {
        switch self {
        case .topic(let topic):
            [
                DeclaredRelation(kind: .partOf, slugs: topic.partOf.map { [$0] } ?? [], type: .topic),
                DeclaredRelation(kind: .precedes, slugs: topic.precedes, type: .topic),
                DeclaredRelation(kind: .does, slugs: topic.steps.compactMap(\.who), type: .role),
            ]
        case .role(let role):
            [
                DeclaredRelation(kind: .accountable, slugs: role.accountableFor, type: nil),
                DeclaredRelation(kind: .responsible, slugs: role.responsibleFor, type: nil),
            ]
        case .template(let template): [DeclaredRelation(kind: .usedIn, slugs: template.usedIn, type: .topic)]
        case .page, .question, .plan: []
        }
    }
}
