import Testing
import UTF8Text

struct UTF8CheckTests {
    @Test func acceptsTextAndSkipsAByteOrderMark() throws {
        #expect(try checkUTF8([]) == 0)
        #expect(try checkUTF8(Array("Größe 日本 🍄".utf8)) == 0)
        #expect(try checkUTF8([0xEF, 0xBB, 0xBF]) == 3)
        #expect(try checkUTF8([0xEF, 0xBB, 0xBF, 0x61]) == 3)
    }

    @Test(
        arguments: [
            ([0x61, 0x80], 1), ([0xC0, 0xAF], 0), ([0x61, 0x62, 0xE2, 0x82], 2), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0x61, 0xFF], 1), ([0x61, 0x00, 0x62], 1), ([0xEF, 0xBB], 0),
        ] as [([UInt8], Int)])
    func pointsAtTheFirstByteThatIsNoText(_ bytes: [UInt8], _ offset: Int) {
        #expect { _ = try checkUTF8(bytes) } throws: { ($0 as? InvalidUTF8)?.offset == offset }
    }

    @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
    func namesUTF16(_ bytes: [UInt8]) {
        #expect { _ = try checkUTF8(bytes) } throws: { ($0 as? InvalidUTF8)?.reason.contains("UTF-16") == true }
    }
}

struct LinesTests {
    @Test func endsLinesAtEveryKindOfLineEnd() {
        let lines = Lines(of: Array("a\nb\r\nc\rd".utf8))
        #expect(lines.count == 4)
        #expect((1...4).map(lines.text(ofLine:)) == ["a", "b", "c", "d"])
        #expect((1...5).map(lines.offset(ofLine:)) == [0, 2, 5, 7, 8])
    }

    @Test func hasOneEmptyLineInEmptyTextAndBehindAFinalLineEnd() {
        #expect(Lines(of: []).count == 1)
        #expect(Lines(of: Array("a\n".utf8)).count == 2)
        #expect(Lines(of: Array("a\n\n".utf8)).text(ofLine: 2) == "")
    }

    @Test func isEmptyWhereThereIsNoLine() {
        let lines = Lines(of: Array("a\nb".utf8))
        for number in [-1, 0, 3, 99] {
            #expect(lines.text(ofLine: number) == "")
            #expect(lines.offset(ofLine: number) == 3)
        }
    }

    @Test func findsThePositionOfEveryOffset() {
        let lines = Lines(of: Array("é\n\r\nx".utf8))
        let places = (0...6).map { lines.position(at: $0) }.map { "\($0.line):\($0.column)" }
        #expect(places == ["1:1", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2"])
    }

    @Test func doesNotTakeUnicodeLineSeparatorsForLineEnds() {
        #expect(Lines(of: Array("a\u{2028}b\u{85}c\u{B}d".utf8)).count == 1)
    }

    @Test func findsBytesWithinARangeOnly() {
        let lines = Lines(of: Array("ababa".utf8))
        #expect(lines.firstOffset(of: Array("ba".utf8), in: 0..<5) == 1)
        #expect(lines.firstOffset(of: Array("ba".utf8), in: 2..<5) == 3)
        #expect(lines.firstOffset(of: Array("ba".utf8), in: 2..<4) == nil)
        #expect(lines.firstOffset(of: Array("ba".utf8), in: 0..<99) == 1)
        #expect(lines.firstOffset(of: Array("ababab".utf8), in: 0..<5) == nil)
        #expect(lines.firstOffset(of: [], in: 0..<5) == nil)
    }
}

struct DiagnosticTests {
    private let rule = Rule("a-rule", .warning, "Something.")

    @Test func spellsOutWhatWouldSteerATerminal() {
        let diagnostic = Diagnostic(
            rule, path: "a.md", at: .start, "a\u{1B}[31m\nb\u{202E}c\u{9B}d", help: "e\u{2028}f")
        #expect(diagnostic.message == #"a\u{1B}[31m\u{A}b\u{202E}c\u{9B}d"#)
        #expect(diagnostic.help == #"e\u{2028}f"#)
        #expect("a\u{2066}b\u{2069}".visibleOnOneLine == #"a\u{2066}b\u{2069}"#)
        #expect("é 日本 🏳️‍🌈".visibleOnOneLine == "é 日本 🏳️‍🌈")
    }

    @Test func reportsByFileThenPlaceThenRule() {
        let at = { (path: String, line: Int, column: Int) in
            Diagnostic(rule, path: path, at: SourcePosition(line: line, column: column), "m")
        }
        let sorted = [at("a.md", 1, 1), at("a.md", 1, 2), at("a.md", 2, 1), at("a/b.md", 1, 1), at("é.md", 1, 1)]
        #expect(sorted.reversed().sorted(by: Diagnostic.reportedBefore) == sorted)
    }

    @Test func reportsWhatIsSaidTwiceAtAPlaceByItsWords() {
        let said = ["first", "second"].map { Diagnostic(rule, path: "a.md", at: .start, $0) }
        #expect(said.reversed().sorted(by: Diagnostic.reportedBefore).map(\.message) == ["first", "second"])
    }
}

struct SuggestionTests {
    @Test func findsTheWordThatWasMeant() {
        #expect(nearest(to: "sumary", in: ["summary", "sources"]) == "summary")
        #expect(nearest(to: "Title", in: ["title"]) == "title")
        #expect(nearest(to: "onwer", in: ["owner"]) == "owner")
    }

    @Test func suggestsNothingThatIsFarOff() {
        #expect(nearest(to: "colour", in: ["title", "owner"]) == nil)
        #expect(nearest(to: "title", in: ["title"]) == nil)
        #expect(nearest(to: "", in: ["title"]) == nil)
        #expect(nearest(to: "a", in: []) == nil)
    }

    @Test func prefersTheFirstInOrderAmongEqualOnes() {
        #expect(nearest(to: "cat", in: ["hat", "bat"]) == "bat")
    }
}
