// The raw HTML that may stand in a page. What is not here is dropped with a warning.

import UTF8Text

struct HTMLElement {
    enum Shape {
        /// Has no content and no end tag.
        case void
        /// Runs of text only: closed at the latest where its paragraph or its block of HTML ends.
        case phrase
        /// May hold paragraphs and other blocks.
        case block
        /// May hold only the elements that name it as their parent.
        case frame
    }

    let shape: Shape
    /// Whether it may stand among the words of a paragraph.
    let isInline: Bool
    let attributes: Set<String>
    /// The elements that it may be a child of; empty for anywhere.
    let parents: Set<String>

    static func named(_ name: String) -> HTMLElement? { allowed[name] }

    /// Whether the words before and behind its tags are never one.
    var partsWords: Bool { !isInline || shape == .void && attributes.isEmpty }

    /// What an element is written as: those of old HTML and of layouts are but boxes and runs of text here.
    static func writtenName(of name: String) -> String { otherNames[name] ?? name }

    private static let otherNames: [String: String] = [
        "center": "div", "section": "div", "article": "div", "aside": "div", "main": "div", "header": "div",
        "footer": "div", "nav": "div", "address": "div", "font": "span", "big": "span", "nobr": "span", "label": "span",
        "picture": "span", "tt": "code", "strike": "s", "acronym": "abbr",
    ]

    /// Whether a tag of that name may stand in the middle of a word.
    static func joinsWords(_ name: String) -> Bool { named(name)?.isInline ?? ["blink", "ruby", "rb"].contains(name) }

    /// Attributes that every element may have.
    static let globalAttributes: Set<String> = ["id", "class", "lang", "dir", "title"]

    /// Elements whose content is no text for readers: it goes with them.
    static let dropsContent: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "plaintext", "iframe", "object",
        "template",
        "select", "svg", "math", "canvas",
    ]

    /// Elements whose end tag authors may leave out: the next start tag implies it.
    static let endsByItself: Set<String> = [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption",
    ]

    private static let allowed: [String: HTMLElement] = {
        var elements: [String: HTMLElement] = [:]
        func add(
            _ names: String, _ shape: Shape, inline: Bool = false, attributes: Set<String> = [],
            in parents: Set<String> = []
        ) {
            for name in names.split(separator: " ") {
                elements[String(name)] = HTMLElement(
                    shape: shape, isInline: inline, attributes: attributes, parents: parents)
            }
        }
        add("kbd sub sup abbr mark small span b i em strong u s code var samp cite dfn bdi bdo", .phrase, inline: true)
        add("ins del", .block, inline: true, attributes: ["datetime"])
        add("q", .phrase, inline: true)
        add("time", .phrase, inline: true, attributes: ["datetime"])
        add("a", .phrase, inline: true, attributes: ["href"])
        add("br wbr", .void, inline: true)
        add("img", .void, inline: true, attributes: ["src", "alt", "width", "height"])
        add("hr", .void)
        add("font big nobr label picture tt strike acronym", .phrase, inline: true)
        add("center section article aside main header footer nav address", .block)
        add("div figure blockquote", .block)
        add("p pre", .phrase)
        add("details", .block, attributes: ["open"])
        add("summary", .phrase, in: ["details"])
        add("figcaption", .phrase, in: ["figure"])
        add("ul dl", .frame)
        add("ol", .frame, attributes: ["start", "type", "reversed"])
        add("li", .block, in: ["ul", "ol"])
        add("dt", .phrase, in: ["dl"])
        add("dd", .block, in: ["dl"])
        add("table", .frame)
        add("caption", .phrase, in: ["table"])
        add("thead tbody tfoot", .frame, in: ["table"])
        add("tr", .frame, in: ["table", "thead", "tbody", "tfoot"])
        add("th", .block, attributes: ["scope", "colspan", "rowspan"], in: ["tr"])
        add("td", .block, attributes: ["colspan", "rowspan"], in: ["tr"])
        return elements
    }()

    /// Whether `value` may stand in `attribute`, which the element has.
    static func accepts(_ value: String, in attribute: String) -> Bool {
        let bytes = value.utf8
        switch attribute {
        case "id":
            return !bytes.isEmpty && bytes.count <= 200
                && bytes.allSatisfy {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || "-_.:".utf8.contains($0)
                }
        case "class":
            return bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0.isASCIISpace || "-_".utf8.contains($0) }
        case "lang": return !bytes.isEmpty && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" }
        case "dir": return ["ltr", "rtl", "auto"].contains(value)
        case "scope": return ["row", "col", "rowgroup", "colgroup"].contains(value)
        case "type": return ["1", "a", "A", "i", "I"].contains(value)
        case "open", "reversed": return true
        case "colspan", "rowspan", "start", "width", "height":
            return (1...5).contains(bytes.count) && bytes.allSatisfy(\.isASCIIDigit)
        case "datetime": return !bytes.isEmpty && bytes.allSatisfy { $0.isASCIIDigit || "-:TZ+.".utf8.contains($0) }
        default: return true
        }
    }
}

extension HTMLTag.Attribute {
    /// Whether the page says the same without it: looks, and what other programs make of it.
    var isHarmless: Bool {
        harmlessAttributes.contains(name) || name.hasPrefix("data-") || name.hasPrefix("aria-")
            || name.hasPrefix("item") || name.hasPrefix("xml")
    }
}

private let harmlessAttributes: Set<String> = [
    "align", "alt", "background", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing", "class", "clear",
    "color", "controls", "decoding", "download", "face", "frame", "frameborder", "hidden", "height", "hreflang",
    "hspace",
    "loading", "markdown", "name", "nowrap", "referrerpolicy", "rel", "role", "rules", "scope", "size", "sizes",
    "srcset",
    "style", "summary", "tabindex", "target", "type", "typeof", "valign", "vspace", "width",
]
