// Words that readers see stand in `Wording` alone: neither in other Swift files of Rendering, nor in the templates.

import Foundation
import TestSupport
import Testing

@testable import Rendering

/// Names that look like words, by the file that they stand in.
private let names: [String: Set<String>] = [
    // The formats of templates, which all languages call so, and the endings of their files.
    "ArticleBody.swift": ["CSV", "csv", "YAML", "yaml", "yml", "Markdown", "markdown", "md", "txt"],
    // The beginning of an address.
    "FillHoles.swift": ["http"],
    // A class, and a value of an attribute.
    "MapSVG.swift": ["map", "end"],
    // The fields of `robots.txt`.
    "SiteFiles.swift": ["Allow:", "Sitemap:"],
]

/// Files whose literals are the keys and types of data for machines. Two words in one literal are not.
private let filesOfKeys: Set = ["DataFiles.swift", "StructuredData.swift"]

/// The words in `markup` that readers see.
private func words(in markup: String) -> [String] {
    // Attributes that browsers show or read out.
    var seen = markup.matches(of: /(?:aria-label|aria-description|title|alt|placeholder|value)="([^"<>]*)/)
        .map { String($0.1) }
    // What is left without tags, also those that begin or end in another literal, is text.
    let text = markup.replacing(/<[^<>]*>/, with: " ").replacing(/<[^<>]*$/, with: "")
    let isEndOfTag = markup.contains("=\"") || markup.starts(with: /[^<"]*">/)
    let rest = isEndOfTag ? text.replacing(/^[^<>]*>/, with: "") : text
    seen.append(rest.replacing(/[\w:-]+="[^"]*"?/, with: ""))
    return seen.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        .filter { $0.wholeMatch(of: /[(“"]*\p{L}{2,}[.,:;!?)”]*/) != nil }.map(String.init)
}

/// The words that readers of the page see in a literal of Swift source.
private func words(in literal: SwiftLiteral) -> [String] {
    // The name of a slot.
    if literal.before.hasSuffix(/\.(?:text|html|flag|object|list)\(/), literal.after.hasPrefix(/,|\) \{/) { return [] }
    // The beginning of an id.
    if literal.text.wholeMatch(of: /[a-z]+:/) != nil { return [] }
    return words(in: literal.text)
}

extension Substring {
    fileprivate func hasPrefix(_ pattern: some RegexComponent) -> Bool { prefixMatch(of: pattern) != nil }

    fileprivate func hasSuffix(_ pattern: some RegexComponent) -> Bool {
        indices.contains { self[$0...].wholeMatch(of: pattern) != nil }
    }
}

/// The words that readers see in a template.
private func words(inTemplate template: String) -> [String] {
    let text = template.replacing(/\{\{\{?[^}]*\}?\}\}/, with: "")
    return words(in: text.replacing(/<!doctype[^>]*>/, with: ""))
}

private func files(below folder: String, ending: String) throws -> [(name: String, text: String)] {
    let folder = repository.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try paths.filter { $0.hasSuffix(ending) && !$0.hasPrefix("Wording/") }.map { path in
        (path, try String(contentsOf: folder.appending(path: path), encoding: .utf8))
    }
}

@Suite struct ReaderFacingWordTests {
    @Test func theProgramHasNoWordsOutsideOfWording() throws {
        let sources = try files(below: "Sources/Rendering", ending: ".swift")
        #expect(sources.count > 40)
        for (path, text) in sources {
            let file = String(path.split(separator: "/").last ?? "")
            for literal in swiftLiterals(in: text) {
                let found = words(in: literal).filter { names[file]?.contains($0) != true }
                let isKey = filesOfKeys.contains(file) && !literal.text.contains(" ")
                #expect(found.isEmpty || isKey, "\(path):\(literal.line): '\(literal.text)' belongs to Wording")
            }
        }
    }

    @Test func theTemplatesHaveNoWordsOfTheirOwn() throws {
        let templates = try files(below: "site-template", ending: ".mustache")
        #expect(templates.count > 20)
        for (path, text) in templates {
            #expect(words(inTemplate: text) == [], "\(path): these belong to Wording")
        }
    }

    /// The names that are let through are still there.
    @Test func noExceptionIsLeftOver() throws {
        for (path, text) in try files(below: "Sources/Rendering", ending: ".swift") {
            let file = String(path.split(separator: "/").last ?? "")
            guard let allowed = names[file] else { continue }
            let found = swiftLiterals(in: text).flatMap { words(in: $0) }
            #expect(allowed.subtracting(found) == [], "\(file)")
        }
    }

    // MARK: What counts as a word

    @Test(arguments: [
        #"element("<p>", "No task has moved.", "</p>")"#, #"html.write("<dd>Nobody</dd>")"#,
        #"table("Risks", ["Id"], rows)"#, #"parts.append("late")"#, #"return .text("Passed")"#,
        #"write("<svg aria-label=\"Gantt chart\">")"#, #"write("\">late</text>")"#, #"let label = "\(count) tasks""#,
        #"let a = "\(b == 1 ? "a week" : "x")""#, #"html.write(" and more")"#,
    ])
    func aWordIsFound(source: String) {
        #expect(swiftLiterals(in: source).flatMap { words(in: $0) } != [])
    }

    @Test(arguments: [
        #"html.write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")"#,
        #".text("title", \.title), .text("id") { $0.id }"#, #"html.write("\" rel=\"noopener\">")"#,
        #"svg.path("map-line map-link", path)"#, #"id: "stakeholder:" + id"#, #"// "Nobody" in a comment"#,
        #"write("<path class=\"\(name)\" d=\"M\(x) 4h8l-4 7z\"/>\n")"#,
    ])
    func markupAndNamesAreNoWords(source: String) {
        #expect(swiftLiterals(in: source).flatMap { words(in: $0) } == [])
    }

    @Test func aWordInATemplateIsFound() {
        #expect(words(inTemplate: "<p class=\"meta\">Owner: <a href=\"{{href}}\">{{title}}</a></p>") == ["Owner:"])
        #expect(words(inTemplate: "<nav aria-label=\"Letters\"><a href=\"#page:content\">") == ["Letters"])
        #expect(words(inTemplate: "{{#title}}\n<h1 class=\"head\">{{title}}</h1>\n{{/title}}\n{{> skip}}") == [])
    }
}
