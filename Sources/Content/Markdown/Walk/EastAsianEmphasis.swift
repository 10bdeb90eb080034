// Strong words of languages that put no spaces between words: `これは**「重要」**です`. CommonMark takes such marks for text,
// since a sign stands on one side of them and a letter on the other.

import UTF8Text

/// `**…**` in a text that the library left as it is.
struct EastAsianEmphasis {
    let before: ArraySlice<UInt8>
    let inside: ArraySlice<UInt8>
    let after: ArraySlice<UInt8>

    /// The first of them in `text`.
    init?(firstIn text: ArraySlice<UInt8>) {
        let mark = Array("**".utf8)
        guard let open = text.firstRange(of: mark),
            let close = text[open.upperBound...].firstRange(of: mark), close.lowerBound > open.upperBound
        else { return nil }
        before = text[..<open.lowerBound]
        inside = text[open.upperBound..<close.lowerBound]
        after = text[close.upperBound...]
        guard inside.first != "*", inside.first?.isASCIISpace == false, inside.last?.isASCIISpace == false,
            after.first != "*",
            [before.last, inside.first].contains(where: \.isBeyondASCII)
                || [inside.last, after.first].contains(where: \.isBeyondASCII)
        else { return nil }
    }
}

extension UInt8? {
    fileprivate var isBeyondASCII: Bool { map { $0 >= 0x80 } ?? false }
}
