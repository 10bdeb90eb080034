// Holds our HTML against the examples of the GitHub Flavored Markdown specification.
//
// The examples are not part of this repository: they are read from the folder that MILEPOST_SPEC names, or from
// `../shared/spec` beside the package. Without them these tests are skipped, and say so.

import Content
import Foundation
import TestSupport
import Testing
import UTF8Text

struct MarkdownConformanceTests {
    @Test(.enabled(if: Specification.isPresent, Specification.absence))
    func writesTheExamplesOfTheSpecification() throws {
        try check("gfm-spec.json", except: specificationExceptions)
    }

    @Test(.enabled(if: Specification.isPresent, Specification.absence))
    func writesTheExamplesOfTheExtensions() throws {
        try check("gfm-extensions.json", except: extensionExceptions)
    }

    /// Every example must read as the specification says, except those listed, which must not.
    private func check(_ file: String, except exceptions: [Reason: [Int]]) throws {
        let excepted = Set(exceptions.values.joined())
        for example in try Specification.examples(in: file) where example.html != "<IGNORE>\n" {
            let (expected, actual) = try normalized(example)
            if excepted.contains(example.example) {
                #expect(actual != expected, "example \(example.example) of \(file) needs no exception any more")
            } else {
                #expect(
                    actual == expected,
                    "example \(example.example), \(example.section): \(example.markdown.debugDescription)")
            }
        }
    }

    /// The HTML that the specification wants and ours, both in the form in which they are compared.
    private func normalized(_ example: Specification.Example) throws -> (expected: [String], actual: [String]) {
        // Under a title of its own, the example's own headings stay in the text.
        let page = try ReadPage("# Example\n\n" + example.markdown)
        let hasMoreTitles = page.diagnostics.contains {
            $0.rule == Rule.headingLevel.id && $0.message.contains("headings of level 1")
        }
        return (
            NormalHTML(example.html, movingHeadingsDown: hasMoreTitles).lines,
            NormalHTML(page.html, movingHeadingsDown: false).lines
        )
    }
}

/// Why an example reads differently here.
private enum Reason {
    /// Raw HTML is rebuilt from a list of what may stand in a page: other tags and attributes go, and scripts, styles and
    /// the like with their content.
    case rawHTMLIsRebuilt
    /// What raw HTML opens is closed where the Markdown around it ends, and a lone end tag goes.
    case rawHTMLIsBalanced
    /// The beginning of a tag that never ends is text.
    case brokenTagIsText
    /// Addresses have the schemes http, https, mailto and tel.
    case schemeIsRefused
    /// Bare addresses become links, though the example was written without that extension.
    case autolinkIsOn
    /// Double brackets link pages by name.
    case doubleBracketsAreLinks
    /// `H~2~O` is not struck through: that takes two tildes.
    case oneTildeIsText
    /// Pages load nothing from other hosts: the image becomes a link to it.
    case imageOfAnotherHost
}

private let specificationExceptions: [Reason: [Int]] = [
    .rawHTMLIsRebuilt: [
        133, 139, 140, 141, 142, 145, 147, 149, 170, 484, 500, 532, 544, 632, 633, 634, 635, 636, 649, 653,
    ],
    .rawHTMLIsBalanced: [
        118, 120, 121, 125, 135, 143, 144, 153, 156, 160, 317, 327, 354, 485, 486, 503, 642, 650, 651, 663, 664,
    ],
    .brokenTagIsText: [126, 127, 128],
    .schemeIsRefused: [604, 606, 607, 609, 628],
    .autolinkIsOn: [610, 614, 616, 619, 620],
    .doubleBracketsAreLinks: [598],
]

private let extensionExceptions: [Reason: [Int]] = [
    .oneTildeIsText: [17, 18], .imageOfAnotherHost: [19], .rawHTMLIsRebuilt: [22],
]

/// HTML as the list of its tags and texts, without the decorations that Milepost adds on purpose.
private struct NormalHTML {
    private(set) var lines: [String] = []
    private var divisions: [Bool] = []
    private var isInPermalink = false
    private var preformatted = 0

