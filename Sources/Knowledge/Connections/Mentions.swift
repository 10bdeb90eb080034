// Which pages mention a page in their text, and where first: the links to a page, seen from there.

import Content
import UTF8Text

/// The first place on a page that leads to another one.
package struct Mention: Sendable, Hashable {
    package let from: PageID
    /// Where in the text of that page; empty for a link without words, such as an image.
    package let text: Range<Int>
    /// Whether Milepost made the link.
    package let isAutomatic: Bool
    /// How many links of that page lead to the same one.
    package let count: Int
}

/// The mentions of each page, in the order of the paths of those that mention it. A page does not mention itself.
func collectMentions(_ pages: [Page], links: [[Destination]], terms: [PageTerms], vocabulary: Vocabulary) -> [[Mention]]
{
    var mentions: [[Mention]] = Array(repeating: [], count: pages.count)
    for page in pages {
        for mention in firstMentions(on: page, links: links[page.id.index], terms: terms[page.id.index], vocabulary) {
            mentions[mention.target.index].append(mention.mention)
        }
    }
    return mentions
}

private func firstMentions(
    on page: Page, links: [Destination], terms: PageTerms, _ vocabulary: Vocabulary
) -> [(target: PageID, mention: Mention)] {
    let text = page.parsed.markdown.text
    var all: [(target: PageID, text: Range<Int>, isAutomatic: Bool)] = []
    for (reference, destination) in zip(page.parsed.markdown.references, links) {
        guard reference.kind != .image, case .page(let target, _) = destination, target != page.id else { continue }
        all.append((target, text.words(ofLinkAt: reference.textOffset), false))
    }
    for link in terms.links {
        all.append((vocabulary.linkable[vocabulary.forms[link.form].term].target, link.text, true))
    }
    // By target, then by place in the text; a link by hand before one that Milepost makes.
    all.sort { left, right in
        if left.target != right.target { return left.target < right.target }
        if left.text.lowerBound != right.text.lowerBound { return left.text.lowerBound < right.text.lowerBound }
        return !left.isAutomatic && right.isAutomatic
    }
    var first: [(target: PageID, mention: Mention)] = []
    var index = 0
    while index < all.count {
        let (target, range, isAutomatic) = all[index]
        let end = all[index...].firstIndex { $0.target != target } ?? all.count
        first.append((target, Mention(from: page.id, text: range, isAutomatic: isAutomatic, count: end - index)))
        index = end
    }
    return first
}

extension PageText {
    /// The words of the link that starts at `offset`.
    func words(ofLinkAt offset: Int) -> Range<Int> {
        guard let first = run(at: offset), runs[first].start == offset, runs[first].place.isLink,
            let block = block(at: offset)
        else { return offset..<offset }
        let last = runs(ofBlock: block).upperBound
        var end = first + 1
        while end < last, runs[end].place.isLink, runs[end].isAttached || runs[end].place != .targetTitle { end += 1 }
        // What parts the link from what follows it is no part of it.
        let words = bytes[offset..<range(ofRun: end - 1).upperBound]
        return offset..<(words.lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 } ?? offset)
    }
}

extension TextPlace {
    fileprivate var isLink: Bool { self == .link || self == .targetTitle }
}
