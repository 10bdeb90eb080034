// What became of a term that a text mentions: a link, or a reason why not.

/// Why a term is not linked where it stands. The rules are those of automatic linking; see the handbook's own page on it.
package enum TermRefusal: Sendable, Hashable {
    // Where it stands.
    case heading, linkText, code, imageText, tableHeader, alertTitle, footnote, element, escaped, passageOff
    // What the page or the glossary says.
    case pageOff, pageSkips, manual, phrase, wrongCase, afterNumber, ownPage, related
    // What is linked already.
    case linkedByHand
    /// Linked at this place in the text of the page.
    case alreadyLinked(at: Int)
    case paragraphFull, tooDense

    /// Its stable name.
    package var rule: String {
        switch self {
        case .heading: "in-heading"
        case .linkText: "in-link"
        case .code: "in-code"
        case .imageText: "in-image"
        case .tableHeader: "in-table-header"
        case .alertTitle: "in-alert-title"
        case .footnote: "in-footnote"
        case .element: "in-raw-html"
        case .escaped: "escaped"
        case .passageOff: "passage-off"
        case .pageOff: "page-off"
        case .pageSkips: "page-skips"
        case .manual: "manual"
        case .phrase: "phrase"
        case .wrongCase: "case"
        case .afterNumber: "after-number"
        case .ownPage: "own-page"
        case .related: "related"
        case .linkedByHand: "linked-by-hand"
        case .alreadyLinked: "first-occurrence"
        case .paragraphFull: "paragraph-limit"
        case .tooDense: "density-limit"
        }
    }

    /// The rule in words, as the end of "not linked: …".
    package var reason: String {
        switch self {
        case .heading: "headings hold no automatic links"
        case .linkText: "it is the text of a link"
        case .code: "code holds no links"
        case .imageText: "it is the alternative text of an image"
        case .tableHeader: "the head of a table holds no automatic links"
        case .alertTitle: "the title of an alert holds no automatic links"
        case .footnote: "footnotes hold no automatic links"
        case .element: "it stands in an element of raw HTML"
        case .escaped: "it is written [[!…]]"
        case .passageOff: "it stands behind <!-- autolink off -->"
        case .pageOff: "the page says 'autolink: false'"
        case .pageSkips: "the page says to skip it"
        case .manual: "the glossary says 'link: manual'"
        case .phrase: "a single word is linked only on pages about its topic"
        case .wrongCase: "the form needs its own capitals"
        case .afterNumber: "behind a number, two capitals are an hour or a unit"
        case .ownPage: "the page itself explains it"
        case .related: "'related' links the page and its target already"
        case .linkedByHand: "the paragraph links its target by hand"
        case .alreadyLinked: "the page links its target already"
        case .paragraphFull: "the paragraph has \(TermLimit.linksPerParagraph) automatic links already"
        case .tooDense: "the page has an automatic link for each \(TermLimit.wordsPerLink) words already"
        }
    }
}

/// How many automatic links a page may have.
package enum TermLimit {
    package static let wordsPerLink = 40
    package static let linksPerParagraph = 3
    /// On a page of more words than `longPage`, a target may be linked again after `wordsBetween` words.
    package static let longPage = 1200
    package static let wordsBetween = 600
}

/// A mention of a term, and whether it became a link.
package struct TermDecision: Sendable {
    /// The place in `Vocabulary.forms`.
    package let form: Int
    /// Where in the text of the page.
    package let text: Range<Int>
    /// `nil` when it is linked.
    package let refusal: TermRefusal?
}

/// An automatic link.
package struct TermLink: Sendable, Hashable {
    /// The place in `Vocabulary.forms`.
    package let form: Int
    /// Where in the text of the page.
    package let text: Range<Int>
    /// Where in the HTML of the page.
    package let html: Range<Int>
}
