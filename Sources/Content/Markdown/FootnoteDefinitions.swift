// Footnotes whose text the library leaves out without a word: those that nothing refers to, and second ones of a name.

import UTF8Text

func checkFootnotes(_ text: [UInt8], of lines: Lines, firstLine: Int, log: inout DiagnosticLog) {
    var defined: [(label: ArraySlice<UInt8>, position: SourcePosition)] = []
    var isInFence = false
    for line in stride(from: firstLine, through: lines.count, by: 1) {
        let range = lines.range(ofLine: line)
        guard let first = text[range].first, first == "[" || first == "`" || first == ">" || first == " " else {
            continue
        }
        let words = text[range].drop { $0.isSpaceOrTab || $0 == ">" }
        if words.starts(with: "```".utf8) { isInFence.toggle() }
        guard !isInFence, words.starts(with: "[^".utf8), let close = words.prefix(200).firstIndex(of: "]"),
            close > words.startIndex + 2, close + 1 < words.endIndex, text[close + 1] == ":",
            words.startIndex - range.lowerBound < 4 || first == ">"
        else { continue }
        defined.append(
            (words[..<close].dropFirst(2), SourcePosition(line: line, column: words.startIndex - range.lowerBound + 1)))
    }
    guard !defined.isEmpty else { return }
    let labels = referredLabels(in: text, from: lines.offset(ofLine: firstLine))
    var seen: Set<String> = []
    for (label, position) in defined {
        let name = String(decoding: label, as: UTF8.self)
        let key = name.lowercased()
        if !seen.insert(key).inserted {
            log.report(
                .footnote, at: position, "the footnote '\(name)' is defined twice; this text is left out",
                help: "give it another name, and refer to it")
        } else if labels[key, default: 0] < 2 {
            log.report(
                .footnote, at: position, "nothing refers to the footnote '\(name)'; its text is left out",
                help: "write [^\(name)] where it belongs, or remove it")
        }
    }
}

/// How often each `[^label]` stands in the text, where it is defined included.
private func referredLabels(in text: [UInt8], from start: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    var definitions: [String: Int] = [:]
    var place = start
    while let open = text[place...].firstIndex(of: "[") {
        place = open + 1
        guard place < text.count, text[place] == "^", let close = text[place...].prefix(200).firstIndex(of: "]") else {
            continue
        }
        let key = String(decoding: text[(open + 2)..<close], as: UTF8.self).lowercased()
        let isDefinition = close + 1 < text.count && text[close + 1] == ":"
        if isDefinition { definitions[key, default: 0] += 1 }
        if !isDefinition || definitions[key] == 1 { counts[key, default: 0] += 1 }
    }
    return counts
}
