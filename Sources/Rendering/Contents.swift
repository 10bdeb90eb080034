// The contents of a page: its headings as a nested list of links.

import Content
import Knowledge
import UTF8Text

/// A heading that the contents lead to.
struct ContentsEntry {
    let level: Int
    let id: String
    let text: String

    /// The headings in the text of a page.
    static func headings(of page: Page) -> [ContentsEntry] {
        page.parsed.markdown.outline.map { ContentsEntry(level: $0.level, id: $0.id, text: $0.text) }
    }
}

/// The list, or `nil` for a page with fewer than three headings. Levels 2 and 3; deeper ones would drown them.
func contentsHTML(_ entries: [ContentsEntry]) -> [UInt8]? {
    let shown = entries.filter { $0.level <= 3 }
    guard shown.count >= 3, let top = shown.map(\.level).min() else { return nil }
    var html: [UInt8] = []
    html.write("<ol class=\"contents-list\">")
    var isOpen = false
    var isInner = false
    for entry in shown {
        if entry.level > top, isOpen {
            html.write(isInner ? "</li><li>" : "<ol><li>")
            isInner = true
        } else {
            if isInner { html.write("</li></ol>") }
            if isOpen { html.write("</li>") }
            html.write("<li>")
            (isOpen, isInner) = (true, false)
        }
        html.write("<a href=\"#")
        html.append(contentsOf: percentEncodedFragment(entry.id).utf8)
        html.write("\">")
        html.appendEscaped(entry.text)
        html.write("</a>")
    }
    if isInner { html.write("</li></ol>") }
    html.write("</li></ol>")
    return html
}
