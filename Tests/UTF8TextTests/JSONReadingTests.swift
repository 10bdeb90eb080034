// Reading JSON: what is one, what is none, and where.

import Foundation
import Testing
import UTF8Text

struct JSONReadingTests {
    @Test(arguments: [
        "null", " true ", "[]", "{}", "[1,-2, 30]", #""ä\n\u00e4\ud83d\ude00\/\"""#, #"{"a":{"b":[null,false]},"":""}"#,
        "\u{FEFF}[0]", "\t{\r\n}",
    ])
    func readsWhatOthersRead(text: String) throws {
        let ours = try readJSON(Array(text.utf8)).written
        let plain = text.replacing("\u{FEFF}", with: "")
        #expect(try sortedByKey(Data(plain.utf8)) == sortedByKey(Data(ours)))
    }

    /// A text as another reader understands it, its keys in order: a dictionary's own order differs from run to run.
    private func sortedByKey(_ text: Data) throws -> Data {
        let value = try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed)
        return try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
    }

    @Test(arguments: [
        ("", 1, 1, "it ends too early"), ("[1,", 1, 4, "it ends too early"), ("[1 2]", 1, 4, "',' or ']' is missing"),
        ("{\"a\" 1}", 1, 6, "':' is missing"), ("{a: 1}", 1, 2, "a key in quotes is missing"),
        ("{\"a\":1,\n \"a\":2}", 2, 5, "the key 'a' stands twice"), ("\"a\nb\"", 1, 3, "a line ends inside quotes"),
        ("\"a", 1, 3, "quotes are not closed"), (#""\x""#, 1, 2, "an escape is wrong"),
        (#""\u12G4""#, 1, 2, "an escape is wrong"),
        ("[]\n[]", 2, 1, "more follows after the end"), ("<<<<<<< main\n", 1, 1, "a value is missing"),
        ("[1,]", 1, 4, "a value is missing"),
        ("nul", 1, 1, "a value is missing"), ("\"\u{0}\"", 1, 1, "it is not UTF-8 text"),
    ])
    func saysWhereATextIsNone(text: String, line: Int, column: Int, reason: String) throws {
        let fault = #expect(throws: InvalidJSON.self) { try readJSON(Array(text.utf8)) }
        #expect(fault?.position == SourcePosition(line: line, column: column) && fault?.reason == reason)
    }

    @Test(arguments: ["1.5e3", "-0.1", "99999999999999999999"]) func keepsOtherNumbersAsText(text: String) throws {
        let value = try readJSON(Array("[\(text)]".utf8))
        #expect(String(decoding: value.written, as: UTF8.self) == "[\"\(text)\"]")
    }

    @Test func refusesDeepNestingInsteadOfCrashing() throws {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: InvalidJSON.self) { try readJSON(deep) }
    }

    @Test func readsWhatItWrites() throws {
        let text = "a\u{1F600}<&>\"\\\u{7F}\u{2028}\n"
        let value = JSON.object([("k", .array([.string(text), .integer(-7), .bool(true), .null]))])
        #expect(try readJSON(value.bytes).written == value.bytes)
    }

    @Test func knowsThePlaceOfEachValue() throws {
        let value = try readJSON(Array("{\"ä\": [1,\n  \"x\"]}".utf8))
        let elements = try #require(value["ä"]?.array)
        #expect(elements.map(\.position) == [SourcePosition(line: 1, column: 9), SourcePosition(line: 2, column: 3)])
        #expect(elements.map(\.string) == [nil, "x"] && value["ä"]?.strings == nil && value["b"] == nil)
    }
}

extension ReadJSON {
    fileprivate var written: [UInt8] { output.bytes }

    private var output: JSON {
        switch content {
        case .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .null: .null
        case .array(let elements): .array(elements.map(\.output))
        case .object(let members): .object(members.map { ($0.key, $0.value.output) })
        }
    }
}
