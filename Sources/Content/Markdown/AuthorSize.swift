// How large an author wants an image: `width="300"` in HTML, `![alt](x.png){width=300}`, `![alt|300](x.png)`.

import UTF8Text

/// In pixels; what is `nil` follows from the proportion of the image.
package struct AuthorSize: Hashable, Sendable {
    package var width: Int?
    package var height: Int?

    package init(width: Int? = nil, height: Int? = nil) {
        self.width = width
        self.height = height
    }

    /// About as wide as the text of a page: what a percentage is of.
    private static let textWidth = 720

    /// `300`, `300px`, `50%`.
    static func pixels(_ value: some StringProtocol) -> Int? {
        let digits = value.utf8.prefix { $0.isASCIIDigit }
        guard let number = Int(String(decoding: Array(digits), as: UTF8.self)), (1...10_000).contains(number) else {
            return nil
        }
        // `12.5%`, `300.0`
        let unit = value.utf8.dropFirst(digits.count).drop { $0 == "." || $0.isASCIIDigit }
        if unit.elementsEqual("%".utf8) { return max(1, min(number, 100) * textWidth / 100) }
        return unit.isEmpty || unit.elementsEqual("px".utf8) ? number : nil
    }

    /// Takes a size off the end of an alternative text: `alt|300`, `alt|300x200`.
    init?(takenFrom alternative: inout String) {
        guard let bar = alternative.utf8.lastIndex(of: "|") else { return nil }
        guard let size = AuthorSize(behindBar: alternative[alternative.utf8.index(after: bar)...]) else { return nil }
        self = size
        alternative = String(alternative[..<bar]).trimmed
    }

    /// `300` or `300x200`, as it stands behind the bar of `![[x.png|300]]`.
    init?(behindBar text: some StringProtocol) {
        let parts = String(text).trimmed.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }) else {
            return nil
        }
        width = AuthorSize.pixels(parts[0])
        height = parts.count == 2 ? AuthorSize.pixels(parts[1]) : nil
        guard width != nil else { return nil }
    }

    /// Reads `{width=300}`, `{ width="300" height=200 }`, `{: width="50%" .center}` at the start of a text.
    /// - Returns: also how many bytes it takes; `nil` for what gives no size.
    static func atStart(of text: ArraySlice<UInt8>) -> (size: AuthorSize, count: Int)? {
        guard text.first == "{", let close = text.prefix(300).firstIndex(of: "}") else { return nil }
        var size = AuthorSize()
        let content = String(decoding: text[..<close].dropFirst(), as: UTF8.self)
        for word in content.split(whereSeparator: { $0 == " " || $0 == ":" || $0 == "," || $0 == ";" }) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].filter { $0 != "\"" && $0 != "'" && $0 != "“" && $0 != "”" }
            if parts[0] == "width" { size.width = pixels(value) }
            if parts[0] == "height" { size.height = pixels(value) }
        }
        return size == AuthorSize() ? nil : (size, close + 1 - text.startIndex)
    }
}
