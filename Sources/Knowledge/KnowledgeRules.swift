// The rules that all pages together are held to.

package import UTF8Text

extension Rule {
    package static let linkTarget = Rule("link-target", .error, "A link to a page, file or term that does not exist.")
    package static let linkAnchor = Rule("link-anchor", .error, "A link to a heading that its page does not have.")
    package static let linkCase = Rule(
        "link-case", .error, "A path that exists only with other capitals and small letters.")
    package static let linkOutside = Rule("link-outside", .error, "A path that leads out of the content folder.")
    package static let ambiguousLink = Rule(
        "ambiguous-link", .error, "A name in double brackets that several pages equally near have.")
    package static let linkToDraft = Rule(
        "link-to-draft", .warning, "A link to a page that is not published because it is not approved.")
    package static let linkToRetired = Rule(
        "link-to-retired", .warning, "A current page that leads readers to a retired one.")
    package static let relationTarget = Rule(
        "relation-target", .error, "A slug in the front matter that no page has, or a page of the wrong type.")
    package static let relationCycle = Rule(
        "relation-cycle", .error, "Pages that are part of, precede or supersede each other in a circle.")
    package static let notARole = Rule("not-a-role", .error, "An owner, or who does a step, that is not a role page.")
    package static let unknownSource = Rule("unknown-source", .error, "A source that is not in sources.yml.")
    package static let nameTaken = Rule("name-taken", .error, "A title, alias, term or source that is claimed twice.")
    package static let addressTaken = Rule(
        "address-taken", .warning, "Two files that would be published at one address, so that the second got another.")
    package static let addressReserved = Rule(
        "address-reserved", .error, "A file that lies where Milepost publishes a page of its own.")
    package static let linkByAddress = Rule(
        "link-by-address", .note, "A path that leads nowhere from its file, but from the address of its page.")
    package static let linkTwoWays = Rule(
        "link-two-ways", .warning, "A path that leads to one page from its file and to another from its address.")
    package static let redirectTaken = Rule(
        "redirect-taken", .error, "An old address that is claimed twice or belongs to an existing page.")
    package static let supersedesStatus = Rule(
        "supersedes-status", .error, "A page that supersedes another one which is not retired.")
    package static let termTarget = Rule("term-target", .error, "A term whose page does not exist.")
    package static let unknownTerm = Rule(
        "unknown-term", .warning, "A page names a term that neither the glossary nor a title has.")
    package static let unusedTerm = Rule("unused-term", .note, "A term of the glossary that no page mentions.")
    package static let overlinkedTerm = Rule(
        "overlinked-term", .warning, "A term that is linked by itself on two of three pages.")
    package static let futureDate = Rule("future-date", .warning, "A page that was updated after today.")
    package static let overdueReview = Rule("overdue-review", .warning, "A page past the day of its next review.")
    package static let stalePlan = Rule(
        "stale-plan", .warning, "A plan that has begun and whose status date is older than `stale_after` allows.")
    package static let orphan = Rule(
        "orphan", .warning, "A page that no other page's text or relations lead to.")
    package static let unreachable = Rule(
        "unreachable", .warning, "A page that no navigation, list or link leads to from the home page.")
    package static let similarQuestion = Rule(
        "similar-question", .warning, "A question that says nearly the same as another one.")
    package static let undefinedAcronym = Rule(
        "undefined-acronym", .warning, "Capitals that three pages or more use and the handbook nowhere explains.")
    package static let unknownRule = Rule("unknown-rule", .error, "The configuration names a rule that does not exist.")

    /// Every rule of this module.
    package static let ofKnowledge: [Rule] =
        [
            .linkTarget, .linkByAddress, .linkTwoWays, .linkAnchor, .linkCase, .linkOutside, .ambiguousLink,
            .linkToDraft, .linkToRetired,
            .relationTarget,
            .relationCycle,
            .notARole,
            .unknownSource, .nameTaken, .addressTaken, .addressReserved, .redirectTaken, .supersedesStatus, .termTarget,
            .unknownTerm,
            .unusedTerm, .overlinkedTerm, .futureDate,
            .overdueReview, .stalePlan, .orphan, .unreachable, .similarQuestion, .undefinedAcronym, .unknownRule,
            .addressLock,
        ]
}
