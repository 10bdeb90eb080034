// The language that templates are written in, rule by rule, and against the examples of its specification.
//
// The examples are not part of this repository: they are read from the folder that MILEPOST_MUSTACHE_SPEC names, the
// `specs` of the specification. Without it that one test is skipped, and says so.

import Foundation
import Testing

@Suite struct MustacheTests {
    /// Names of this model: a text, HTML, flags, an object, lists.
    private let model: [String: AnyValue] = [
        "title": .text("T&T"), "body": .html("<b>\n</b>"), "yes": .flag(true), "no": .flag(false), "gone": .missing,
        "one": .object(["name": .text("1"), "title": .text("inner"), "two": .object(["name": .text("2")])]),
        "list": .list([["n": .text("a")], ["n": .text("b"), "deep": .list([["x": .text("y")]])]]), "none": .list([]),
    ]

    @Test(arguments: [
        ("{title} } {{title}} }}", "{title} } T&amp;T }}"), ("{{ title }}|{{\ttitle\n}}", "T&amp;T|T&amp;T"),
        ("{{{body}}}|{{& body }}|{{{ body }}}", "<b>\n</b>|<b>\n</b>|<b>\n</b>"), ("", ""),
    ]) func aVariableIsWrittenInItsPlace(template: String, expected: String) {
        #expect(written(template, model) == expected)
    }

    @Test(arguments: [
        ("{{#yes}}a{{#yes}}b{{/yes}}{{/yes}}{{#no}}c{{/no}}{{#gone}}d{{/gone}}", "ab"),
        ("{{^yes}}a{{/yes}}{{^no}}b{{^no}}c{{/no}}{{/no}}{{^gone}}d{{/gone}}", "bcd"),
        ("{{#title}}[{{title}}]{{/title}}{{^title}}none{{/title}}", "[T&amp;T]"),
        ("{{#body}}({{{body}}}){{/body}}", "(<b>\n</b>)"),
        ("{{#list}}{{n}},{{/list}}{{^list}}none{{/list}}{{#none}}x{{/none}}{{^none}}none{{/none}}", "a,b,none"),
        ("{{# yes }}a{{/ yes }}{{^ no }}b{{/ no}}", "ab"),
    ]) func aSectionFollowsItsValue(template: String, expected: String) {
        #expect(written(template, model) == expected)
    }

    @Test(arguments: [
        // The innermost model that has the name, and the ones around it else.
        ("{{#one}}{{title}} {{name}} {{#yes}}{{name}}{{/yes}}{{/one}} {{title}}", "inner 1 1 T&amp;T"),
        ("{{#list}}{{#deep}}{{n}}{{x}}{{title}}{{/deep}}{{/list}}", "byT&amp;T"),
        // A dotted name is looked up by its first part, and the rest in what that is alone.
        ("{{one.name}}{{one.two.name}}{{#one}}{{two.name}}{{/one}}", "122"),
        ("{{#one.two}}{{name}}{{title}}{{/one.two}}{{^one.two}}none{{/one.two}}", "2T&amp;T"),
        ("{{one.yes}}", "template-name page:1:1"), ("{{one..name}}", "template-name page:1:1"),
        ("{{.}}", "template-name page:1:1"), ("{{}}", "template-name page:1:1"),
    ]) func aNameIsLookedUpOutwards(template: String, expected: String) {
        #expect(written(template, model) == expected)
    }

    @Test func anInvertedSectionOpensNoModel() {
        #expect(written("{{^one}}{{name}}{{/one}}", model) == "template-name page:1:9")
    }

