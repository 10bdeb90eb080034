// The client module in Node against the index, and against the rules that both follow.

import Foundation
import TestSupport
import Testing

@testable import Search
@testable import Words

/// What `script`, an ES module that may use `client` for the client module, prints in Node.
func node(_ script: String, input: String = "") throws -> String {
    let module = repository.appending(path: "site-template/assets/js/search.js")
    let folder = try TestFolder([
        "search.mjs": try String(contentsOf: module, encoding: .utf8), "input": input,
        "test.mjs": "import * as client from './search.mjs'\n" + script,
    ])
    let run = try folder.run(["/usr/bin/env", "node", "test.mjs"])
    #expect(run.status == 0, "\(run.errors)")
    return run.output
}

@Suite struct ClientTests {
    /// Every character of Unicode 15 between two letters, and some texts: Node may not know newer ones.
    @Test func splitsAndFoldsWordsAsTheIndexDoes() throws {
        var lines: [String] = []
        for value in UInt32(1)...0x2FFFF where ![0x0A, 0x0D, 0x2028, 0x2029].contains(value) {
            guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15 else { continue }
            lines.append("a\(Character(scalar))b")
        }
        lines += [
            "don't l'été O'Neil's qu'ils", "go-live e-mail a_b v1.2 x.y.z.w.v", "ΟΔΟΣ ÅNGSTRÖM İstanbul ＡＢ１",
            "計画 PMOとは ภาษาไทย", "gover\u{AD}nance \u{200E}risk\u{200F} می\u{200C}خواهم ﬁnance STRASSE straße",
        ]
        let script = """
            import { readFileSync } from 'node:fs'
            const lines = readFileSync('input', 'utf8').split('\\n')
            console.log(lines.map(line => client.words(line).map(word => word.form).join(' ')).join('\\n'))
            """
        let answers = try node(script, input: lines.joined(separator: "\n")).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(answers.count == lines.count + 1)
        var reader = WordReader()
        var differing: [String] = []
        for (line, answer) in zip(lines, answers) {
            var words: [Word] = []
            reader.read(line.utf8Span.span, into: &words)
            let ours = words.filter { $0.form >= 0 }.map { String(decoding: reader.forms[$0.form], as: UTF8.self) }
                .joined(separator: " ")
            if Array(ours.utf8) != Array(answer.utf8) {
                let code = line.unicodeScalars.dropFirst().first.map { String($0.value, radix: 16) } ?? ""
                differing.append("\(code): '\(ours)' '\(answer)'")
            }
        }
        #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(40))")
    }
}