    init(_ html: String, movingHeadingsDown: Bool) {
        let tokens = HTMLText(html).tokens
        for (index, token) in tokens.enumerated() {
            switch token {
            case .start(let name, let attributes): start(name, attributes, movingHeadingsDown)
            case .end(let name): end(name, movingHeadingsDown)
            // Comments and declarations are not published.
            case .comment: break
            case .text(let text):
                write(text, isBesideBlock: Self.isBlock(tokens, index - 1) || Self.isBlock(tokens, index + 1))
            }
        }
    }

    private mutating func start(_ name: String, _ attributes: [HTMLText.Attribute], _ movingHeadingsDown: Bool) {
        let value = { (wanted: String) in attributes.first { $0.name == wanted }?.value }
        if name == "pre" { preformatted += 1 }
        // Wide tables scroll by themselves, within reach of the keyboard.
        if name == "div" {
            divisions.append(value("class")?.hasPrefix("table-scroll") == true)
            if divisions.last == true { return }
        }
        // Headings link to themselves.
        if name == "a", value("class") == "permalink" {
            isInPermalink = true
            return
        }
        let kept = attributes.compactMap { normal($0, of: name) }.sorted()
        lines.append((["<" + moved(name, movingHeadingsDown)] + kept).joined(separator: " ") + ">")
    }

    private mutating func end(_ name: String, _ movingHeadingsDown: Bool) {
        if name == "pre" { preformatted -= 1 }
        if name == "div", divisions.popLast() == true { return }
        if name == "a", isInPermalink {
            isInPermalink = false
            return
        }
        lines.append("</" + moved(name, movingHeadingsDown) + ">")
    }

    private mutating func write(_ text: String, isBesideBlock: Bool) {
        // Line ends around blocks mean nothing; in the text of a paragraph and in code they do.
        if preformatted == 0, isBesideBlock, text.allSatisfy(\.isWhitespace) { return }
        lines.append(text.replacing("&#39;", with: "'"))
    }

    /// A page has one title, so with several the sections move down a level.
    private func moved(_ name: String, _ down: Bool) -> String {
        guard down, let level = name.wholeMatch(of: /h([1-6])/).flatMap({ Int($0.1) }) else { return name }
        return "h\(min(level + 1, 6))"
    }

    /// The attribute as the specification writes it; `nil` for one that only Milepost adds.
    private func normal(_ attribute: HTMLText.Attribute, of name: String) -> String? {
        switch (name, attribute.name) {
        // Headings have ids, code scrolls by the keyboard, header cells and checkboxes say what they are.
        case ("h1", "id"), ("h2", "id"), ("h3", "id"), ("h4", "id"), ("h5", "id"), ("h6", "id"), ("pre", "tabindex"),
            ("th", "scope"), ("input", "aria-label"):
            nil
        // `align` is obsolete in HTML.
        case ("th", "class"), ("td", "class"): "align=\(attribute.value.replacing("align-", with: ""))"
        case ("li", "class") where attribute.value == "task": nil
        // Footnotes say what they are, and their ids hold a colon, which no heading's does.
        case ("a", "role"), ("a", "aria-label"), ("section", "role"), ("section", "aria-label"): nil
        case (_, "id"), (_, "href"):
            "\(attribute.name)=\(attribute.value.replacing("fn:", with: "fn").replacing("fnref:", with: "fnref"))"
        default: "\(attribute.name)=\(attribute.value)"
        }
    }

    private static func isBlock(_ tokens: [HTMLText.Token], _ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return true }
        switch tokens[index] {
        case .start(let name, _), .end(let name): return blocks.contains(name)
        default: return false
        }
    }

    private static let blocks: Set<String> = [
        "p", "ul", "ol", "li", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "div", "section",
    ]
}

/// The examples on disk.
private enum Specification {
    struct Example: Decodable {
        let example: Int
        let section: String
        let markdown: String
        let html: String
    }

    static let folder =
        ProcessInfo.processInfo.environment["MILEPOST_SPEC"].map { URL(filePath: $0) }
        ?? repository.appending(path: "../shared/spec").standardized

    static let absence: Comment = "the examples of the specification are not in ../shared/spec; set MILEPOST_SPEC"

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "gfm-spec.json").path)
    }

    static func examples(in file: String) throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(contentsOf: folder.appending(path: file)))
    }
}
