// Names in drawings: on one line, on two, or with an ellipsis.

import Drawing
import TestSupport
import Testing

@Suite struct LabelTests {
    private func lines(_ name: String, within width: Int = 164) -> [String] { Label.fitting(name, within: width).lines }

    @Test func aShortNameStandsOnOneLine() {
        #expect(Label.fitting("Risk", within: 164) == Label(lines: ["Risk"], width: 27, isShortened: false))
    }

    @Test func aLongerOneIsDividedInTheMiddle() {
        #expect(lines("Methodology and tailoring it") == ["Methodology", "and tailoring it"])
    }

    @Test func oneThatFitsIntoNoTwoLinesEndsInAnEllipsis() {
        let label = Label.fitting("Managing everything that everybody wants to have done by somebody else", within: 164)
        #expect(label.lines == ["Managing everything", "that everybody wants…"])
        #expect(label.isShortened)
        #expect(label.width <= 164)
    }

    @Test func aTitleWithAColonIsCutThere() {
        #expect(
            lines("PMO types: supportive, controlling, directive; portfolio and programme offices") == ["PMO types…"])
    }

    @Test func aWordThatIsTooLongIsBroken() {
        let label = Label.fitting("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", within: 100)
        #expect(label.lines.count == 2)
        #expect(label.width <= 100)
        #expect(label.isShortened)
    }

    @Test func whatIsJustSpaceHasNoLines() {
        #expect(lines("  ") == [""])
        #expect(lines(" Risk \n log ") == ["Risk log"])
    }

    @Test(arguments: ["計画管理手法の概要と詳細な説明について", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "Упра́вление ри́сками прое́кта", "e\u{301}e\u{301}e\u{301}"])
    func otherAlphabetsAreWideEnough(name: String) {
        let label = Label.fitting(name, within: 90)
        #expect(label.width <= 90)
        #expect(!label.lines.isEmpty)
        #expect(label.lines.count <= 2)
    }

    @Test func aNameOfAnyLengthIsShort() {
        #expect(Label.fitting(String(repeating: "word ", count: 20_000), within: 164).lines.count <= 2)
        #expect(growsInProportion(to: 20_000) { _ = Label.fitting(String(repeating: "word ", count: $0), within: 164) })
    }
}
