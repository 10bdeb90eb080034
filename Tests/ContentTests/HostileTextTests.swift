// Whatever a page holds, its HTML has known elements, harmless attributes and addresses, and is balanced.

import Content
import Testing
import UTF8Text

struct HostileTextTests {
    @Test(arguments: snippets)
    func writesOnlyHarmlessHTML(_ snippet: String) throws {
        for text in [snippet, hidden(snippet, behind: "\u{301}"), hidden(snippet, behind: "\u{FE0F}")] {
            for slot in slots {
                let source = slot.replacing("%", with: text)
                for fault in try faults(in: ReadPage(source).html) {
                    Issue.record("\(fault) in the HTML of \(source.debugDescription)")
                }
            }
        }
    }

    /// `text` with a combining character after each character that means something in HTML.
    private func hidden(_ text: String, behind mark: Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if "<>\"'&=/:()[]`".unicodeScalars.contains(scalar) { result.append(mark) }
        }
        return String(result)
    }

    private func faults(in html: String) -> [String] {
        let text = HTMLText(html)
        var faults = text.faults
        var open: [String] = []
        for token in text.tokens {
            switch token {
            case .start(let name, let attributes):
                if !elements.contains(name) { faults.append("the element <\(name)>") }
                if name == "a", open.contains("a") { faults.append("a link in a link") }
                faults += attributes.compactMap(fault)
                if !voidElements.contains(name) { open.append(name) }
            case .end(let name):
                if open.popLast() != name { faults.append("an unbalanced </\(name)>") }
            case .comment: faults.append("a comment")
            case .text: break
            }
        }
        if let name = open.last { faults.append("an unclosed <\(name)>") }
        return faults
    }

    private func fault(of attribute: HTMLText.Attribute) -> String? {
        if attribute.name.hasPrefix("on") || !attributes.contains(attribute.name) {
            return "the attribute \(attribute.name)"
        }
        guard attribute.name == "href" || attribute.name == "src" else { return nil }
        let address = HTMLText.addressAsBrowsersReadIt(attribute.value)
        if address.unicodeScalars.prefix(while: { $0 == "/" || $0 == "\\" }).count > 1 {
            return "the host in \(address)"
        }
        guard let scheme = address.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.-]*):/)?.1.lowercased() else { return nil }
        return ["http", "https", "mailto", "tel"].contains(scheme) ? nil : "the scheme of \(address)"
    }
}

private let voidElements: Set<String> = ["br", "hr", "img", "input", "wbr"]

private let elements: Set<String> = voidElements.union([
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
])

private let attributes: Set<String> = [
    "alt", "aria-label", "checked", "class", "colspan", "datetime", "dir", "disabled", "height", "href", "id", "lang",
    "open", "reversed", "role", "rowspan", "scope", "src", "start", "tabindex", "title", "type", "width",
]

/// Where in a page a snippet may stand: each `%` is replaced.
private let slots = [
    "%", "a % b", "## %", "%\n===", "> %", "> [!NOTE] %", "- %", "- [ ] %", "1. a\n\n   %", "| a |\n|---|\n| % |",
    "*%*",
    "[%](/a)", "[a](%)", "[a](<%>)", "[a](/a \"%\")", "[a](/a '%')", "![%](/a)", "![a](%)", "![a](/a \"%\")", "`%`",
    "```%\na\n```", "~~~ %\na\n~~~", "    %", "a[^1]\n\n[^1]: %", "[a]\n\n[a]: %", "[a]\n\n[a]: /a '%'", "[[%]]",
    "[[a|%]]", "<%>", "<a href=\"%\">a</a>", "<a href=%>a</a>", "<img src='%' alt='%'>",
    "<div title=\"%\">\n\n%\n\n</div>",
    "<span class='%' id='%'>%</span>", "<details><summary>%</summary>\n\n%\n\n</details>", "<kbd>%",
    "<table><tr><td>%</td></tr></table>", "<iframe src=\"%\" title=\"%\"></iframe>", "## a {#%}", "https://%", "&%;",
]

