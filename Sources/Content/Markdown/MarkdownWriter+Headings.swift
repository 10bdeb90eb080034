// Headings, their ids, and the title of the page.

import UTF8Text

extension MarkdownWriter {
    /// Takes the page's title out of its text, and decides how far the other headings move down.
    /// - Returns: the heading to leave out.
    mutating func takeTitle(_ root: MarkdownNode, titleIsDeclared: Bool) -> MarkdownNode? {
        var titles: [MarkdownNode] = []
        var child = root.firstChild
        while let node = child {
            if node.kind == .heading, node.headingLevel == 1 { titles.append(node) }
            child = node.next
        }
        guard let first = titles.first else { return nil }
        var title: MarkdownNode? = first
        if titleIsDeclared {
            // A first line that repeats the title for other readers of the file is no second title.
            if first.previous != nil { title = nil }
        } else {
            let text = headingText(first).text.trimmed
            if text.isEmpty { title = nil } else { page.title = Located(text, places.start(of: first)) }
        }
        let others = titles.filter { $0 != title }
        if let other = others.first {
            headingShift = 1
            log.report(
                .headingLevel, at: places.start(of: other), "the page has \(others.count + 1) headings of level 1",
                help: "a page has one title; start its sections with '##'")
        }
        return title
    }

    mutating func startHeading(_ node: MarkdownNode) {
        let place = places.start(of: node)
        let level = min(node.headingLevel + headingShift, 6)
        // As the author wrote them.
        let (written, last) = (node.headingLevel, max(1, lastHeadingLevel - headingShift))
        if written > last + 1 {
            log.report(
                .headingLevel, at: place,
                "the heading is of level \(written), but the one before it of level \(last)",
                help: "write '\(String(repeating: "#", count: last + 1))'")
        }
        lastHeadingLevel = level
        let parts = headingText(node)
        if parts.id != nil, let last = node.lastChild { trimmed = (last, parts.trimmed) }
        while let last = headingsAbove.last, last.level >= level { headingsAbove.removeLast() }
        let id = uniqueID(of: parts, at: place)
        startLine()
        let heading = Heading(
            level: level, id: id, text: parts.text.trimmed, position: place, htmlStart: page.html.bytes.count)
        page.outline.append(heading)
        headingsAbove.append(heading)
        if collectsLeads { leadHeading = page.outline.count - 1 }
        startTextBlock(.heading)
        collection.isInHeading = true
        html("<h")
        html(String(level))
        attribute("id", id)
        html(">")
    }

    mutating func endHeading(_ node: MarkdownNode) {
        trimmed = nil
        collection.isInHeading = false
        guard let heading = page.outline.last else { return }
        html("<a class=\"permalink\"")
        attribute("href", "#" + heading.id)
        attribute("aria-label", "Link to section “\(heading.text)”")
        html("></a></h")
        html(String(heading.level))
        html(">\n")
    }

    private struct HeadingText {
        let text: String
        /// The id that the author gave, and how many bytes say so at the end of the heading.
        let id: String?
        let trimmed: Int
    }

    private func headingText(_ heading: MarkdownNode) -> HeadingText {
        let text = heading.plainText
        // In code, or across the end of an emphasis, it is no id.
        let end = heading.lastChild.flatMap { $0.kind == .text ? String(decoding: $0.literal, as: UTF8.self) : nil }
        guard let end, end.utf8.last == "}", end.range(ofLast: "{#") != nil, let open = text.range(ofLast: "{#") else {
            return HeadingText(text: text, id: nil, trimmed: 0)
        }
        let id = String(text[open.upperBound...].dropLast())
        let rest = text[..<open.lowerBound]
        let kept = String(rest).trimmedAtEnd
        return HeadingText(text: kept, id: id, trimmed: min(text.utf8.count - kept.utf8.count, end.utf8.count))
    }

    private mutating func uniqueID(of heading: HeadingText, at place: SourcePosition) -> String {
        if let id = heading.id {
            let isWellFormed =
                !id.isEmpty && id.utf8.count <= 80
                && id.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_.".utf8.contains($0) }
            if isWellFormed, usedIDs.insert(id).inserted { return id }
            log.report(
                .headingID, at: place,
                isWellFormed ? "the id '\(id)' stands twice on this page" : "the id '\(id)' is malformed",
                help: "use letters, digits, '-', '_' and '.', each id once: ## Heading {#my-id}")
        }
        let slug = headingID(heading.text.trimmed)
        let base = slug.isEmpty ? "section" : slug
        if usedIDs.insert(base).inserted { return base }
        // A number would shift to another heading when one is put in between; the parent's name stays.
        if let parent = headingsAbove.last {
            let id = parent.id + "-" + base
            if usedIDs.insert(id).inserted { return id }
        }
        var number = lastNumbers[base, default: 1]
        repeat { number += 1 } while !usedIDs.insert("\(base)-\(number)").inserted
        lastNumbers[base] = number
        return "\(base)-\(number)"
    }
}

extension String {
    fileprivate func range(ofLast needle: String) -> Range<String.Index>? {
        var end = endIndex
        while let start = utf8[..<end].lastIndex(where: { $0 == needle.utf8.first }) {
            if utf8[start...].starts(with: needle.utf8) {
                return start..<utf8.index(start, offsetBy: needle.utf8.count)
            }
            end = start
        }
        return nil
    }

    fileprivate var trimmedAtEnd: String {
        let end = utf8.lastIndex { !$0.isASCIISpace }.map { utf8.index(after: $0) } ?? startIndex
        return String(self[..<end])
    }
}
