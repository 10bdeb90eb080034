// Finds the front matter of a file: by bytes, so that no Unicode rule can hide a fence.
//
// Front matter is what stands between `---` on the first line and the next `---`. What other programs take for front
// matter, or an author meant to be some, is found too: a slip in a fence must not publish what the keys hold back.

import UTF8Text

enum FrontMatterFormat {
    case yaml, toml, json
}

struct FileParts {
    /// What stands between the fences, or `nil` for a file without front matter.
    let frontMatter: Range<Int>?
    var format = FrontMatterFormat.yaml
    /// Where the Markdown starts.
    let bodyStart: Int
}

/// Splits a file at its fences. Whatever stands above a fence that is in the wrong place is no part of the body.
func splitFrontMatter(_ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> FileParts {
    let finder = FenceFinder(bytes: bytes, lines: lines)
    return finder.atTheTop(log: &log) ?? finder.elsewhere(log: &log) ?? FileParts(frontMatter: nil, bodyStart: 0)
}

private struct FenceFinder {
    let bytes: [UInt8]
    let lines: Lines

    /// Front matter that opens on the first line as its format wants it.
    func atTheTop(log: inout DiagnosticLog) -> FileParts? {
        switch trimmed(1) {
        case "+++": return foreign(.toml, from: 2, until: { $0 == "+++" }, log: &log)
        case "{" where trimmed(2).hasPrefix("\"") || trimmed(2) == "}":
            return foreign(.json, from: 1, until: { $0 == "}" }, log: &log)
        case "---" where bytes.first == "-": break
        default: return nil
        }
        let first = firstTextLine(from: 2)
        var number = 2
        while number <= lines.count {
            if isClosing(number) {
                // A line across the page above a text, which another line ends.
                if first != 2, first < number, !isKey(first), !hasKnownKey(in: first..<number) { return nil }
                return parts(from: 2, to: number, bodyFrom: number + 1)
            }
            number += 1
        }
        guard isKey(first) || hasKnownKey(in: first..<first + 1) else { return nil }
        if let end = loosestClosing(from: first) {
            reportFence(end, log: &log)
            return parts(from: 2, to: end, bodyFrom: end + 1)
        }
        log.report(
            .frontMatter, at: .start, "the front matter opened here is never closed",
            help: "put a line '---' after the last key; to draw a line across the page instead, write '***'")
        let end = endOfKeys(from: first)
        return parts(from: 2, to: end, bodyFrom: end)
    }

    /// Front matter below blank lines, comments or the title, or between lines that only look like fences.
    func elsewhere(log: inout DiagnosticLog) -> FileParts? {
        guard let opening = openingElsewhere() else { return nil }
        let text = trimmed(opening)
        if text == "+++" {
            guard opening > 1, let parts = foreign(.toml, from: opening + 1, until: { $0 == "+++" }, log: &log) else {
                return nil
            }
            if !log.diagnostics.contains(where: { $0.rule == Rule.frontMatter.id }) { reportPlace(opening, log: &log) }
            return parts
        }
        let first = opening + 1
        let end = loosestClosing(from: first) ?? endOfKeys(from: first)
        guard hasKnownKey(in: first..<end) else { return nil }
        if isLine(opening, fence: "---") { reportPlace(opening, log: &log) } else { reportFence(opening, log: &log) }
        return parts(from: first, to: end, bodyFrom: isLooseFence(end) || isClosing(end) ? end + 1 : end)
    }

    /// The line of a fence within the first lines of a page above which there is no text but a title.
    private func openingElsewhere() -> Int? {
        var number = 1
        var hasTitle = false
        while number <= min(lines.count, 40) {
            let text = trimmed(number)
            if isLooseFence(number) || text == "+++" { return isKey(number + 1) ? number : nil }
            if text.hasPrefix("<!--") {
                while number <= min(lines.count, 40), !trimmed(number).hasSuffix("-->") { number += 1 }
            } else if text.hasPrefix("# "), !hasTitle {
                hasTitle = true
            } else if !text.isEmpty {
                return nil
            }
            number += 1
        }
        return nil
    }

    private func foreign(
        _ format: FrontMatterFormat, from first: Int, until isEnd: (String) -> Bool, log: inout DiagnosticLog
    ) -> FileParts? {
        let name = format == .toml ? "TOML" : "JSON"
        guard let end = (first...max(first, lines.count)).first(where: { $0 <= lines.count && isEnd(trimmed($0)) })
        else {
            guard hasKnownKey(in: first..<endOfKeys(from: first)) else { return nil }
            log.report(
                .frontMatter, at: .start, "the front matter opened here is never closed",
                help: "close it, or write it as YAML between two lines '---'")
            let end = endOfKeys(from: first)
            return parts(from: first, to: end, bodyFrom: end, format: format)
        }
        log.report(
            .frontMatterFormat, at: SourcePosition(line: format == .toml ? first - 1 : first, column: 1),
            "the front matter is \(name); it is read, but checked less well than YAML",
            help: "write it as 'key: value' lines between two lines '---'")
        return parts(from: first, to: format == .json ? end + 1 : end, bodyFrom: end + 1, format: format)
    }

    private func parts(
        from first: Int, to end: Int, bodyFrom body: Int, format: FrontMatterFormat = .yaml
    ) -> FileParts {
        FileParts(
            frontMatter: lines.offset(ofLine: first)..<max(lines.offset(ofLine: first), lines.offset(ofLine: end)),
            format: format, bodyStart: lines.offset(ofLine: body))
    }

    // MARK: Findings

    private func reportPlace(_ number: Int, log: inout DiagnosticLog) {
        log.report(
            .frontMatter, at: SourcePosition(line: number, column: 1),
            "this is front matter, but not at the top of the file",
            help: "move it up, so that '---' is the very first line")
    }

    private func reportFence(_ number: Int, log: inout DiagnosticLog) {
        log.report(
            .frontMatter, at: SourcePosition(line: number, column: 1),
            "the front matter has '\(trimmed(number).prefix(12))' where three hyphens must stand",
            help: "write '---' above its first line and below its last, and nothing else on these lines")
    }

    // MARK: Lines

    private func trimmed(_ number: Int) -> String {
        let range = lines.range(ofLine: number)
        guard range.count < 400 else { return String(decoding: bytes[range].prefix(400), as: UTF8.self) }
        return String(
            String(decoding: bytes[range], as: UTF8.self).trimmingPrefix { $0.isWhitespace }.reversed()
                .trimmingPrefix { $0.isWhitespace }.reversed())
    }

    private func isLine(_ number: Int, fence: String) -> Bool {
        let line = bytes[lines.range(ofLine: number)]
        let end = line.lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 } ?? line.startIndex
        return line[line.startIndex..<end].elementsEqual(fence.utf8)
    }

    private func isClosing(_ number: Int) -> Bool { isLine(number, fence: "---") || isLine(number, fence: "...") }

    /// Hyphens or dashes alone, at least three of them or what a word processor makes of three.
    private func isLooseFence(_ number: Int) -> Bool {
        let line = lines.range(ofLine: number)
        guard line.count <= 80, let first = bytes[line].first(where: { $0 != " " }), first == "-" || first == 0xE2
        else { return false }
        let text = trimmed(number)
        guard text.unicodeScalars.allSatisfy({ "-–—".unicodeScalars.contains($0) }) else { return false }
        return text.unicodeScalars.count >= 3 || text.unicodeScalars.contains { $0 != "-" }
    }

    private func firstTextLine(from start: Int) -> Int {
        var number = start
        while number <= lines.count, lines.range(ofLine: number).allSatisfy({ bytes[$0].isASCIISpace }) { number += 1 }
        return number
    }

    /// The next fence of any look, if only what front matter is made of stands before it.
    private func loosestClosing(from start: Int) -> Int? {
        var number = start
        while number <= lines.count {
            if isLooseFence(number) || isClosing(number) { return number }
            guard isPart(number) || trimmed(number).isEmpty else { return nil }
            number += 1
        }
        return nil
    }

    /// The line behind keys that nothing closes.
    private func endOfKeys(from start: Int) -> Int {
        var number = start
        while number <= lines.count, isPart(number) { number += 1 }
        return number
    }

    /// A key, an entry of a list, a comment, or a line that is indented.
    private func isPart(_ number: Int) -> Bool {
        let line = bytes[lines.range(ofLine: number)]
        guard let first = line.first else { return false }
        if first == " " || first == "\t" || first == "]" || first == "}" { return line.contains { !$0.isASCIISpace } }
        if first == "#" { return line.dropFirst().first != "#" }
        return first == "-" && line.count > 1 || isKey(number)
    }

    /// `key:` or `key = `, where the key is one word.
    private func isKey(_ number: Int) -> Bool { key(ofLine: number) != nil }

    private func key(ofLine number: Int) -> String? {
        let range = lines.range(ofLine: number)
        guard number <= lines.count else { return nil }
        return rawKey(ofLine: bytes[range])
    }

    private func hasKnownKey(in numbers: Range<Int>) -> Bool {
        numbers.contains { number in
            key(ofLine: number).map { commonKeys.contains(plainSpelling(of: $0)) } ?? false
        }
    }
}
