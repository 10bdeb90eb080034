// How wide words are in a drawing: at build time there is no font to ask.

/// What a text is set in.
package enum TypeSize {
    /// In pixels.
    package static let text = 13
    package static let title = 14
    /// From one line of a label to the next.
    package static let line = 16
}

/// The width of a line in pixels, rounded up, and rather too much than too little.
package func textWidth(_ text: Substring, isTitle: Bool) -> Int {
    let units = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    let size = isTitle ? TypeSize.title : TypeSize.text
    return (units * size * (isTitle ? 11 : 10) + 9_999) / 10_000
}

/// The same in another size of type.
package func textWidth(_ text: String, size: Int, isBold: Bool) -> Int {
    textWidth(text[...], isTitle: isBold) * size / (isBold ? TypeSize.title : TypeSize.text)
}

/// In thousandths of the type size. For ASCII as in DejaVu Sans, the widest of the sans serifs that systems come with;
/// the bold of titles is a tenth wider.
private func advance(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: asciiAdvances[Int(scalar.value) - 0x20]
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFF61:
        1000
    case 0x1F000..<0x20000: 1300
    case 0x20000..<0x40000: 1000
    default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        case .lowercaseLetter, .otherLetter, .modifierLetter: 680
        case .dashPunctuation, .otherSymbol, .mathSymbol, .otherPunctuation: 1000
        default: 800
        }
    }
}

private let asciiAdvances = [
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 500, 837, 317, 360, 317, 336, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631, 575, 774, 751, 294, 294, 655, 557, 862,
    748, 787, 603, 787, 694, 634, 610, 731, 684, 988, 685, 610, 685, 390, 336, 390, 837, 500, 500, 612, 634, 549, 634,
    615, 352, 634, 633, 277, 277, 579, 277, 974, 633, 611, 634, 634, 411, 520, 392, 633, 591, 817, 591, 591, 524, 636,
    336, 636, 837,
]
