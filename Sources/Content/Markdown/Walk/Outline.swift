// Headings: their levels, their ids, what stands first under each, and the one that is the title of the page.

import UTF8Text

struct Outline {
    private(set) var title: Located<String>?
    private(set) var headings: [Heading] = []
    /// Whether each heading says what the first paragraph under it is.
    private let collectsLeads: Bool
    private var awaitsLead = false
    /// How many levels headings move down, because the page has level-1 headings besides its title.
    private var shift = 0
    private var lastLevel = 1
    /// The headings that the current section stands under, from the outside in, itself included.
    private var above: [Heading] = []
    /// What to leave out at the end of the open heading: its `{#id}`.
    private var mark: (node: MarkdownNode, count: Int)?
    /// Whether the text that is written now is that of a heading.
    private(set) var isInHeading = false

    init(collectsLeads: Bool) { self.collectsLeads = collectsLeads }

    /// Takes the page's title out of its text, and decides how far the other headings move down.
    /// - Returns: the heading to leave out.
    mutating func takeTitle(
        of root: MarkdownNode, isDeclared: Bool, places: PlaceFinder, log: inout DiagnosticLog
    ) -> MarkdownNode? {
        let all = root.children.filter { $0.kind == .heading && $0.headingLevel == 1 }
        guard let first = all.first else { return nil }
        var node: MarkdownNode? = first
        if isDeclared {
            // A first line that repeats the title for other readers of the file is no second title.
            if first.previous != nil { node = nil }
        } else if all.count > 1, first.standsBehindWords {
            // One of several sections, of which the first is not the subject of the page.
            node = nil
        } else {
            let text = HeadingText(of: first).text
            if text.isEmpty { node = nil } else { title = Located(text, places.start(of: first)) }
        }
        let others = all.filter { $0 != node }
        if let other = others.first {
            shift = 1
            let hasTitle = isDeclared || title != nil
            log.report(
                .headingLevel, at: places.start(of: other),
                "the page has \(others.count + (hasTitle ? 1 : 0)) headings of level 1"
                    + (hasTitle ? "" : " and takes its title from its file name, since none of them stands first"),
                help: hasTitle
                    ? "a page has one title; start its sections with '##'"
                    : "put a title in the first line, '# Title', and start the sections with '##'")
        }
        return node
    }

    mutating func start(_ node: MarkdownNode, into draft: inout PageDraft) {
        let place = draft.places.start(of: node)
        let level = min(node.headingLevel + shift, 6)
        checkLevel(node.headingLevel, at: place, log: &draft.log)
        lastLevel = level
        let text = HeadingText(of: node)
        if text.id != nil, let last = node.lastChild { mark = (last, text.markLength) }
        while let last = above.last, last.level >= level { above.removeLast() }
        let id = takeID(of: text, at: place, into: &draft)
        draft.html.startLine()
        let heading = Heading(level: level, id: id, text: text.text, position: place, htmlStart: draft.html.count)
        headings.append(heading)
        above.append(heading)
        awaitsLead = collectsLeads
        isInHeading = true
        draft.text.startBlock(.heading, inSection: headings.count)
        draft.html.write("<h")
        draft.html.write(String(level))
        draft.html.writeAttribute("id", id)
        draft.html.write(">")
    }

    mutating func end(into draft: inout PageDraft) {
        mark = nil
        isInHeading = false
        guard let heading = headings.last else { return }
        draft.html.write("<a class=\"permalink\"")
        draft.html.writeAttribute("href", "#" + heading.id)
        draft.html.writeAttribute("aria-label", "Link to section “\(heading.text)”")
        draft.html.write("></a></h")
        draft.html.write(String(heading.level))
        draft.html.write(">\n")
    }

    /// The text of a node without the mark that gives its heading an id.
    func withoutMark(_ text: ArraySlice<UInt8>, of node: MarkdownNode) -> ArraySlice<UInt8> {
        guard let mark, mark.node == node else { return text }
        return text.dropLast(mark.count)
    }

    /// Notes a paragraph that stands in no other block.
    mutating func note(_ paragraph: MarkdownNode) {
        guard awaitsLead else { return }
        headings[headings.count - 1].lead = paragraph.plainText
        awaitsLead = false
    }

    /// - Parameter level: as the author wrote it.
    private func checkLevel(_ level: Int, at place: SourcePosition, log: inout DiagnosticLog) {
        let last = max(1, lastLevel - shift)
        guard level > last + 1 else { return }
        log.report(
            .headingLevel, at: place, "the heading is of level \(level), but the one before it of level \(last)",
            help: "write '\(String(repeating: "#", count: last + 1))'")
    }

    private func takeID(of heading: HeadingText, at place: SourcePosition, into draft: inout PageDraft) -> String {
        if let id = heading.id {
            let isWellFormed = HeadingText.isWellFormed(id)
            if isWellFormed, draft.ids.take(id) { return id }
            draft.log.report(
                .headingID, at: place,
                isWellFormed ? "the id '\(id)' stands twice on this page" : "the id '\(id)' is malformed",
                help: "use letters, digits, '-', '_' and '.', each id once: ## Heading {#my-id}")
        }
        let slug = headingID(heading.textOfID)
        let base = slug.isEmpty ? "section" : slug
        if draft.ids.take(base) { return base }
        // A number would shift to another heading when one is put in between; the parent's name stays.
        if let parent = above.last {
            let id = parent.id + "-" + base
            if draft.ids.take(id) { return id }
        }
        return draft.ids.takeNumbered(base)
    }
}

extension MarkdownNode {
    /// Whether a reader meets words before the node. A remark, a picture in HTML or an anchor are none.
    fileprivate var standsBehindWords: Bool {
        var node = previous
        while let before = node {
            switch before.kind {
            case .htmlBlock: if before.literal.hasWordsOutsideTags { return true }
            case .paragraph: if before.children.contains(where: { $0.kind != .htmlInline }) { return true }
            default: return true
            }
            node = before.previous
        }
        return false
    }
}

extension ArraySlice<UInt8> {
    fileprivate var hasWordsOutsideTags: Bool {
        var isInTag = false
        for byte in self {
            switch byte {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag, !byte.isASCIISpace { return true }
            }
        }
        return false
    }
}
