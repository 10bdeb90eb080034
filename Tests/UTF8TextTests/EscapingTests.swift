import Testing
import UTF8Text

struct EscapingTests {
    @Test(arguments: ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{338}", "\u{20E3}"])
    func escapesWhatACombiningCharacterFollows(_ mark: String) {
        let text = "<\(mark)>\(mark)&\(mark)\"\(mark)'\(mark)"
        #expect(escaped(text) == "&lt;\(mark)&gt;\(mark)&amp;\(mark)&quot;\(mark)&#39;\(mark)")
        #expect(escapedRuns(text) == "&lt;\(mark)&gt;\(mark)&amp;\(mark)&quot;\(mark)'\(mark)")
        #expect(json(text) == "\"\\u003c\(mark)\\u003e\(mark)\\u0026\(mark)\\\"\(mark)'\(mark)\"")
    }

    @Test func replacesControlCharactersInHTML() {
        for value in (0..<0x20 as Range<UInt8>) where ![0x09, 0x0A, 0x0D].contains(value) {
            let text = "a" + String(UnicodeScalar(value)) + "b"
            #expect(escaped(text) == "a\u{FFFD}b")
            #expect(escapedRuns(text) == "a\u{FFFD}b")
        }
        #expect(escaped("\t\n\r\u{7F}") == "\t\n\r\u{FFFD}")
    }

    @Test(arguments: [("it's", "it&#39;s"), ("a & b", "a &amp; b"), ("<", "&lt;"), ("x>", "x&gt;"), ("\"", "&quot;")])
    func escapesEachCharacterOnItsOwn(_ text: String, _ result: String) { #expect(escaped(text) == result) }

    @Test func leavesOtherTextAlone() {
        let text = "Größe 日本 🍄\u{FE0F} 100 % {{x}}"
        #expect(escaped(text) == text)
        #expect(escapedRuns(text) == text)
        #expect(escapedRuns("") == "")
    }

    @Test func writesJSONThatIsSafeInAScript() {
        #expect(json("</script>\u{2028}\u{2029}") == "\"\\u003c/script\\u003e\\u2028\\u2029\"")
        #expect(json("a\"\\\n\r\t\u{1}\u{7F}é") == "\"a\\\"\\\\\\n\\r\\t\\u0001\\u007fé\"")
    }

    @Test func writesJSONValuesInTheirOrder() {
        let value = JSON.object([
            ("b", .array([.integer(-1), .bool(true), .bool(false)])), ("a", .string("x")), ("c", .object([])),
            ("d", .array([])),
        ])
        #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"b":[-1,true,false],"a":"x","c":{},"d":[]}"#)
    }

    private func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.appendEscaped(text)
        return String(decoding: result, as: UTF8.self)
    }

    private func escapedRuns(_ text: String) -> String {
        var result: [UInt8] = []
        result.appendEscapedRuns(Array(text.utf8)[...])
        return String(decoding: result, as: UTF8.self)
    }

    private func json(_ text: String) -> String { String(decoding: JSON.string(text).bytes, as: UTF8.self) }
}

struct ContentHashTests {
    /// Sums that the author of the algorithm publishes for it.
    @Test func agreesWithThePublishedSums() {
        #expect(sum("") == 0xEF46_DB37_51D8_E999)
        #expect(sum("a") == 0xD24E_C4F1_A98C_6E5B)
        #expect(sum("abc") == 0x44BC_2CF5_AD77_0999)
    }

    /// The bytes that the reference implementation checks itself with.
    @Test func agreesWithThePublishedSumsOfTheCheckBuffer() {
        var generator: UInt64 = 2_654_435_761
        let buffer = (0..<222).map { _ in
            defer { generator = generator &* 11_400_714_785_074_694_797 }
            return UInt8(truncatingIfNeeded: generator >> 56)
        }
        let sums: [(count: Int, seed: UInt64, sum: UInt64)] = [
            (0, 0, 0xEF46_DB37_51D8_E999), (0, 2_654_435_761, 0xAC75_FDA2_929B_17EF),
            (1, 0, 0xE934_A84A_DB05_2768), (1, 2_654_435_761, 0x5014_6076_43A9_B4C3),
            (4, 0, 0x9136_A0DC_A574_57EE), (14, 0, 0x8282_DCC4_994E_35C8), (14, 2_654_435_761, 0xC3BD_6BF6_3DEB_6DF0),
            (222, 0, 0xB641_AE8C_B691_C174), (222, 2_654_435_761, 0x20CB_8AB7_AE10_C14A),
        ]
        for (count, seed, sum) in sums {
            let bytes = Array(buffer.prefix(count))
            #expect(xxh64(bytes.span, seed: seed) == sum, "\(count) bytes, seed \(seed)")
        }
    }

    @Test func differsInEveryBitOfEveryByte() {
        let bytes = [UInt8](repeating: 0x55, count: 100)
        var seen: Set = [ContentHash(of: bytes).description]
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                seen.insert(ContentHash(of: changed).description)
            }
        }
        #expect(seen.count == 801)
    }

    @Test func hasAFixedLengthAsText() {
        for count in 0..<200 {
            let hash = ContentHash(of: [UInt8](repeating: 0, count: count))
            #expect(hash.description.count == 32)
            #expect(hash.short.count == 10)
            #expect(hash.description.hasPrefix(hash.short))
        }
    }

    private func sum(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return xxh64(bytes.span, seed: 0)
    }
}
