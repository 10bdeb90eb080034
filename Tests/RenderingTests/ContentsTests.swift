// The contents of a page: when there are any, and how they nest.

import Testing

@testable import Rendering

@Suite struct ContentsTests {
    private func contents(_ levels: Int...) -> String? {
        contentsHTML(levels.enumerated().map { ContentsEntry(level: $1, id: "h\($0)", text: "\($0)") })
            .map { String(decoding: $0, as: UTF8.self) }?.replacing(#/<a href="#h\d">(\d)</a>/#) { String($0.1) }
    }

    @Test func aPageWithFewerThanThreeHeadingsHasNone() {
        #expect(contents() == nil)
        #expect(contents(2, 2) == nil)
        #expect(contents(2, 2, 2) != nil)
    }

    @Test func headingsOfADeeperLevelDoNotCount() {
        #expect(contents(2, 2, 4) == nil)
        #expect(contents(2, 4, 2, 2) == "<ol class=\"contents-list\"><li>0</li><li>2</li><li>3</li></ol>")
    }

    @Test func aLevelStandsInTheOneAboveIt() {
        #expect(
            contents(2, 3, 3, 2)
                == "<ol class=\"contents-list\"><li>0<ol><li>1</li><li>2</li></ol></li><li>3</li></ol>")
        #expect(contents(3, 2, 3) == "<ol class=\"contents-list\"><li>0</li><li>1<ol><li>2</li></ol></li></ol>")
    }
}