    @Test(arguments: [
        // A tag that shows nothing takes its line with it, whatever ends the line.
        ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n \t{{#yes}} \nb\n  {{/yes}}  \nc", "a\nb\nc"),
        ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"), ("{{#yes}}\na\n{{/yes}}", "a\n"),
        ("a\n{{! note }}\nb\n", "a\nb\n"), ("a\n  {{!\n two\n lines }}\nb", "a\nb"), ("  {{! note }}", ""),
        // A value, and a tag among other text, do not.
        ("  {{title}}\n", "  T&amp;T\n"), ("{{{body}}}\n", "<b>\n</b>\n"), ("{{#yes}}a{{/yes}}\nb\n", "a\nb\n"),
        (" {{#yes}} {{/yes}} \n", "   \n"), ("a {{! note }}\nb", "a \nb"), ("{{! a }}{{! b }}\nc", "\nc"),
        ("{{#yes}}\r{{/yes}}", "\r"),
    ]) func aLineOfItsOwnGoes(template: String, expected: String) {
        #expect(written(template, model) == expected)
    }

    @Test(arguments: [
        ("<{{> a}}>", ["a": "{{title}}"], "<T&amp;T>"), ("{{#one}}{{>a}}{{/one}}", ["a": "{{title}}"], "inner"),
        ("a\n{{> a}}\nb", ["a": "1\n2\n"], "a\n1\n2\nb"), ("a\n{{> a}}\nb", ["a": "1"], "a\n1b"),
        ("a\r\n{{> a}}\r\nb", ["a": "1"], "a\r\n1b"),
        // Its lines are indented as its tag is, but not those of values, of which one may stand in a `pre` element.
        (" {{> a}}\n|", ["a": "1\n{{{body}}}\n2\n"], " 1\n <b>\n</b>\n 2\n|"),
        (" {{> a}}\n|", ["a": "1\n2"], " 1\n 2|"),
        (" {{> a}}\n|", ["a": "\n{{#yes}}\n1\n{{/yes}}\n{{#no}}\n2\n{{/no}}\n"], " \n 1\n|"),
        (" {{> a}}\n", ["a": "{{#no}}x{{/no}}1{{#yes}}2{{/yes}}\n{{! x }}3\n"], " 12\n 3\n"),
        (" {{> a}}\n|", ["a": "1\n\t{{> b}}\n2\n", "b": "3\n4"], " 1\n \t3\n \t4 2\n|"),
        (" {{> a}}\n|", ["a": "1 {{> b}}\n", "b": "2\n3"], " 1 2\n3\n|"),
        // Among other text nothing is indented.
        (" 1 {{> a}}\n", ["a": "2\n3"], " 1 2\n3\n"),
    ]) func aPartialStandsForItsText(template: String, partials: [String: String], expected: String) {
        #expect(written(template, model, partials: partials) == expected)
    }

    @Test(arguments: [
        ("a{{title", "template-syntax page:1:2"), ("{{{body}}", "template-syntax page:1:1"),
        ("{{#yes}}\n{{#no}}{{/yes}}", "template-syntax page:2:8"), ("{{#yes}}", "template-syntax page:1:1"),
        ("{{=<% %>=}}", "template-syntax page:1:1"), ("{{$block}}", "template-syntax page:1:1"),
        ("{{ti tle}}", "template-name page:1:1"),
    ]) func whatIsNoMustacheIsRefused(template: String, expected: String) {
        #expect(written(template, model) == expected)
    }

    /// Each of thirty partials that includes the next twice would be a thousand million tags.
    @Test func partialsThatMultiplyAreRefused() {
        var partials = Dictionary(uniqueKeysWithValues: (0..<30).map { ("p\($0)", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") })
        partials["p30"] = "x"
        #expect(written("{{> p0}}", model, partials: partials).hasPrefix("template-syntax p"))
    }

    @Test func sectionsMayStandInEachOtherAHundredDeep() {
        func nested(_ depth: Int) -> String {
            written(
                String(repeating: "{{#yes}}", count: depth) + "x" + String(repeating: "{{/yes}}", count: depth), model)
        }
        #expect(nested(100) == "x")
        #expect(nested(100_000).hasPrefix("template-syntax page:1:801"))
    }

    // MARK: The specification

    @Test(
        .enabled(
            if: Specification.folder != nil,
            "the examples of the Mustache specification are not part of this repository: set MILEPOST_MUSTACHE_SPEC"))
    func writesTheExamplesOfTheSpecification() throws {
        for chapter in ["comments", "interpolation", "sections", "inverted", "partials"] {
            for example in try Specification.examples(of: chapter) {
                let actual = written(example.template, example.values, partials: example.partials ?? [:])
                if Specification.refused[chapter]?.contains(example.name) == true {
                    #expect(actual.hasPrefix("template-"), "\(chapter): \(example.name) is taken now")
                } else {
                    #expect(actual == example.expected, "\(chapter): \(example.name): \(example.desc)")
                }
            }
        }
    }
}

private enum Specification {
    /// What Milepost refuses on purpose: names that are not offered, partials that are not there or include themselves,
    /// and the value that has no name.
    static let refused: [String: Set<String>] = [
        "interpolation": [
            "Basic Context Miss Interpolation", "Triple Mustache Context Miss Interpolation",
            "Ampersand Context Miss Interpolation", "Dotted Names - Broken Chains",
            "Dotted Names - Broken Chain Resolution", "Dotted Names - Context Precedence",
        ],
        "sections": [
            "Variable test", "Deeply Nested Contexts", "Context Misses", "Implicit Iterator - String",
            "Implicit Iterator - Integer", "Implicit Iterator - Decimal", "Implicit Iterator - Array",
            "Implicit Iterator - HTML Escaping", "Implicit Iterator - Triple mustache",
            "Implicit Iterator - Ampersand", "Dotted Names - Broken Chains",
        ],
        "inverted": ["Context", "List", "Context Misses", "Dotted Names - Broken Chains"],
        "partials": ["Failed Lookup", "Recursion"],
    ]

    static let folder = ProcessInfo.processInfo.environment["MILEPOST_MUSTACHE_SPEC"].map { URL(filePath: $0) }

    struct Chapter: Decodable { let tests: [Example] }

    struct Example: Decodable {
        let name, desc, template, expected: String
        let partials: [String: String]?
        let data: JSONValue

        /// The data, where each text is text or HTML as the template uses it: Milepost does not take one for the other.
        var values: [String: AnyValue] {
            let usedRaw = [template, partials?.values.joined() ?? ""].joined().matches(of: /\{\{[{&]\s*([\w.]+)/)
            let raw = Set(usedRaw.compactMap { $0.1.split(separator: ".").last.map(String.init) })
            guard case .object(let values) = data.value(name: "", raw: raw) else { return [:] }
            return values
        }
    }

    static func examples(of chapter: String) throws -> [Example] {
        let file = try #require(folder).appending(path: chapter + ".json")
        return try JSONDecoder().decode(Chapter.self, from: Data(contentsOf: file)).tests
    }
}

private indirect enum JSONValue: Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func value(name: String, raw: Set<String>) -> AnyValue {
        func text(_ text: String) -> AnyValue { raw.contains(name) ? .html(text) : .text(text) }
        return switch self {
        case .null: .missing
        case .bool(let value): .flag(value)
        case .number(let value): text(value == value.rounded() ? String(Int(value)) : String(value))
        case .string(let value): text(value)
        case .array(let values):
            .list(
                values.compactMap {
                    if case .object(let values) = $0.value(name: "", raw: raw) { values } else { [:] }
                })
        case .object(let values):
            .object(Dictionary(uniqueKeysWithValues: values.map { ($0, $1.value(name: $0, raw: raw)) }))
        }
    }
}
