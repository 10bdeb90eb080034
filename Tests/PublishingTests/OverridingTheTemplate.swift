// `--template`: single files of the built-in template replaced by those of a folder.

import TestSupport
import Testing

struct OverridingTheTemplate {
    private func handbook(_ files: [String: String]) throws -> TestFolder {
        try TestFolder(["content/index.md": "# Home\n"].merging(files) { $1 })
    }

    @Test func replacesSinglePartialsAndAssets() throws {
        let folder = try handbook([
            "mine/partials/footer.mustache": "<footer>Mine</footer>\n",
            "mine/assets/site.css": "body { color: teal }\n",
            "mine/assets/LICENCE": "free\n",
        ])
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(try folder.text("site/index.html").contains("<footer>Mine</footer>"))
        let assets = try folder.names(in: "site/assets")
        let style = try #require(assets.first { $0.hasPrefix("site.") && $0.hasSuffix(".css") })
        #expect(try folder.text("site/assets/\(style)") == "body { color: teal }\n")
        #expect(assets.contains { $0.wholeMatch(of: /LICENCE\.[0-9a-f]+/) != nil })
    }

    @Test func joinsAPartOfTheStyleAndAModuleWithTheBuiltInOnes() throws {
        let folder = try handbook([
            "mine/assets/css/tokens.css": "/* mine */\n",
            "mine/assets/js/theme-choice.js":
                "export const THEME_KEY = \"mine\"\nexport const themeOf = text => text\n",
        ])
        let run = try folder.milepost("build", "--template", "mine")
        let assets = try folder.names(in: "site/assets")
        let style = try #require(assets.first { $0.hasPrefix("site.") && $0.hasSuffix(".css") })
        #expect(try folder.text("site/assets/\(style)").contains("print;\n/* mine */\n/*"))
        let script = try #require(assets.first { $0.hasPrefix("theme.") })
        #expect(try folder.text("site/assets/\(script)").contains("\"mine\"\nconst themeOf"))
        // What this module no longer exports, another one imports.
        #expect(!assets.contains { $0.hasPrefix("site.") && $0.hasSuffix(".js") })
        #expect(
            run.errors.contains(
                "warning[template-file]: 'site.js' is left out: no module before this one exports 'THEMES'"))
        // The parts are for joining alone, but for the engine of search.
        #expect(!assets.contains("css"))
        #expect(try folder.names(in: "site/assets/js").count == 1)
    }

    @Test func warnsAboutAFileThatItDoesNotKnow() throws {
        let folder = try handbook(["mine/partials/foter.mustache": "x"])
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("mine/partials/foter.mustache:1:1: warning[template-file]: "))
        #expect(run.errors.contains("help: did you mean 'partials/footer.mustache'?"))
    }

    @Test func warnsAboutALinkThatItDoesNotFollow() throws {
        let folder = try handbook(["mine/partials/other": "x"])
        try folder.shell("ln -s other mine/partials/footer.mustache")
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.errors.contains("mine/partials/footer.mustache:1:1: warning[template-file]: a symbolic link"))
    }

    @Test func saysWhereATemplateMisusesAName() throws {
        let folder = try handbook(["mine/partials/footer.mustache": "<footer>\n  {{titel}}\n</footer>\n"])
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                mine/partials/footer.mustache:2:3: error[template-name]: nothing here is called 'titel'
                 2 |   {{titel}}
                   |   ^
                 help: did you mean 'title'?

                """)
        #expect(!folder.exists("site"))
    }
}
