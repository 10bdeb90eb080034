import Content
import Testing

struct ImageSizeTests {
    @Test func readsTheSizeOfEachFormat() {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 2, 0, 0, 0, 3,
        ]
        #expect(size(png) == "258x3")
        #expect(size(Array("GIF89a".utf8) + [2, 1, 3, 0]) == "258x3")
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 0, 3, 1, 2, 3,
        ]
        #expect(size(jpeg) == "258x3")
        let webP = Array("RIFF\0\0\0\0WEBP".utf8)
        #expect(size(webP + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0, 0]) == "258x3")
        #expect(size(webP + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 2, 0x41, 3, 0]) == "258x3")
        #expect(size(webP + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F, 1, 0x81, 0, 0]) == "258x3")
    }

    @Test(
        arguments: [
            ("<svg width=\"258\" height='3px'>", "258x3"),
            ("<?xml version='1.0'?><svg viewBox=\"0 0 258 3\">", "258x3"), ("<svg viewBox='0,0,10.4,3'>", "10x3"),
            ("<svg width=\"100%\" height=\"3\" viewBox=\"0 0 258 3\">", "258x3"),
            ("<svg width=\"1e9\" height=\"1\">", nil), ("<svg>", nil), ("<svg", nil), ("", nil),
            ("<svg width=\"-1\" height=\"2\">", nil), ("<svg width=\"..\" height=\"2\">", nil), ("<html>", nil),
        ] as [(String, String?)])
    func readsTheSizeOfAnSVG(_ text: String, _ expected: String?) { #expect(size(Array(text.utf8)) == expected) }

    @Test func hasNoSizeForAFileThatIsCutOff() {
        let starts: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xC0, 0, 0],
            Array("RIFF\0\0\0\0WEBP".utf8),
        ]
        for start in starts {
            for count in 0...12 { #expect(size(start + [UInt8](repeating: 0, count: count)) == nil) }
        }
    }

    private func size(_ bytes: [UInt8]) -> String? { imageSize(of: bytes).map { "\($0.width)x\($0.height)" } }
}
