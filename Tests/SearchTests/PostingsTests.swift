// Which sections of a word stand in the shard itself, and how files of the index become scripts.

import Foundation
import Testing

@testable import Search

@Suite struct PostingsTests {
    private func postings(_ levels: [UInt8]) -> [Posting] {
        levels.enumerated().map { Posting(section: UInt32($0 * 16), level: $1) }
    }

    @Test func whatFitsIsNotParted() {
        let all = encode(postings([1, 3, 2]), levels: 3, best: 3)
        #expect(all.rest.isEmpty && all.count == 3)
    }

    /// The room that higher levels leave is filled with the first sections of the next level down.
    @Test func theBestAreAsManyAsThereIsRoomFor() {
        let parted = encode(postings([1, 3, 2, 2, 2, 1]), levels: 3, best: 3)
        let best = encode(
            [Posting(section: 16, level: 3), Posting(section: 32, level: 2), Posting(section: 48, level: 2)], levels: 3,
            best: 3)
        #expect(parted.best == best.best)
        #expect(parted.count == 6)
        #expect(parted.rest.map(\.first) == [0])
    }

    @Test(arguments: 0...6) func aScriptCarriesTheBytesOfItsFile(count: Int) throws {
        let bytes = (0..<count).map { UInt8(250 - $0 * 37) }
        let file = script(of: SearchFile(address: "search/x/1.bin", bytes: bytes))
        #expect(file.address == "search/x/1.bin.js")
        let text = String(decoding: file.bytes, as: UTF8.self)
        let code = try #require(text.wholeMatch(of: /milepostSearchFile\("x\/1\.bin","([A-Za-z0-9+\/=]*)"\)\n/)?.1)
        #expect(code.count % 4 == 0)
        #expect(Data(base64Encoded: String(code)).map(Array.init) == bytes)
    }
}
