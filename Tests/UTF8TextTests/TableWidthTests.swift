import Testing
import UTF8Text

struct TableWidthTests {
    @Test func isThatOfTheLongestWordOfEachColumn() {
        var width = TableWidth()
        for (text, column) in [("a plan", 0), ("übergröße", 2), ("x", 1), ("two\nlines", 0)] {
            width.add(text.utf8, toColumn: column)
        }
        let longest = 5 + 1 + 9
        #expect(width.fits(characters: longest + 3 * 3))
        #expect(!width.fits(characters: longest + 3 * 3 - 1))
    }
}
