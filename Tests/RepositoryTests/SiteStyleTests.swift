// Holds the style and the scripts of the site template to one dialect: modules, layers, colours from the tokens.

import Foundation
import TestSupport
import Testing

@Suite struct SiteStyleTests {
    private let assets = repository.appending(path: "site-template/assets")

    /// The text of each source with this ending, by path; what is joined from others is none.
    private func sources(_ ending: String, besides joined: Set<String>) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: assets.path)
        where path.hasSuffix(ending) && !joined.contains(path) {
            texts[path] = try String(contentsOf: assets.appending(path: path), encoding: .utf8)
        }
        return texts
    }

    @Test func theSourcesOfScriptsAreModulesOfOneDialect() throws {
        let modules = try sources(".js", besides: []).filter { $0.key.hasPrefix("js/") }
        #expect(modules.count > 15)
        for (path, text) in modules { #expect(faults(ofModule: text).isEmpty, "\(path)") }
        // All other scripts are joined from modules, which a test of Publishing holds.
        for script in try FileManager.default.contentsOfDirectory(atPath: assets.path) where script.hasSuffix(".js") {
            #expect(modules["js/" + script] != nil, "\(script)")
        }
    }

    @Test func everyRuleStandsInALayerAndTakesItsColoursFromTheTokens() throws {
        let styles = try sources(".css", besides: ["site.css"])
        #expect(styles.count > 10)
        for (path, text) in styles {
            #expect(faults(ofLayersIn: text).isEmpty, "\(path)")
            if path != "css/tokens.css" { #expect(colours(in: text).isEmpty, "\(path)") }
        }
        let orders = styles.filter { !$0.value.matches(of: /@layer [^{};]+;/).isEmpty }
        #expect(orders.keys.elementsEqual(["css/layers.css"]))
        let site = try String(contentsOf: assets.appending(path: "site.css"), encoding: .utf8)
        #expect(rules(of: site).first == "@layer tokens, base, layout, parts, print;")
    }

    @Test(arguments: [
        "var a = 1", "const a = 1;", "(function () {", "let a\n  var b = 2", "if (a) { var b }",
        "const a = function (b) {",
    ])
    func findsAnotherDialect(module: String) {
        #expect(!faults(ofModule: module).isEmpty)
    }

    @Test(arguments: [
        "a { color: inherit }", "@layer parts { a { b: c } }\n@media print { a { b: c } }",
        "@layer mine { a { b: c } }",
        "@layer parts { a { b: c } } }", "@layer parts, mine;", "@layer parts { a { b: c }",
    ])
    func findsARuleOutsideOfTheLayers(style: String) {
        #expect(!faults(ofLayersIn: style).isEmpty)
    }

    @Test(arguments: [
        "a { color: #fff }", "a { border: 1px solid #9999 }", "a { background: rgb(0 0 0 / 50%) }", "a { fill: red }",
        "a { color: light-dark(black, white) }", "a:hover { b: c; outline-color: Navy; }",
    ])
    func findsAColourOutsideOfTheTokens(style: String) {
        #expect(colours(in: style).count == 1)
    }

    @Test func takesWhatIsNoColour() {
        let style =
            "a#fade:hover { white-space: pre; color: CanvasText; border: 1px solid transparent; fill: var(--red) }"
        #expect(colours(in: style).isEmpty)
    }
}

private func faults(ofModule text: String) -> [Substring] {
    text.split(separator: "\n").filter { line in
        let code = line.drop { $0 == " " }
        guard !code.hasPrefix("//"), !code.hasPrefix("*"), !code.hasPrefix("/*") else { return false }
        return code.contains(/\bvar\s/) || code.hasSuffix(";") || code.contains(/\bfunction\s*\(/)
    }
}

/// What stands at the top of a style, each up to its block or with its semicolon, and `}` for one that closes nothing.
private func rules(of style: String) -> [String] {
    var rules: [String] = []
    var rule = ""
    var depth = 0
    for character in style.replacing(/\/\*(?s:.*?)\*\//, with: "") {
        if depth == 0 { rule.append(character) }
        if character == "{" { depth += 1 }
        if character == "}" {
            depth -= 1
            if depth == 0 { rule.append("}") }
        }
        if depth < 0 || depth == 0 && (character == "}" || character == ";") {
            rules.append(rule.trimmingCharacters(in: .whitespacesAndNewlines))
            rule = ""
            depth = max(depth, 0)
        }
    }
    rule = rule.trimmingCharacters(in: .whitespacesAndNewlines)
    return rule.isEmpty ? rules : rules + [rule]
}

/// Rules that stand in none of the layers that have an order. A page of paper (`@page`) knows no layers everywhere.
private func faults(ofLayersIn style: String) -> [String] {
    rules(of: style).filter { rule in
        rule != "@layer tokens, base, layout, parts, print;" && rule.wholeMatch(of: /@page[^{]*\{\}/) == nil
            && rule.wholeMatch(of: /@layer (tokens|base|layout|parts|print) \{\}/) == nil
    }
}

/// The values that hold a colour of their own.
private func colours(in style: String) -> [Substring] {
    let names: Set<String> = [
        "aqua", "black", "blue", "brown", "fuchsia", "gray", "green", "grey", "lime", "maroon", "navy", "olive",
        "orange", "pink", "purple", "red", "silver", "teal", "white", "yellow",
    ]
    let notation = /#[0-9a-f]{3,8}|(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(/.ignoresCase()
    return style.replacing(/\/\*(?s:.*?)\*\//, with: "").matches(of: /:([^:;{}]*)[;}]/).map(\.1).filter { value in
        value.contains(notation) || value.matches(of: /[-\w]+/).contains { names.contains($0.output.lowercased()) }
    }
}
