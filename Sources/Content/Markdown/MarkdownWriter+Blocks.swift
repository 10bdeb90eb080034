// Headings with their ids, quotes and alerts, tables, footnotes.

import UTF8Text

// MARK: Headings

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
        if level > lastHeadingLevel + 1 {
            log.report(
                .headingLevel, at: place,
                "the heading is of level \(level), but the one before it of level \(lastHeadingLevel)",
                help: "write '\(String(repeating: "#", count: max(1, lastHeadingLevel + 1 - headingShift)))'")
        }
        lastHeadingLevel = level
        let parts = headingText(node)
        if parts.id != nil, let last = node.lastChild { trimmed = (last, parts.trimmed) }
        while let last = headingsAbove.last, last.level >= level { headingsAbove.removeLast() }
        let id = uniqueID(of: parts, at: place)
        let heading = Heading(level: level, id: id, text: parts.text.trimmed, position: place)
        page.outline.append(heading)
        headingsAbove.append(heading)
        if collectsLeads { leadHeading = page.outline.count - 1 }
        startLine()
        html("<h")
        html(String(level))
        attribute("id", id)
        html(">")
    }

    mutating func endHeading(_ node: MarkdownNode) {
        trimmed = nil
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

// MARK: Quotes and alerts

private let alertKinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

extension MarkdownWriter {
    mutating func startQuote(_ node: MarkdownNode) {
        guard let text = node.firstChild?.firstChild, text.kind == .text, let kind = alertKind(text.literal) else {
            return block("<blockquote>\n")
        }
        guard alertKinds.contains(kind) else {
            log.report(
                .unknownAlert, at: places.start(of: node), "there is no alert '[!\(kind)]'",
                help: nearest(to: kind, in: alertKinds).map { "did you mean '[!\($0)]'?" }
                    ?? "known alerts: \(alertKinds.joined(separator: ", "))")
            return block("<blockquote>\n")
        }
        let name = kind.prefix(1) + kind.dropFirst().lowercased()
        block("<div class=\"alert alert-")
        html(kind.lowercased())
        html("\" role=\"note\">\n<p class=\"alert-title\">")
        alertTitle = node
        // Without a title of its own the alert is called by its kind.
        let rest = text.literal.dropFirst(kind.utf8.count + 3)
        let next = text.next?.kind
        if rest.allSatisfy(\.isASCIISpace), next == nil || next == .softBreak || next == .lineBreak {
            html(String(name))
        }
    }

    mutating func endQuote(_ node: MarkdownNode) {
        let isAlert = node.firstChild?.firstChild.flatMap { $0.kind == .text ? alertKind($0.literal) : nil }
        block(isAlert.map(alertKinds.contains) == true ? "</div>\n" : "</blockquote>\n")
    }

    /// How many bytes of a text node are the mark of the alert that it opens.
    func alertMarker(_ node: MarkdownNode) -> Int? {
        guard let quote = alertTitle, node.previous == nil, node.parent?.parent == quote, node.parent?.previous == nil,
            let kind = alertKind(node.literal)
        else { return nil }
        let text = node.literal.dropFirst(kind.utf8.count + 3)
        return kind.utf8.count + 3 + text.prefix { $0 == " " }.count
    }

    /// `NOTE` of a text that starts with `[!NOTE]`.
    private func alertKind(_ text: [UInt8]) -> String? {
        guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: "]"), close > 2,
            text[2..<close].allSatisfy(\.isASCIILetter)
        else { return nil }
        return String(decoding: text[2..<close], as: UTF8.self).uppercased()
    }
}

// MARK: Tables

extension MarkdownWriter {
    mutating func startTable(_ node: MarkdownNode) {
        columns = node.columnAlignments
        isInTableBody = false
        tableCount += 1
        let place = page.outline.last.map { ": " + $0.text } ?? ""
        block("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
        attribute("aria-label", "Table \(tableCount)\(place)")
        html(">\n<table>\n")
    }

    mutating func endTable() {
        if isInTableBody { block("</tbody>\n") }
        block("</table>\n</div>\n")
    }

    mutating func startRow(_ node: MarkdownNode) {
        column = 0
        isInHeaderRow = node.isHeaderRow
        if isInHeaderRow {
            block("<thead>\n<tr>")
        } else if isInTableBody {
            block("<tr>")
        } else {
            block("<tbody>\n<tr>")
            isInTableBody = true
        }
    }

    mutating func endRow() {
        block("</tr>\n")
        if isInHeaderRow { html("</thead>\n") }
        isInHeaderRow = false
    }

    mutating func startCell(_ node: MarkdownNode) {
        block(isInHeaderRow ? "<th scope=\"col\"" : "<td")
        switch column < columns.count ? columns[column] : 0 {
        case "l": html(" class=\"align-left\"")
        case "c": html(" class=\"align-center\"")
        case "r": html(" class=\"align-right\"")
        default: break
        }
        html(">")
        column += 1
    }

    mutating func endCell() { html(isInHeaderRow ? "</th>" : "</td>") }
}

// MARK: Footnotes

extension MarkdownWriter {
    mutating func writeFootnoteReference(_ node: MarkdownNode) {
        let number = String(decoding: node.literal, as: UTF8.self)
        let count = footnoteReferences[number, default: 0] + 1
        footnoteReferences[number] = count
        let id = footnoteReferenceID(number, count)
        page.anchors.append(id)
        html("<sup class=\"footnote-ref\"")
        if isInsideLink {
            attribute("id", id)
            html(">")
            html(number)
            return html("</sup>")
        }
        html("><a")
        attribute("href", "#fn:" + number)
        attribute("id", id)
        html(" role=\"doc-noteref\"")
        attribute("aria-label", "Footnote " + number)
        html(">")
        html(number)
        html("</a></sup>")
    }

    /// A heading's id never holds a colon, so these cannot meet.
    private func footnoteReferenceID(_ number: String, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }

    mutating func startFootnote() {
        footnoteCount += 1
        if footnoteCount == 1 {
            block("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n")
        }
        let id = "fn:\(footnoteCount)"
        page.anchors.append(id)
        block("<li")
        attribute("id", id)
        html(">\n")
    }

    mutating func endFootnote(_ node: MarkdownNode) {
        if node.lastChild?.kind != .paragraph { writeFootnoteBackLinks() }
        block("</li>\n")
    }

    mutating func writeFootnoteBackLinks() {
        let number = String(footnoteCount)
        for count in 1...max(1, footnoteReferences[number, default: 1]) {
            html(" <a")
            attribute("href", "#" + footnoteReferenceID(number, count))
            html(" class=\"footnote-backref\" role=\"doc-backlink\"")
            attribute(
                "aria-label", count == 1 ? "Back to reference \(number)" : "Back to reference \(number), place \(count)"
            )
            html(">↩</a>")
        }
    }

    mutating func endDocument() {
        if footnoteCount > 0 { block("</ol>\n</section>\n") }
    }
}
