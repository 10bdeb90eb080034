// The words of a text arrive packed as they were read, and again from another process.

import TestSupport
import Testing
import UTF8Text

@testable import Words

@Suite struct TextWordsTests {
    private let pieces = [
        "board", "board's", "Board’s", "PMO", "go-live", "1,000", "v2.1", "handbook.yml", "ISO_9000", "don't",
        "l'équipe",
        "Größe", "soft\u{AD}hyphen", "ﬁnal", "プロジェクト", "計画を", "한국어", "ไทย", "مُدِير", "\u{FFFC}", "'", "—", "…", "\n",
        "a-b-c-d-e", "x-計-y", String(repeating: "long", count: 80), "🚀", "\u{200C}",
    ]

    @Test func areThoseThatTheReaderFinds() throws {
        var chance = Chance(seed: 7)
        for _ in 0..<400 {
            let passages = (0...chance.below(4)).map { _ in
                (0...chance.below(9)).map { _ in chance.pick(pieces) + chance.pick(["", " ", "  ", "-", ", ", ". "]) }
                    .joined()
            }
            var text: [UInt8] = []
            var ranges: [Range<Int>] = []
            for passage in passages {
                ranges.append(text.count..<text.count + passage.utf8.count)
                text += Array(passage.utf8)
            }
            let packed = TextWords(of: text, passages: ranges)
            var reader = WordReader()
            for (index, range) in ranges.enumerated() {
                var words: [Word] = []
                reader.read(text.span, in: range, into: &words)
                #expect(
                    Array(packed.words(ofPassage: index, startingAt: range.lowerBound)) == words, "\(passages[index])")
            }
            var forms: [[UInt8]] = []
            packed.forEachForm { form in forms.append(form.indices.map { form[$0] }) }
            #expect(forms == (0..<reader.forms.count).map { Array(reader.forms[$0]) })
            #expect(packed.formCount == forms.count)
            try checkRoundTrip(packed)
        }
    }

    private func checkRoundTrip(_ words: TextWords) throws {
        var wire = WireWriter()
        wire.value(words)
        var reader = WireReader(wire.bytes)
        #expect(try reader.value(TextWords.self) == words)
        #expect(reader.isAtEnd)
    }
}
