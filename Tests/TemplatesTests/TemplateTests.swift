// Templates: what is escaped, what is refused, and where the finding points.

import Templates
import Testing
import UTF8Text

private let schema: TemplateSchema = [
    "title": .text, "body": .html, "is_home": .flag, "owner": .object(["name": .text]),
    "items": .list(["label": .text]),
]

private func compile(_ layout: String, partials: [String: String] = [:]) -> (TemplateSet?, [String]) {
    let files =
        [TemplateFile(name: "layouts/page", path: "page.mustache", text: layout)]
        + partials.map { TemplateFile(name: "partials/\($0.key)", path: "\($0.key).mustache", text: $0.value) }
    let (templates, diagnostics) = compileTemplates(files, layouts: ["layouts/page": schema])
    let findings = diagnostics.map { "\($0.rule) \($0.path):\($0.position.line):\($0.position.column)" }
    return (templates, findings.sorted())
}

private func rendered(
    _ layout: String, _ model: TemplateModel, partials: [String: String] = [:]
) throws -> String {
    let (templates, findings) = compile(layout, partials: partials)
    #expect(findings == [])
    return String(decoding: try #require(templates).render("layouts/page", model), as: UTF8.self)
}

@Suite struct TemplateRenderingTests {
    @Test func textIsEscapedByByte() throws {
        let model = TemplateModel(["title": .text("\"\u{301}<\u{338}>&'\u{FE0F}\u{1}")])
        let expected = "<p title=\"&quot;\u{301}&lt;\u{338}&gt;&amp;&#39;\u{FE0F}\u{FFFD}\">"
        #expect(try rendered("<p title=\"{{title}}\">", model).utf8.elementsEqual(expected.utf8))
    }

    @Test func textIsEscapedInPartialsToo() throws {
        let model = TemplateModel(["title": .text("\"\u{301}")])
        let html = try rendered("{{> a}}", model, partials: ["a": "{{title}}"])
        #expect(html.utf8.elementsEqual("&quot;\u{301}".utf8))
    }

    @Test func htmlIsWrittenAsItIs() throws {
        #expect(try rendered("{{{body}}}", TemplateModel(["body": .html("<p>x</p>")])) == "<p>x</p>")
    }

    @Test func indentedPartialsLeaveThePageAsItIs() throws {
        let model = TemplateModel(["body": .html("<pre>a\nb</pre>")])
        #expect(
            try rendered("<main>\n  {{> a}}\n</main>", model, partials: ["a": "{{{body}}}\n"])
                == "<main>\n<pre>a\nb</pre>\n</main>")
    }

    @Test func sectionsFollowWhatIsThere() throws {
        let template =
            "{{#owner}}{{name}}{{/owner}}{{^owner}}nobody{{/owner}}{{#is_home}}!{{/is_home}}{{#items}}[{{label}}]{{/items}}"
        #expect(try rendered(template, TemplateModel()) == "nobody")
        let model = TemplateModel([
            "owner": .object(TemplateModel(["name": .text("A")])), "is_home": .flag,
            "items": .list([TemplateModel(["label": .text("1")]), TemplateModel(["label": .text("2")])]),
        ])
        #expect(try rendered(template, model) == "A![1][2]")
    }
}

@Suite struct TemplateLintTests {
    @Test(arguments: [
        ("<p>\n{{titel}}", "template-name page.mustache:2:1"), ("{{> nothing}}", "template-name page.mustache:1:1"),
        ("{{#owner}}{{label}}{{/owner}}", "template-name page.mustache:1:11"),
        ("{{owner}}", "template-name page.mustache:1:1"), ("{{#title}}x", "template-syntax page.mustache:1:1"),
        ("x{{/title}}", "template-syntax page.mustache:1:2"), ("{{=<% %>=}}", "template-syntax page.mustache:1:1"),
        ("{{{title}}}", "template-context page.mustache:1:1"), ("{{body}}", "template-context page.mustache:1:1"),
        ("<a href={{title}}>", "template-context page.mustache:1:9"),
        ("<a {{title}}>", "template-context page.mustache:1:4"),
        ("<a title=\"{{{body}}}\">", "template-context page.mustache:1:11"),
    ])
    func refuses(template: String, finding: String) {
        let (templates, findings) = compile(template)
        #expect(findings == [finding])
        #expect(templates == nil)
    }

    @Test(arguments: [
        ("<script>{{title}}</script>", ["template-context page.mustache:1:9", "template-inline page.mustache:1:1"]),
        ("<style>{{title}}</style>", ["template-context page.mustache:1:8", "template-inline page.mustache:1:1"]),
        ("<p>\n<style>p { color: red }</style>", ["template-inline page.mustache:2:1"]),
        ("<script>alert(1)</script>", ["template-inline page.mustache:1:1"]),
        ("<p style=\"color: red\">", ["template-inline page.mustache:1:1"]),
        ("<a href=\"x\" onclick='go()'>", ["template-inline page.mustache:1:1"]),
        ("<script src=\"{{title}}\"></script><a title=\" style=x onclick=y\" href=\"?on=1\">", []),
    ]) func warnsOfWhatBrowsersBlock(template: String, expected: [String]) {
        #expect(compile(template).1 == expected)
    }

    @Test func aFaultInASharedPartialIsReportedOnce() {
        let files = [
            TemplateFile(name: "layouts/a", path: "a.mustache", text: "{{> foot}}"),
            TemplateFile(name: "layouts/b", path: "b.mustache", text: "{{> foot}}"),
            TemplateFile(name: "partials/foot", path: "foot.mustache", text: "{{xyz}}"),
        ]
        let schemas: [String: TemplateSchema] = ["layouts/a": schema, "layouts/b": ["other": .text]]
        let diagnostics = compileTemplates(files, layouts: schemas).diagnostics
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.help.hasPrefix("the layout 'layouts/a' offers: ") == true)
    }

    @Test func aPartialThatIncludesItselfIsRefused() {
        let (_, findings) = compile("{{> a}}", partials: ["a": "{{> b}}", "b": "{{> a}}"])
        #expect(findings == ["template-name b.mustache:1:1"])
    }

    @Test func aNameIsFoundInTheScopesAround() {
        #expect(compile("{{#items}}{{title}}{{/items}}").1 == [])
    }

    @Test func aValueInADataBlockMayBeRaw() {
        #expect(compile("<script type=\"application/ld+json\">{{{body}}}</script>").1 == [])
    }

    @Test func aMisspeltNameIsSuggested() {
        let file = TemplateFile(name: "layouts/page", path: "page.mustache", text: "{{titel}}")
        let diagnostics = compileTemplates([file], layouts: ["layouts/page": schema]).diagnostics
        #expect(diagnostics.first?.help == "did you mean 'title'?")
    }
}
