// Quotes, and the alerts that are written as quotes: `> [!NOTE] Title`.

import UTF8Text

private let alertKinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

struct Quotes {
    /// Whether each of the open quotes is an alert.
    private var areAlerts: [Bool] = []
    /// The alert whose title is being written: its first line.
    private var titled: MarkdownNode?

    /// Whether the text that is written now is the title of an alert.
    var isInTitle: Bool { titled != nil }

    mutating func start(_ node: MarkdownNode, into draft: inout PageDraft) {
        guard let text = node.firstChild?.firstChild, text.kind == .text, let kind = alertKind(text.literal) else {
            return startQuote(into: &draft)
        }
        guard alertKinds.contains(kind) else {
            draft.log.report(
                .unknownAlert, at: draft.places.start(of: node), "there is no alert '[!\(kind)]'",
                help: nearest(to: kind, in: alertKinds).map { "did you mean '[!\($0)]'?" }
                    ?? "known alerts: \(alertKinds.joined(separator: ", "))")
            return startQuote(into: &draft)
        }
        areAlerts.append(true)
        draft.html.writeLine("<div class=\"alert alert-")
        draft.html.write(kind.lowercased())
        draft.html.write("\" role=\"note\">\n<p class=\"alert-title\">")
        titled = node
        // Without a title of its own the alert is called by its kind.
        let rest = text.literal.dropFirst(kind.utf8.count + 3)
        let next = text.next?.kind
        if rest.allSatisfy(\.isASCIISpace), next == nil || next == .softBreak || next == .lineBreak {
            draft.html.write(kind.prefix(1) + kind.dropFirst().lowercased())
        }
    }

    private mutating func startQuote(into draft: inout PageDraft) {
        areAlerts.append(false)
        draft.html.writeLine("<blockquote>\n")
    }

    mutating func end(into draft: inout PageDraft) {
        draft.html.writeLine(areAlerts.popLast() == true ? "</div>\n" : "</blockquote>\n")
    }

    // MARK: Titles

    /// Whether a paragraph starts with the title of its alert, for which another was opened.
    func startsWithTitle(_ paragraph: MarkdownNode) -> Bool {
        titled != nil && titled == paragraph.parent && paragraph.previous == nil
    }

    /// The text of a node without the mark of the alert that it opens.
    func withoutMark(_ text: ArraySlice<UInt8>, of node: MarkdownNode) -> ArraySlice<UInt8> {
        guard let titled, node.previous == nil, node.parent?.parent == titled, node.parent?.previous == nil,
            let kind = alertKind(node.literal)
        else { return text }
        let mark = node.literal.prefix(kind.utf8.count + 3)
        let spaces = node.literal.dropFirst(mark.count).prefix { $0 == " " }
        return text.dropFirst(mark.count + spaces.count)
    }

    /// Whether the end of a line ends a title, too.
    func endsTitle(_ lineEnd: MarkdownNode) -> Bool { titled != nil && lineEnd.parent?.parent == titled }

    mutating func noteEndOfTitle() { titled = nil }

    /// `NOTE` of a text that starts with `[!NOTE]`.
    private func alertKind(_ text: ArraySlice<UInt8>) -> String? {
        guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: "]") else { return nil }
        let name = text[..<close].dropFirst(2)
        guard !name.isEmpty, name.allSatisfy(\.isASCIILetter) else { return nil }
        return String(decoding: name, as: UTF8.self).uppercased()
    }
}