private let snippets = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//h.test/x.js></SCRIPT>", "<script>alert(1)", "</script><script>alert(1)",
    "<script\n>alert(1)</script\n>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/x>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror=\"alert(1)\">", "<img/src=x/onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>", "<img src=x:x onerror\n=alert(1)>", "<img src=javascript:alert(1)>",
    "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\" alt=\"\">", "<image href=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\">a</a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href=\"javascript:alert(1)\">a</mi></math>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=\"javascript:alert(1)\"></object>", "<embed src=\"//h.test/x.swf\">", "<applet code=x></applet>",
    "<base href=\"https://h.test/\">", "<link rel=stylesheet href=//h.test/x.css>",
    "<meta http-equiv=refresh content=0>",
    "<style>*{background:url(//h.test)}</style>", "<style>@import '//h.test'",
    "<div style=\"width:expression(alert(1))\">a</div>",
    "<form action=//h.test><input name=a><button>a</button></form>",
    "<button formaction=javascript:alert(1)>a</button>",
    "<isindex action=javascript:alert(1)>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>",
    "<textarea></textarea><img src=x onerror=alert(1)>", "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>", "<body onload=alert(1)>", "<html onclick=alert(1)>",
    "<marquee onstart=alert(1)>a",
    "<details open ontoggle=alert(1)>a</details>", "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<title></title><script>alert(1)</script>",
    "<xmp></xmp><script>alert(1)</script>", "<plaintext>a", "<frameset onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">a</a>",
    "<a href=\"java&#115;cript:alert(1)\">a</a>", "<a href=\"java&Tab;script&colon;alert(1)\">a</a>",
    "<a href=\" &#14; javascript:alert(1)\">a</a>", "<a href=\"JaVaScRiPt:alert(1)\">a</a>", "<a href=vbscript:a>a</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>", "<a href='blob:x'>a</a>", "<a href=//h.test>a</a>",
    "<a href=\\\\h.test>a</a>", "<a href='/\t/h.test'>a</a>", "<a onclick=alert(1) href=/a>a</a>",
    "<a href=\"/a\" title=\"\" onclick=\"alert(1)\">a</a>", "<p onclick=alert(1)>a", "<b onmouseover=alert(1)>a</b>",
    "<b/onclick=alert(1)>a</b>", "<b \"=\" onclick=alert(1)>a</b>", "<b a='><script>alert(1)</script>'>a</b>",
    "<span class=\"a\" onclick=\"alert(1)\" class=\"b\">a</span>", "<x onclick=alert(1)>a</x>", "<x-y z=w>a",
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)", "&#x6A&#x61vascript:alert(1)", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd", "feed:javascript:alert(1)", "view-source:x", "intent:x", "ms-word:x", "//h.test",
    "\\\\h.test",
    "/\\h.test", "\\/h.test", "http:javascript:alert(1)", "[a](javascript:alert(1))", "![a](javascript:alert(1))",
    "<javascript:alert(1)>", "[a]: javascript:alert(1)", "[a](<javascript:alert(1)>)", "![a](x\" onerror=\"alert(1))",
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "`\" onmouseover=alert(1) `",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>", "--><script>alert(1)</script>", "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>", "<!--[if IE]><script>alert(1)</script><![endif]-->", "<!-->", "<!--->a",
    "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<?><script>alert(1)</script>",
    "<!DOCTYPE html [<!ENTITY x \"y\">]>", "<!x y=\"><script>alert(1)</script>\">", "]]><script>alert(1)</script>",
    "</p><script>alert(1)</script>", "</div></div></div>", "</td></tr></table><script>", "</pre></code><script>",
    "</title><script>alert(1)</script>", "<", "</", "<!", "<?", "<a", "<a href", "<a href=", "<a href=\"",
    "<a href='/a", "</a",
    "<a><a><a href=/a><a href=/b>", "<table><a href=/a><tr><td>a", "<ul><p>a</ul>", "<p><div><p></div>",
    "<b><i></b></i>",
    "<del><p>a</del>", "<sub><table><sub></table></sub>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "&amp;lt;script&amp;gt;", "&#0;&#x110000;&#xD800;", "\u{0}\u{1}\u{B}\u{1B}[31m\u{7F}", "\u{202E}\u{2066}a",
    "<img src=x alt=\"a\u{0}b\">", "{{#x}}{{{y}}}{{/x}}", "{{=<% %>=}}", "${7*7}", "{% include x %}",
]
