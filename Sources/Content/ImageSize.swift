// The size of an image, read from the first bytes of its file, so that pages can reserve its place before it loads.

import UTF8Text

/// In pixels.
package struct ImageSize: Hashable, Sendable {
    package let width: Int
    package let height: Int
}

/// The size of a PNG, GIF, JPEG, WebP or SVG image; `nil` for anything else, and for a file cut off before it says.
///
/// Sources: PNG (ISO/IEC 15948) IHDR; GIF89a logical screen descriptor; JPEG (ITU T.81) frame header; WebP container
/// specification, VP8, VP8L and VP8X chunks; SVG 1.1 `width`, `height`, `viewBox`.
package func imageSize(of bytes: [UInt8]) -> ImageSize? {
    let reader = ByteFields(bytes: bytes)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
        return size(reader.bigEndian(at: 16, count: 4), reader.bigEndian(at: 20, count: 4))
    }
    if bytes.starts(with: "GIF8".utf8) {
        return size(reader.littleEndian(at: 6, count: 2), reader.littleEndian(at: 8, count: 2))
    }
    if bytes.starts(with: [0xFF, 0xD8]) { return jpegSize(reader) }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) { return webPSize(reader) }
    return svgSize(bytes)
}

private func size(_ width: Int?, _ height: Int?) -> ImageSize? {
    guard let width, let height, (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    return ImageSize(width: width, height: height)
}

private struct ByteFields {
    let bytes: [UInt8]

    func bigEndian(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func littleEndian(at offset: Int, count: Int) -> Int? {
        guard offset >= 0, offset + count <= bytes.count else { return nil }
        return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

private func jpegSize(_ reader: ByteFields) -> ImageSize? {
    var offset = 2
    while let marker = reader.bigEndian(at: offset, count: 2), let length = reader.bigEndian(at: offset + 2, count: 2) {
        guard marker & 0xFF00 == 0xFF00, length >= 2 else { return nil }
        let isFrame = (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
        if isFrame {
            return size(reader.bigEndian(at: offset + 7, count: 2), reader.bigEndian(at: offset + 5, count: 2))
        }
        offset += 2 + length
    }
    return nil
}

private func webPSize(_ reader: ByteFields) -> ImageSize? {
    let chunk = reader.bytes.dropFirst(12).prefix(4)
    if chunk.elementsEqual("VP8 ".utf8) {
        return size(
            reader.littleEndian(at: 26, count: 2).map { $0 & 0x3FFF },
            reader.littleEndian(at: 28, count: 2).map { $0 & 0x3FFF })
    }
    if chunk.elementsEqual("VP8L".utf8) {
        guard let bits = reader.littleEndian(at: 21, count: 4) else { return nil }
        return size(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    return size(
        reader.littleEndian(at: 24, count: 3).map { $0 + 1 }, reader.littleEndian(at: 27, count: 3).map { $0 + 1 })
}

private func svgSize(_ bytes: [UInt8]) -> ImageSize? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let open = text.range(of: "<svg"), let close = text[open.upperBound...].firstIndex(of: ">") else {
        return nil
    }
    let tag = text[open.upperBound..<close]
    func number(_ text: Substring) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = text.dropFirst(digits.count)
        guard unit.isEmpty || unit == "px", let value = Double(digits), value < 100_000 else { return nil }
        return Int(value.rounded())
    }
    func attribute(_ name: String) -> Substring? {
        guard let start = tag.range(of: " \(name)=") else { return nil }
        let rest = tag[start.upperBound...]
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return rest.dropFirst().prefix { $0 != quote }
    }
    if let width = attribute("width").flatMap(number), let height = attribute("height").flatMap(number) {
        return size(width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," } ?? []
    return box.count == 4 ? size(number(box[2]), number(box[3])) : nil
}

extension StringProtocol {
    fileprivate func range(of needle: String) -> Range<Index>? {
        var start = startIndex
        while let found = self[start...].utf8.firstIndex(where: { $0 == needle.utf8.first }) {
            if self[found...].utf8.starts(with: needle.utf8) {
                return found..<utf8.index(found, offsetBy: needle.utf8.count)
            }
            start = utf8.index(after: found)
        }
        return nil
    }
}
