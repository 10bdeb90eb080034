// Keeps the elements that raw HTML opens balanced with the Markdown around them.

import UTF8Text

/// The Markdown around a piece of raw HTML.
struct Surroundings {
    /// How many nodes enclose it.
    let depth: Int
    /// Whether other blocks may stand there: it is a block of its own, or a cell of a table, not the words of a paragraph.
    let isBlock: Bool
    let isInsideLink: Bool

    /// The same, where only runs of text may stand.
    var inText: Surroundings { Surroundings(depth: depth, isBlock: false, isInsideLink: isInsideLink) }
}

struct RawElements {
    /// An element that raw HTML opened.
    private struct Open {
        let name: String
        let element: HTMLElement
        /// The depth of the Markdown around it: it must be closed there.
        let depth: Int
        let position: SourcePosition
        /// Whether it says in a `title` what it means.
        let hasTitle: Bool
        /// Which reference it is, when it leads somewhere, and where its text starts in the HTML.
        let link: (reference: Int, start: Int)?

        init(
            _ tag: HTMLTag, _ element: HTMLElement, depth: Int, at position: SourcePosition,
            link: (reference: Int, start: Int)? = nil
        ) {
            name = tag.name
            self.element = element
            self.depth = depth
            self.position = position
            hasTitle = tag.value(of: "title")?.isEmpty == false
            self.link = link
        }

        /// HTML lets authors leave out some end tags.
        var hasOptionalEnd: Bool { HTMLElement.endsByItself.contains(name) }

        /// Whether Milepost puts no links in it: words that the author marked up, a figure, the head of a table.
        var isNoPlaceForLinks: Bool {
            element.shape == .phrase || element.isInline || name == "figure" || name == "th"
        }
    }

    /// From the outside in.
    private var open: [Open] = []

    // MARK: What the walk asks

    var count: Int { open.count }
    var isInsideLink: Bool { open.contains { $0.name == "a" } }
    var isInsidePreformatted: Bool { open.contains { $0.name == "pre" || $0.name == "code" } }
    var isNoPlaceForLinks: Bool { open.contains(where: \.isNoPlaceForLinks) }
    /// Whether a heading may start here: not among words that are marked up.
    func mayHoldHeading(depth: Int) -> Bool {
        !isInsideFrame(depth: depth)
            && open.allSatisfy { $0.name == "p" || $0.name == "summary" || $0.element.shape == .block }
    }
    /// Whether the words that are written now are a short form of what a `title` says.
    var isInsideAbbreviation: Bool { open.last.map { $0.name == "abbr" && $0.hasTitle } ?? false }

    // MARK: Tags and text

    mutating func start(
        _ tag: HTMLTag, at place: SourcePosition, in surroundings: Surroundings, into draft: inout PageDraft
    ) {
        switch tag.name {
        case "iframe":
            return draft.writeFrameAsLink(tag, isInsideLink: surroundings.isInsideLink || isInsideLink, at: place)
        case "video", "audio", "source", "track":
            return draft.writeFilmAsLink(tag, isInsideLink: surroundings.isInsideLink || isInsideLink, at: place)
        default: break
        }
        if surroundings.isBlock, HTMLElement.dropsContent.contains(tag.name) {
            return draft.dropTag(
                tag.name, "<\(tag.name)>, with all that is in it,", "may not stand in a page", at: place)
        }
        guard let element = HTMLElement.named(tag.name) else {
            return draft.dropTag(tag.name, "<\(tag.name)>", "may not stand in a page", at: place)
        }
        guard surroundings.isBlock || element.isInline else {
            return draft.dropTag(tag.name, "<\(tag.name)>", "may not stand among the words of a paragraph", at: place)
        }
        closeImplied(before: element, depth: surroundings.depth, into: &draft)
        if let reason = misplacement(of: element, depth: surroundings.depth) {
            return draft.dropTag(tag.name, "<\(tag.name)>", reason, at: place)
        }
        let isInsideLink = surroundings.isInsideLink || isInsideLink
        if tag.name == "img" { return draft.writeRawImage(tag, isInsideLink: isInsideLink, at: place) }
        if tag.name == "a" {
            if isInsideLink { return draft.drop("<a>", "may not stand in another link", at: place) }
            return startLink(tag, element, at: place, depth: surroundings.depth, into: &draft)
        }
        if element.partsWords, tag.name != "wbr" { draft.text.addGap() }
        draft.writeTag(tag, element, at: place)
        guard element.shape != .void else { return }
        open.append(Open(tag, element, depth: surroundings.depth, at: place))
    }

    private mutating func startLink(
        _ tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition, depth: Int, into draft: inout PageDraft
    ) {
        if let target = tag.value(of: "href"), target != "#" + (tag.value(of: "id") ?? ""),
            let id = tag.value(of: "id") ?? tag.value(of: "name")
        {
            draft.writeAnchor(decodedReferences(id))
        }
        let start = draft.html.count
        // A place that only leads to itself is a mark that other tools put into headings.
        guard let target = tag.value(of: "href"), target != "#" + (tag.value(of: "id") ?? "") else {
            draft.writeTag(tag, element, at: place)
            return open.append(Open(tag, element, depth: depth, at: place))
        }
        guard let reference = draft.addReference(.link, to: decodedReferences(target), at: place) else { return }
        draft.html.addHole(.linkStart, reference)
        open.append(Open(tag, element, depth: depth, at: place, link: (reference, start)))
        if tag.attributes.contains(where: {
            $0.name != "href" && $0.name != "title" && $0.name != "id" && !$0.isHarmless
        }) {
            draft.drop("the other attributes of a link", "may not stand in a page", at: place)
        }
    }

