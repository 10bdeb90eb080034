// How wide words are in a drawing and how a name is broken into lines: at build time there is no font to ask.

import UTF8Text

/// A name as it stands in a drawing.
struct MapLabel: Equatable {
    /// One or two.
    let lines: [String]
    /// Of the longest line in pixels, and rather too much than too little.
    let width: Int
    /// Whether the end of the name is left out.
    let isShortened: Bool
}

/// The sizes of type in drawings, in pixels.
let mapTextSize = 13
let mapTitleSize = 14
let mapLineHeight = 16

/// `name` on one line if it fits into `width` pixels, else on two of about the same length, else on two that fit as much
/// as they can of it, with an ellipsis.
func mapLabel(_ name: String, within width: Int, isTitle: Bool = false) -> MapLabel {
    let measure = { (text: Substring) in textWidth(text, isTitle: isTitle) }
    let words = name.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")[...]
    let whole = measure(text)
    if whole <= width { return MapLabel(lines: [String(text)], width: whole, isShortened: false) }
    var best: (lines: [String], width: Int)?
    // What is wider than two lines and the space between them needs no search; names may be of any length.
    for count in 1..<(whole <= 2 * width + mapTextSize ? max(words.count, 1) : 1) {
        let lines = [words[..<count].joined(separator: " "), words[count...].joined(separator: " ")]
        let widest = max(measure(lines[0][...]), measure(lines[1][...]))
        if widest <= width, best.map({ widest < $0.width }) ?? true { best = (lines, widest) }
    }
    if let best { return MapLabel(lines: best.lines, width: best.width, isShortened: false) }

    // A long title often begins with a short name: "PMO types: supportive, controlling, directive".
    if let end = text.firstIndex(where: { ":;(–—".contains($0) }), end > text.startIndex {
        let short = mapLabel(trimmed(text[..<end]) + "…", within: width, isTitle: isTitle)
        if !short.isShortened { return MapLabel(lines: short.lines, width: short.width, isShortened: true) }
    }
    let first = fittingPrefix(of: text, width: width, measure: measure)
    let rest = text[first.endIndex...].drop(while: \.isWhitespace)
    let second = fittingPrefix(of: rest, width: width, measure: measure)
    let isShortened = second.endIndex != rest.endIndex
    let shortened = fittingPrefix(of: rest, width: width - measure("…"), measure: measure)
    let lines = [trimmed(first), isShortened ? trimmed(shortened) + "…" : trimmed(second)].filter { !$0.isEmpty }
    return MapLabel(lines: lines, width: lines.map { measure($0[...]) }.max() ?? 0, isShortened: isShortened)
}

private func trimmed(_ line: Substring) -> String {
    let end = line.lastIndex { !$0.isWhitespace }
    return end.map { String(line[...$0]) } ?? ""
}

/// As many whole words as fit, or as much of the first one as fits, but never nothing.
private func fittingPrefix(of text: Substring, width: Int, measure: (Substring) -> Int) -> Substring {
    var end = text.startIndex
    var wordEnd: Substring.Index?
    while end < text.endIndex {
        let next = text.index(after: end)
        if text[end].isWhitespace { wordEnd = end }
        guard measure(text[..<next]) <= width else { break }
        end = next
    }
    if end == text.endIndex { return text }
    if let wordEnd, wordEnd > text.startIndex { return text[..<wordEnd] }
    return text[..<max(end, text.index(after: text.startIndex))]
}

/// The width of a line in pixels, rounded up.
func textWidth(_ text: Substring, isTitle: Bool) -> Int {
    let units = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    let size = isTitle ? mapTitleSize : mapTextSize
    return (units * size * (isTitle ? 11 : 10) + 9_999) / 10_000
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
