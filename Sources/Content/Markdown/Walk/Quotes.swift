// Quotes, and the alerts that are written as quotes: `> [!NOTE] Title`. With a sign behind the mark, `[!NOTE]-` or
// `[!NOTE]+`, readers can fold the alert; `-` shows it folded.

import UTF8Text

struct Quotes {
    private enum Shape { case quote, alert, foldedAlert }

    private var open: [Shape] = []
    /// The alert whose title is being written: its first line.
    private var titled: MarkdownNode?

    /// Whether the text that is written now is the title of an alert.
    var isInTitle: Bool { titled != nil }

    mutating func start(_ node: MarkdownNode, into draft: inout PageDraft) {
        guard let text = node.firstChild?.firstChild, text.kind == .text, let mark = AlertMark(at: text.literal) else {
            open.append(.quote)
            return draft.html.writeLine("<blockquote>\n")
        }
        let kind = AlertKind(named: mark.name)
        if kind == nil {
            draft.log.report(
                .unknownAlert, at: draft.places.start(of: node),
                "there is no alert '[!\(mark.name)]'; it is shown as a note",
                help: nearest(to: mark.name.uppercased(), in: AlertKind.ownNames).map { "did you mean '[!\($0)]'?" }
                    ?? "known alerts: \(AlertKind.ownNames.joined(separator: ", "))")
        }
        writeStart(of: kind ?? .note, mark, into: &draft)
        titled = node
        // Without a title of its own the alert is called by its kind.
        let next = text.next?.kind
        if text.literal[mark.end...].allSatisfy(\.isASCIISpace), next == nil || next == .softBreak || next == .lineBreak
        {
            draft.html.writeEscaped(mark.name.prefix(1).uppercased() + mark.name.dropFirst().lowercased())
        }
    }

    private mutating func writeStart(of kind: AlertKind, _ mark: AlertMark, into draft: inout PageDraft) {
        draft.html.writeLine(mark.fold == nil ? "<div" : "<details")
        draft.html.writeAttribute("class", "alert alert-" + kind.rawValue)
        switch mark.fold {
        case nil: draft.html.write(" role=\"note\">\n<p class=\"alert-title\">")
        case .closed: draft.html.write(">\n<summary class=\"alert-title\">")
        case .open: draft.html.write(" open>\n<summary class=\"alert-title\">")
        }
        open.append(mark.fold == nil ? .alert : .foldedAlert)
    }

    mutating func end(into draft: inout PageDraft) {
        switch open.popLast() {
        case .alert: draft.html.writeLine("</div>\n")
        case .foldedAlert: draft.html.writeLine("</details>\n")
        case .quote, nil: draft.html.writeLine("</blockquote>\n")
        }
    }

    // MARK: Titles

    /// Whether a paragraph starts with the title of its alert, for which another was opened.
    func startsWithTitle(_ paragraph: MarkdownNode) -> Bool {
        titled != nil && titled == paragraph.parent && paragraph.previous == nil
    }

    /// The text of a node without the mark of the alert that it opens.
    func withoutMark(_ text: ArraySlice<UInt8>, of node: MarkdownNode) -> ArraySlice<UInt8> {
        guard let titled, node.previous == nil, node.parent?.parent == titled, node.parent?.previous == nil,
            let mark = AlertMark(at: node.literal)
        else { return text }
        return text[mark.end...].drop { $0 == " " }
    }

    /// Whether the end of a line ends a title, too.
    func endsTitle(_ lineEnd: MarkdownNode) -> Bool { titled != nil && lineEnd.parent?.parent == titled }

    /// Ends the title that is being written, if one is.
    /// - Returns: whether one was.
    mutating func endTitle(into draft: inout PageDraft) -> Bool {
        guard titled != nil else { return false }
        titled = nil
        draft.html.write(open.last == .foldedAlert ? "</summary>\n" : "</p>\n")
        return true
    }
}

/// `[!NOTE]`, `[!NOTE]-` at the start of a text.
private struct AlertMark {
    enum Fold { case closed, open }

    let name: String
    let fold: Fold?
    /// Where the text goes on.
    let end: Int

    init?(at text: ArraySlice<UInt8>) {
        guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: "]") else { return nil }
        // Obsidian's marks may say more behind a bar, which is about looks.
        let name = text[..<close].dropFirst(2).prefix { $0 != "|" }
        guard let first = name.first, first.isASCIILetter, name.count <= 40,
            name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_" || $0 == " " })
        else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        let sign = close + 1 < text.endIndex ? text[close + 1] : 0
        fold = sign == "-" ? .closed : sign == "+" ? .open : nil
        end = close + (fold == nil ? 1 : 2)
    }
}
