// What other pages say about a page, and the terms that it uses: as HTML, because there may be hundreds of them.

import Content
import Knowledge
import UTF8Text

/// How many mentions stand open below a page; where there are more, each section opens on demand.
private let mentionsAtOnce = 10

extension Site {
    // MARK: Mentioned in

    /// The pages that mention the page, each with the sentence, by section; `nil` when none does.
    func mentionsHTML(of page: Page) -> [UInt8]? {
        let mentions = handbook.mentions[page.id.index]
        guard !mentions.isEmpty else { return nil }
        var html: [UInt8] = []
        html.write("<section class=\"mentions\"><h2 id=\"relation:mentioned-in\">")
        html.appendEscaped(wording.pages.mentionedIn)
        html.write("</h2>\n")
        let areOpen = mentions.count <= mentionsAtOnce
        for (section, mentions) in bySection(mentions) {
            html.write(areOpen ? "<h3>" : "<details><summary>")
            html.appendEscaped(section)
            if !areOpen {
                html.write(" <span class=\"count\">")
                html.appendEscaped(wording.counts.pages(mentions.count))
                html.write("</span>")
            }
            html.write(areOpen ? "</h3>\n" : "</summary>\n")
            writeMentions(mentions, on: page, into: &html)
            if !areOpen { html.write("</details>\n") }
        }
        html.write("</section>\n")
        return html
    }

    /// Sections in the order of the navigation, pages of a section as readers look for them.
    private func bySection(_ mentions: [Mention]) -> [(title: String, mentions: ArraySlice<Mention>)] {
        func key(_ mention: Mention) -> (place: Int, section: Int) {
            let section = sections[mention.from.index]
            return (section.place, section.page?.index ?? -1)
        }
        let sorted = mentions.sorted { left, right in
            let (a, b) = (key(left), key(right))
            return a != b ? a < b : readingRanks[left.from.index] < readingRanks[right.from.index]
        }
        return sorted.chunks { key($0) == key($1) }.map { mentions in
            let section = mentions.first.flatMap { sections[$0.from.index].page }
            return (section.map { handbook[$0].label } ?? handbook.settings.title, mentions)
        }
    }

    private func writeMentions(_ mentions: ArraySlice<Mention>, on page: Page, into html: inout [UInt8]) {
        html.write("<ul class=\"mention-list\">\n")
        for mention in mentions {
            html.write("<li><a href=\"")
            html.appendRelativeAddress(
                from: handbook.address(of: page.id), to: handbook.address(of: mention.from))
            html.write("\">")
            html.appendEscaped(handbook[mention.from].title)
            html.write("</a>")
            let sentence = handbook.sentence(of: mention)
            // A link that stands alone in an item or a cell says no more than the title of the page where it leads.
            if !sentence.before.isEmpty || !sentence.after.isEmpty {
                html.write(" <span class=\"mention\">")
                html.appendEscaped(sentence.before)
                html.write("<b>")
                html.appendEscaped(sentence.words)
                html.write("</b>")
                html.appendEscaped(sentence.after)
                html.write("</span>")
            }
            html.write("</li>\n")
        }
        html.write("</ul>\n")
    }

    // MARK: Terms on this page

    /// The terms that Milepost links on the page, with what they mean: for readers who cannot point at a link, and for
    /// paper.
    func termsHTML(of page: Page) -> [UInt8]? {
        var seen: Set<Int> = []
        let terms = handbook.terms[page.id.index].links.map { handbook.vocabulary.forms[$0.form].term }
            .filter { seen.insert($0).inserted && !handbook.vocabulary.linkable[$0].definition.isEmpty }
            .sorted { termRanks[$0] < termRanks[$1] }
        guard !terms.isEmpty else { return nil }
        var html: [UInt8] = []
        html.write("<details class=\"terms\"><summary>")
        html.appendEscaped(wording.pages.termsOnThisPage)
        html.write("</summary>\n<dl>\n")
        for term in terms.map({ handbook.vocabulary.linkable[$0] }) {
            html.write("<dt><a href=\"")
            html.append(contentsOf: href(from: page.id, to: term.target, fragment: term.fragment).utf8)
            html.write("\">")
            html.appendEscaped(term.name)
            html.write("</a></dt>\n<dd>")
            html.appendEscaped(term.definition)
            html.write("</dd>\n")
        }
        html.write("</dl>\n</details>\n")
        return html
    }
}

extension Array {
    /// The runs of neighbours that belong together.
    func chunks(_ belongTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var chunks: [ArraySlice<Element>] = []
        var start = 0
        for end in indices.dropFirst() where !belongTogether(self[end - 1], self[end]) {
            chunks.append(self[start..<end])
            start = end
        }
        if !isEmpty { chunks.append(self[start...]) }
        return chunks
    }
}
