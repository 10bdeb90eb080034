// Templates: what is escaped, what is refused, and where the finding points.

import Templates
import Testing
import UTF8Text

private struct PageModel: TemplateModel {
    var title: String?
    var body: String?
    var isHome = false
    var owner: OwnerModel?
    var items: [ItemModel] = []

    static let slots: [Slot<PageModel>] = [
        .text("title", \.title), .html("body") { $0.body.map { Array($0.utf8) } }, .flag("is_home", \.isHome),
        .object("owner", \.owner), .list("items", \.items),
    ]
}

private struct OwnerModel: TemplateModel {
    let name: String

    static let slots: [Slot<OwnerModel>] = [.text("name", \.name)]
}

private struct ItemModel: TemplateModel {
    let label: String

    static let slots: [Slot<ItemModel>] = [.text("label", \.label)]
}

private struct SiteModel: TemplateModel {
    static let slots: [Slot<SiteModel>] = [.text("site") { _ in "S" }]
}

private func compile(
    _ layout: String, partials: [String: String] = [:]
) -> (layout: Layout<SiteModel, PageModel>, findings: [String], hasFailed: Bool) {
    var compiler = TemplateCompiler(
        [MustacheFile(name: "layouts/page", path: "page.mustache", text: layout)]
            + partials.map { MustacheFile(name: "partials/\($0.key)", path: "\($0.key).mustache", text: $0.value) })
    let layout = compiler.layout("layouts/page", showing: PageModel.self, in: SiteModel.self)
    let findings = compiler.diagnostics.map { "\($0.rule) \($0.path):\($0.position.line):\($0.position.column)" }
    return (layout, findings.sorted(), compiler.hasFailed)
}

private func rendered(_ layout: String, _ model: PageModel, partials: [String: String] = [:]) -> String {
    let compiled = compile(layout, partials: partials)
    #expect(compiled.findings == [])
    return String(decoding: compiled.layout.render(SiteModel(), model), as: UTF8.self)
}

@Suite struct TemplateRenderingTests {
    @Test func textIsEscapedByByte() {
        let model = PageModel(title: "\"\u{301}<\u{338}>&'\u{FE0F}\u{1}")
        let expected = "<p title=\"&quot;\u{301}&lt;\u{338}&gt;&amp;&#39;\u{FE0F}\u{FFFD}\">"
        #expect(rendered("<p title=\"{{title}}\">", model).utf8.elementsEqual(expected.utf8))
    }

    @Test func textIsEscapedInPartialsToo() {
        let html = rendered("{{> a}}", PageModel(title: "\"\u{301}"), partials: ["a": "{{title}}"])
        #expect(html.utf8.elementsEqual("&quot;\u{301}".utf8))
    }

    @Test func htmlIsWrittenAsItIs() {
        #expect(rendered("{{{body}}}", PageModel(body: "<p>x</p>")) == "<p>x</p>")
    }

    @Test func sectionsFollowWhatIsThere() {
        let template =
            "{{#owner}}{{name}}{{/owner}}{{^owner}}nobody{{/owner}}{{#is_home}}!{{/is_home}}{{#items}}[{{label}}]{{/items}}"
        #expect(rendered(template, PageModel()) == "nobody")
        let model = PageModel(
            isHome: true, owner: OwnerModel(name: "A"), items: [ItemModel(label: "1"), ItemModel(label: "2")])
        #expect(rendered(template, model) == "A![1][2]")
        #expect(rendered("{{owner.name}}{{#owner.name}}+{{/owner.name}}", model) == "A+")
        #expect(rendered("{{owner.name}}{{#owner.name}}+{{/owner.name}}", PageModel()) == "")
    }

    @Test func whatIsCommentedOutIsNoTag() {
        #expect(rendered("<!-- {{titel}} {{> x}} -->{{title}}", PageModel(title: "T")) == "<!-- {{titel}} {{> x}} -->T")
    }

    @Test func whatEveryPageShowsIsFoundAroundWhatThisOneShows() {
        #expect(
            rendered("{{site}}{{#items}}{{site}}{{label}}{{/items}}", PageModel(items: [.init(label: "1")])) == "SS1")
    }

    @Test func textThatIsEmptyIsThere() {
        #expect(rendered("{{#title}}[{{title}}]{{/title}}", PageModel(title: "")) == "[]")
    }

    @Test func theNamesOfAModelAreThoseOfItsSlots() {
        let names = ["body", "is_home", "items", "items.label", "owner", "owner.name", "title"]
        #expect(TemplateSchema(of: PageModel.self).names == names)
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
        ("<script type=\"application/ld+json\">{{title}}</script>", "template-context page.mustache:1:36"),
    ])
    func refuses(template: String, finding: String) {
        let compiled = compile(template)
        #expect(compiled.findings == [finding])
        #expect(compiled.hasFailed)
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
        #expect(compile(template).findings == expected)
    }

    @Test func aFaultInASharedPartialIsReportedOnce() {
        let files = [
            MustacheFile(name: "layouts/a", path: "a.mustache", text: "{{> foot}}"),
            MustacheFile(name: "layouts/b", path: "b.mustache", text: "{{> foot}}"),
            MustacheFile(name: "partials/foot", path: "foot.mustache", text: "{{xyz}}"),
        ]
        var compiler = TemplateCompiler(files)
        _ = compiler.layout("layouts/a", showing: PageModel.self, in: SiteModel.self)
        _ = compiler.layout("layouts/b", showing: OwnerModel.self, in: SiteModel.self)
        let diagnostics = compiler.diagnostics
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.help.hasPrefix("the layout 'layouts/a' offers: ") == true)
    }

    @Test func aPartialThatIncludesItselfIsRefused() {
        #expect(
            compile("{{> a}}", partials: ["a": "{{> b}}", "b": "{{> a}}"]).findings == ["template-name b.mustache:1:1"])
    }

    @Test func aNameIsFoundInTheScopesAround() {
        #expect(compile("{{#items}}{{title}}{{/items}}").findings == [])
    }

    @Test func aValueInADataBlockMayBeRaw() {
        #expect(compile("<script type=\"application/ld+json\">{{{body}}}</script>").findings == [])
    }

    @Test func aMisspeltNameIsSuggested() {
        var compiler = TemplateCompiler([MustacheFile(name: "layouts/page", path: "page.mustache", text: "{{titel}}")])
        _ = compiler.layout("layouts/page", showing: PageModel.self, in: SiteModel.self)
        #expect(compiler.diagnostics.first?.help == "did you mean 'title'?")
    }
}
