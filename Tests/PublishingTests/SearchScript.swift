// The modules of search as one script for browsers.

import Foundation
import TestSupport
import Testing

@testable import Publishing

struct SearchScript {
    /// The script made of modules with these texts, without the lines that every script has; else the fault.
    private func script(_ texts: String...) -> String {
        let modules = texts.enumerated().map { AssetPart(path: "\($0 + 1).js", bytes: Array($1.utf8)) }
        switch classicScript(of: modules) {
        case .success(let bytes):
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst(2).dropLast()
                .joined(separator: "\n")
        case .failure(let fault): return "\(fault.path):\(fault.line): \(fault.message)"
        }
    }

    @Test func joinsModulesAndGivesWhatTheLastOneExports() {
        let first =
            "// About\nexport class A {}\n\n/** Two\n * lines */\nexport const b = 1\nfunction c() {\n  return b\n}\n"
        let second = "import { A, b } from \"./1.js\"\nexport async function d() {}\n"
        let joined =
            "class A {}\nconst b = 1\nfunction c() {\nreturn b\n}\nasync function d() {}\nglobalThis.milepostSearch = { d }"
        #expect(script(first, second) == joined)
    }

    @Test(arguments: [
        ("export default 1", "1.js:1: only declarations can be exported"),
        ("const a = 1\nexport { a }", "1.js:2: only declarations can be exported"),
        ("const a = 1\nlet a = 2", "1.js:2: two modules declare 'a'"),
        ("const a = `b\nc`", "1.js:1: a text goes over several lines"),
        ("import a from \"./b.js\"", "1.js:1: the import is not of the form 'import { a, b } from \"./module.js\"'"),
        ("import { a } from \"./b.js\"", "1.js:1: no module before this one exports 'a'"),
        ("  const a = import(\"b\")", "1.js:1: a script has no 'import'"),
        ("await a()", "1.js:1: a script does not wait"),
        ("/* a */ b()", "1.js:1: code stands behind a comment"),
        ("/* a\nb */ c()", "1.js:2: code stands behind a comment"),
    ])
    func refusesWhatItWouldChange(module: String, fault: String) {
        #expect(script(module) == fault)
    }

    /// Rewrites them when MILEPOST_REWRITE_GOLDEN is set; the program must be built again to hold them.
    @Test func theAssetsInTheTemplateAreTheirPartsJoined() throws {
        for (path, joined) in joinedBuiltInAssets() {
            let file = repository.appending(path: "site-template/" + path)
            let bytes = try joined.get()
            if ProcessInfo.processInfo.environment["MILEPOST_REWRITE_GOLDEN"] != nil {
                try Data(bytes).write(to: file)
            }
            #expect(try Data(contentsOf: file) == Data(bytes), "\(path)")
        }
    }

    @Test func joinsTheModulesOfAnotherTemplate() throws {
        let engine = try String(
            contentsOf: repository.appending(path: "site-template/assets/js/search.js"), encoding: .utf8)
        let folder = try TestFolder([
            "content/index.md": "# Home\n", "mine/assets/js/search.js": engine + "let mine = 1\n",
        ])
        #expect(try folder.milepost("build", "--template", "mine").errors.isEmpty)
        for name in try folder.names(in: "site/assets").filter({ $0.hasPrefix("search-") && $0.hasSuffix(".js") }) {
            #expect(try folder.text("site/assets/\(name)").contains("\nlet mine = 1\n"), "\(name)")
        }
        #expect(try folder.names(in: "site/assets").count { $0.hasPrefix("search-") && $0.hasSuffix(".js") } == 2)
    }

    @Test func saysWhyAModuleOfAnotherTemplateCannotBeUsed() throws {
        let folder = try TestFolder([
            "content/index.md": "# Home\n", "mine/assets/js/search.js": "export const a = 1\nexport default a\n",
        ])
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.status == 0)
        #expect(
            run.errors.hasPrefix(
                "mine/assets/js/search.js:2:1: warning[template-file]: 'search-dialog.js' is left out: "))
        #expect(try !folder.names(in: "site/assets").contains { $0.hasPrefix("search-") && $0.hasSuffix(".js") })
        #expect(try folder.text("site/index.html").contains("data-script=\"\""))
    }

    @Test func takesAScriptOfAnotherTemplateAsItIs() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n", "mine/assets/search-page.js": "mine()\n"])
        let run = try folder.milepost("build", "--template", "mine")
        #expect(run.errors.isEmpty)
        let script = try #require(
            try folder.names(in: "site/assets").first { $0.hasPrefix("search-page.") && $0.hasSuffix(".js") })
        #expect(try folder.text("site/assets/\(script)") == "mine()\n")
    }

    @Test func aPageAtTheAddressOfSearchGetsAnother() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n", "content/search.md": "# Find\n"])
        let run = try folder.milepost("build")
        #expect(run.status == 0)
        #expect(
            run.errors.contains(
                "warning[address-taken]: the page of search is published at the same address, search/, so this page gets"
            ))
    }

    @Test func aFileInTheWayOfSearchIsAnError() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n", "content/search": "text\n"])
        let run = try folder.milepost("build")
        #expect(run.status == 1)
        #expect(run.errors.contains("content/search:1:1: error[address-reserved]: "))
    }
}
