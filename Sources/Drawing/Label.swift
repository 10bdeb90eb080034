// How a name is broken into lines where a drawing has little room for it.

/// A name as it stands in a drawing.
package struct Label: Equatable, Sendable {
    /// One or two.
    package let lines: [String]
    /// Of the longest line in pixels, and rather too much than too little.
    package let width: Int
    /// Whether the end of the name is left out.
    package let isShortened: Bool

    package init(lines: [String], width: Int, isShortened: Bool) {
        self.lines = lines
        self.width = width
        self.isShortened = isShortened
    }
}

extension Label {
    /// `name` on one line if it fits into `width` pixels, else on two of about the same length, else on two that fit as much
    /// as they can of it, with an ellipsis.
    package static func fitting(_ name: String, within width: Int, isTitle: Bool = false) -> Label {
        let measure = { (text: Substring) in textWidth(text, isTitle: isTitle) }
        let words = name.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")[...]
        let whole = measure(text)
        if whole <= width { return Label(lines: [String(text)], width: whole, isShortened: false) }
        var best: (lines: [String], width: Int)?
        // What is wider than two lines and the space between them needs no search; names may be of any length.
        for count in 1..<(whole <= 2 * width + TypeSize.text ? max(words.count, 1) : 1) {
            let lines = [words[..<count].joined(separator: " "), words[count...].joined(separator: " ")]
            let widest = max(measure(lines[0][...]), measure(lines[1][...]))
            if widest <= width, best.map({ widest < $0.width }) ?? true { best = (lines, widest) }
        }
        if let best { return Label(lines: best.lines, width: best.width, isShortened: false) }

        // A long title often begins with a short name: "PMO types: supportive, controlling, directive".
        if let end = text.firstIndex(where: { ":;(–—".contains($0) }), end > text.startIndex {
            let short = fitting(trimmed(text[..<end]) + "…", within: width, isTitle: isTitle)
            if !short.isShortened { return Label(lines: short.lines, width: short.width, isShortened: true) }
        }
        let first = fittingPrefix(of: text, width: width, measure: measure)
        let rest = text[first.endIndex...].drop(while: \.isWhitespace)
        let second = fittingPrefix(of: rest, width: width, measure: measure)
        let isShortened = second.endIndex != rest.endIndex
        let shortened = fittingPrefix(of: rest, width: width - measure("…"), measure: measure)
        let lines = [trimmed(first), isShortened ? trimmed(shortened) + "…" : trimmed(second)].filter { !$0.isEmpty }
        return Label(lines: lines, width: lines.map { measure($0[...]) }.max() ?? 0, isShortened: isShortened)
    }
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
