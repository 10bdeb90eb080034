// What stands on pages of all types besides their text: type, status, notices, and the words of the indexes.

import Content

struct PageWords: Sendable {
    // MARK: Type and status

    /// The type of a page, above its text; `nil` for plain pages.
    let kind: @Sendable (_ type: PageType, _ topicKind: TopicKind?) -> String?
    /// The type behind a link, where two pages share their title.
    let type: @Sendable (_ type: PageType) -> String
    /// `nil` for the status that readers expect.
    let status: @Sendable (_ status: PageStatus) -> String?
    let fact: @Sendable (_ fact: PageFact) -> String
    let alsoKnownAs: @Sendable (_ names: String) -> String
    let printedFrom: @Sendable (_ address: String) -> String

    // MARK: Notices

    let isDraft, isInReview, isRetired: String
    /// Around a link to the page that took its place. A line break stands before the link.
    let isReplacedBy: Phrase
    let isOverdue: @Sendable (_ since: String) -> String
    /// The same around a link to the owner.
    let isOverdueAtOwner: @Sendable (_ since: String) -> Phrase
    /// Around a link to a heading that went to another page; `page` is that page's title where the link does not say it.
    let movedTo: @Sendable (_ page: String?) -> Phrase

    // MARK: Parts of pages

    /// On a step of a process: what it produces.
    let gives: @Sendable (_ output: String) -> String
    /// On a template that stands on its page.
    let downloadAs: @Sendable (_ format: String) -> String
    /// On one that is a file.
    let download: @Sendable (_ file: String) -> String
    /// Above the pages that mention a page.
    let mentionedIn: String
    /// Opens the definitions of the terms that a page links.
    let termsOnThisPage: String
    /// In the navigation, to the index of a folder of which only a part is shown.
    let allPages: @Sendable (_ count: Int) -> String

    // MARK: Pages that Milepost makes

    let noSuchPageTitle: String
    let glossaryIntro, sourcesIntro, mapIntro: String
    /// The name of the glossary for machines.
    let glossaryOf: @Sendable (_ handbook: String) -> String
    /// Below a term of the glossary.
    let alsoFound: @Sendable (_ names: String) -> String
    let isbn: @Sendable (_ number: String) -> String
    /// When the handbook's authors read a source on the web.
    let readOn: @Sendable (_ date: String) -> String
}