    mutating func end(_ name: String, at place: SourcePosition, depth: Int, into draft: inout PageDraft) {
        guard let element = HTMLElement.named(name), element.shape != .void else {
            if ["video", "audio"].contains(name) { return draft.writeGap() }
            if HTMLElement.named(name) == nil, !HTMLElement.dropsContent.contains(name) {
                draft.dropTag(name, "</\(name)>", "may not stand in a page", at: place)
            }
            return
        }
        guard let index = open.lastIndex(where: { $0.name == name }), open[index].depth == depth else {
            // `</p>` of a paragraph that its block already ended is common and harmless.
            if name != "p" {
                draft.dropTag(name, "</\(name)>", "closes nothing that is open here", at: place)
            } else {
                draft.writeGap()
            }
            return
        }
        while open.count > index + 1 {
            closeLast(warning: !(open.last?.hasOptionalEnd ?? false), into: &draft)
        }
        closeLast(warning: false, into: &draft)
    }

    func write(_ text: ArraySlice<UInt8>, at place: SourcePosition, depth: Int, into draft: inout PageDraft) {
        if isInsideFrame(depth: depth), text.contains(where: { !$0.isASCIISpace }) {
            return draft.drop("text directly in <\(open.last?.name ?? "")>", "has no place", at: place)
        }
        draft.writeWords(Array(decodedReferences(String(decoding: text, as: UTF8.self)).utf8)[...], as: .element)
    }

    // MARK: Balance

    /// Closes what raw HTML opened inside the Markdown element that ends here.
    mutating func close(downTo depth: Int, into draft: inout PageDraft) {
        while let last = open.last, last.depth >= depth {
            closeLast(warning: !last.hasOptionalEnd, into: &draft)
        }
    }

    /// Closes what a Markdown block cannot stand in: a row of a table, a list.
    mutating func closeFrames(depth: Int, into draft: inout PageDraft) {
        while isInsideFrame(depth: depth) { closeLast(warning: true, into: &draft) }
    }

    /// Closes all from the first run of text among the elements that were opened since there were `count`: runs of text
    /// end with their block; only blocks may go on around the Markdown that follows.
    mutating func closePhrases(since count: Int, into draft: inout PageDraft) {
        guard let phrase = open.dropFirst(count).firstIndex(where: { $0.element.shape == .phrase }) else { return }
        // A heading may follow in a summary, behind a blank line.
        if open[phrase].name == "summary", draft.endsWith("<summary>") { return }
        while open.count > phrase { closeLast(warning: true, into: &draft) }
    }

    /// Closes what the start of an element ends.
    private mutating func closeImplied(before element: HTMLElement, depth: Int, into draft: inout PageDraft) {
        if element.parents.isEmpty {
            guard !element.isInline, let paragraph = open.lastIndex(where: { $0.name == "p" }),
                open[paragraph].depth == depth
            else { return }
            while open.count > paragraph { closeLast(warning: open.count > paragraph + 1, into: &draft) }
        } else {
            while let last = open.last, last.depth == depth, last.hasOptionalEnd, !element.parents.contains(last.name) {
                closeLast(warning: false, into: &draft)
            }
        }
    }

    private mutating func closeLast(warning: Bool, into draft: inout PageDraft) {
        guard let element = open.popLast() else { return }
        if warning {
            draft.log.report(
                .rawHTML, at: element.position, "<\(element.name)> is not closed",
                help: "add </\(element.name)> where it ends")
        }
        if let link = element.link {
            draft.checkText(ofLink: link.reference, from: link.start)
            draft.html.addHole(.linkEnd, link.reference)
        } else {
            draft.html.write("</")
            draft.html.write(HTMLElement.writtenName(of: element.name))
            draft.html.write(">")
            if element.element.partsWords { draft.text.addGap() }
        }
    }

    /// Closes an element of that name that is open around what follows, with all that is in it.
    mutating func closePhrase(_ name: String, depth: Int, into draft: inout PageDraft) {
        guard let index = open.lastIndex(where: { $0.name == name && $0.depth == depth }) else { return }
        while open.count > index { closeLast(warning: false, into: &draft) }
    }

    private func isInsideFrame(depth: Int) -> Bool {
        open.last.map { $0.element.shape == .frame && $0.depth == depth } ?? false
    }

    /// Why an element may not start here, if so.
    private func misplacement(of element: HTMLElement, depth: Int) -> String? {
        let parent = open.last?.name ?? ""
        if !element.parents.isEmpty, !element.parents.contains(parent) {
            return "may only stand directly in " + element.parents.sorted().map { "<\($0)>" }.joined(separator: " or ")
        }
        if element.parents.isEmpty, isInsideFrame(depth: depth) { return "may not stand directly in <\(parent)>" }
        if depth + open.count > MarkdownLimit.nesting { return "is nested more than \(MarkdownLimit.nesting) deep" }
        return nil
    }
}
