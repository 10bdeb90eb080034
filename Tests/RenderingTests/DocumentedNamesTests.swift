// The page for authors of templates names every value that a layout offers, and no other.

import Foundation
import Templates
import TestSupport
import Testing

@testable import Rendering

@Suite struct DocumentedNamesTests {
    private let layouts: [(name: String, schema: TemplateSchema)] = [
        ("page", TemplateSchema(of: ArticleModel.self)), ("home", TemplateSchema(of: HomeModel.self)),
        ("section", TemplateSchema(of: SectionModel.self)), ("map", TemplateSchema(of: MapModel.self)),
        ("glossary", TemplateSchema(of: GlossaryModel.self)), ("sources", TemplateSchema(of: SourcesModel.self)),
        ("redirect", TemplateSchema(of: RedirectModel.self)),
    ]

    @Test func everyValueOfALayoutIsNamed() throws {
        let page = try Documentation()
        #expect(TemplateSchema(of: PageFrame.self).offered.subtracting(page.names(ofLayout: nil)) == [])
        for layout in layouts {
            let named = page.names(ofLayout: layout.name).union(Documentation.namesInSentences)
            #expect(layout.schema.offered.subtracting(named) == [], "\(layout.name)")
        }
    }

    @Test func noOtherValueIsNamed() throws {
        let page = try Documentation()
        let onEveryPage = page.names(ofLayout: nil).subtracting(Documentation.wordsThatAreNoNames)
        #expect(onEveryPage.subtracting(TemplateSchema(of: PageFrame.self).offered) == [])
        for layout in layouts {
            let named = page.names(ofLayout: layout.name).subtracting(Documentation.wordsThatAreNoNames)
            #expect(named.subtracting(layout.schema.offered) == [], "\(layout.name)")
        }
    }
}

extension TemplateSchema {
    /// The names at any depth.
    fileprivate var offered: Set<String> { Set(names.flatMap { $0.split(separator: ".").map(String.init) }) }
}

/// The tables of `content/authoring/templates-and-styling.md`.
private struct Documentation {
    /// What the tables mark as code besides names: texts that a value may be, keys of `handbook.yml`.
    static let wordsThatAreNoNames: Set<String> = [
        "question", "topic", "role", "template", "plan", "page", "approved", "info", "warn", "language", "footer",
    ]
    /// Explained once in a sentence, for all layouts that have them: links, dates, what stands beside the text.
    static let namesInSentences: Set<String> = ["title", "href", "date", "iso", "breadcrumbs", "contents"]

    private let everyPage: String
    private let layouts: String

    init() throws {
        let file = repository.appending(path: "content/authoring/templates-and-styling.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let chapters = text.split(separator: "\n## ")
        everyPage = String(try #require(chapters.first { $0.hasPrefix("Values on every page") }))
        layouts = String(try #require(chapters.first { $0.hasPrefix("Values of single layouts") }))
    }

    /// The names in the rows of the layout's tables; of the tables for every page without one.
    func names(ofLayout layout: String?) -> Set<String> {
        let rows = (layout == nil ? everyPage : layouts).split(separator: "\n")
        var names: Set<String> = []
        var isRowOfPage = false
        for row in rows {
            if row.hasPrefix("| Value in `page`") { isRowOfPage = true }
            if row.hasPrefix("| Layout ") { isRowOfPage = false }
            guard row.hasPrefix("| `") else { continue }
            var cells = row.split(separator: " | ").map(String.init)
            if layout != nil, !isRowOfPage {
                guard cells.removeFirst() == "| `\(layout ?? "")`" else { continue }
            } else if layout != nil, layout != "page" {
                continue
            }
            for name in cells.joined(separator: " ").matches(of: /`([a-z_]+)`/) { names.insert(String(name.1)) }
        }
        return names
    }
}
