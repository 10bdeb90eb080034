// English: pages of all types, and the lists under them.

import Content
import Knowledge

extension PageWords {
    static let english = PageWords(
        kind: { type, topicKind in
            switch type {
            case .page: nil
            case .question: "Question"
            case .topic: topicKind.map(topic) ?? "Topic"
            case .role: "Role"
            case .template: "Template"
            case .plan: "Plan"
            }
        },
        type: { $0.englishNoun },
        status: { status in
            switch status {
            case .approved: nil
            case .draft: "Draft"
            case .review: "In review"
            case .retired: "Retired"
            }
        },
        fact: { fact in
            switch fact {
            case .version(let version): "Version \(version)"
            }
        },
        alsoKnownAs: { "Also known as \($0)" },
        printedFrom: { "Printed from \($0)" },
        isDraft: "This page is a draft. It is not approved yet.",
        isInReview: "This page is in review. It is not approved yet.",
        isRetired: "This page is retired. It is kept for reference only.",
        isReplacedBy: Phrase("This page is retired. It was replaced by"),
        isOverdue: { "This page is overdue for review (since \($0))." },
        isOverdueAtOwner: { Phrase("This page is overdue for review (since \($0)). Owner:") },
        movedTo: { page in Phrase("This section is now ", page.map { " on the page “\($0)”." } ?? ".") },
        gives: { "Gives: \($0)" },
        downloadAs: { "Download as \($0)" },
        download: { "Download \($0)" },
        mentionedIn: "Mentioned in",
        termsOnThisPage: "Terms on this page",
        allPages: { "All \($0) pages" },
        noSuchPageTitle: "This page does not exist",
        glossaryIntro: "The terms of this handbook, what they mean and where they are explained.",
        sourcesIntro: "What this handbook rests on, and the pages that cite it.",
        mapIntro: "The topics of this handbook, where they belong and what leads to what.",
        glossaryOf: { "\($0): glossary" },
        alsoFound: { "Also found here: \($0)" },
        isbn: { "ISBN \($0)" },
        readOn: { "read on \($0)" })
}

extension PageType {
    /// In the middle of a sentence.
    var englishNoun: String {
        switch self {
        case .page: "page"
        case .question: "question"
        case .topic: "topic"
        case .role: "role"
        case .template: "template"
        case .plan: "plan"
        }
    }
}

@Sendable private func topic(_ kind: TopicKind) -> String {
    switch kind {
    case .concept: "Topic"
    case .process: "Topic: process"
    case .technique: "Topic: technique"
    case .policy: "Topic: policy"
    }
}

extension RelationWords {
    static let english = RelationWords(
        heading: { list in
            switch list {
            case .seeItDone: "See it done"
            case .topics: "Topics"
            case .questionsAboutThis: "Questions about this"
            case .templates: "Templates"
            case .plansThatShowIt: "Plans that show it"
            case .roles: "Roles"
            case .answers: "Answers"
            case .accountableFor: "Accountable for"
            case .responsibleFor: "Responsible for"
            case .doesStepsOf: "Does steps of"
            case .plans: "Appears in plans"
            case .ownsThesePages: "Owns these pages"
            case .writtenForThisRole: "Written for this role"
            case .usedIn: "Used in"
            case .questionsThisPlanAnswers: "Questions this plan answers"
            case .keptBy: "Kept by"
            case .replaces: "Replaces"
            case .related: "Related"
            case .similarPages: "Similar pages"
            }
        },
        roleInPlan: { role in
            var parts: [String] = []
            if role.isSponsor { parts.append("sponsor") }
            if role.isManager { parts.append("manager") }
            let owned = [(role.objectives, "objective"), (role.tasks, "task"), (role.risks, "risk")]
                .filter { $0.0 > 0 }.map(counted)
            if !owned.isEmpty { parts.append("owns \(owned.joined(separator: ", "))") }
            if !role.letters.isEmpty {
                let letters = role.letters.map { letter, rows in
                    rows == 1 ? letter.rawValue : "\(letter.rawValue) × \(rows)"
                }
                parts.append("RACI: \(letters.joined(separator: ", "))")
            }
            return parts.joined(separator: "; ")
        })
}
