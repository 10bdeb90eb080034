// Marks of other tools among the words of a line: remarks, marked words, attributes, templates. What stands between
// backticks is code and stays.

import UTF8Text

extension ForeignMarkup {
    mutating func readWords(in range: Range<Int>) {
        let isHeading = text[range].drop(while: \.isSpaceOrTab).first == "#"
        var place = range.lowerBound
        while let mark = text[place..<range.upperBound].firstIndex(where: \.mayStartForeignMark) {
            let rest = text[mark..<range.upperBound]
            switch text[mark] {
            case "\\": place = min(mark + 2, range.upperBound)
            case "`": place = skipCode(at: rest)
            case "<": place = skipElement(at: rest)
            case "%": place = readRemark(at: rest, in: range)
            case "=": place = readMarkedWords(at: rest)
            case "$": place = noteFormula(at: rest)
            case "^": place = readBlockID(at: rest, in: range)
            default: place = readBraces(at: rest, in: range, isHeading: isHeading)
            }
            if region != nil { return }
        }
    }

    /// Goes on behind the end of what was left open on a line before, if it ends in this one.
    mutating func finish(_ open: ForeignRegion, in line: Range<Int>) {
        guard let end = open.end(in: text[line]) else {
            if open.isDropped { edits.replace(line, with: []) }
            return
        }
        region = nil
        if open.isDropped {
            edits.replace(line.lowerBound..<end.upperBound, with: [])
        } else if open == .raw {
            edits.replace(end, with: [])
        }
        readWords(in: end.upperBound..<line.upperBound)
    }

    // MARK: Code, elements, remarks

    private mutating func skipCode(at rest: ArraySlice<UInt8>) -> Int {
        let run = rest.prefix { $0 == "`" }
        if let end = ForeignRegion.backticks(run.count, in: rest[run.endIndex...]) { return end.upperBound }
        // Code may go on in the lines of its paragraph.
        let paragraph = text[rest.endIndex...].prefix(2_000)
        let end = paragraph.firstRange(of: Array("\n\n".utf8))?.lowerBound ?? paragraph.endIndex
        if ForeignRegion.backticks(run.count, in: paragraph[..<end]) != nil { region = .code(run.count) }
        return run.endIndex
    }

    private mutating func skipElement(at rest: ArraySlice<UInt8>) -> Int {
        if rest.starts(with: "<!--".utf8) { return skip(.comment, behind: rest.startIndex + 4, upTo: rest.endIndex) }
        let name = rest.dropFirst().prefix(while: \.isASCIILetter)
        guard (3...8).contains(name.count) else { return rest.startIndex + 1 }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        guard ["pre", "script", "style", "textarea", "svg", "code"].contains(element) else { return name.endIndex }
        return skip(.element(element), behind: name.endIndex, upTo: rest.endIndex)
    }

    private mutating func skip(_ part: ForeignRegion, behind start: Int, upTo lineEnd: Int) -> Int {
        if let end = part.end(in: text[start..<lineEnd]) { return end.upperBound }
        if has(part, behind: lineEnd) { region = part }
        return start
    }

    /// Whether what is open on a line ends on a later one.
    private mutating func has(_ part: ForeignRegion, behind lineEnd: Int) -> Bool {
        guard !missingEnds.contains(part) else { return false }
        if part.end(in: text[lineEnd...]) != nil { return true }
        missingEnds.insert(part)
        return false
    }

    /// Leaves a remark out, up to its end on this line or a later one.
    private mutating func drop(_ remark: ForeignRegion, at rest: ArraySlice<UInt8>, length: Int, mayGoOn: Bool) -> Int {
        let start = rest.startIndex
        if let end = remark.end(in: rest[(start + length)...]) {
            edits.replace(start..<end.upperBound, with: [])
            return end.upperBound
        }
        guard mayGoOn, has(remark, behind: rest.endIndex) else { return start + length }
        edits.replace(start..<rest.endIndex, with: [])
        region = remark
        return rest.endIndex
    }

    private mutating func readRemark(at rest: ArraySlice<UInt8>, in line: Range<Int>) -> Int {
        let start = rest.startIndex
        guard rest.starts(with: "%%".utf8) else { return start + 1 }
        let isFirst = text[line.lowerBound..<start].allSatisfy(\.isSpaceOrTab)
        guard isFirst || !text[start - 1].isPartOfWord else { return start + 2 }
        return drop(.remark, at: rest, length: 2, mayGoOn: isFirst)
    }

    // MARK: Words

    /// `==marked==`
    private mutating func readMarkedWords(at rest: ArraySlice<UInt8>) -> Int {
        let start = rest.startIndex
        let run = rest.prefix { $0 == "=" }
        guard run.count == 2, let first = rest.dropFirst(2).first, !first.isASCIISpace,
            start == text.startIndex || !text[start - 1].isPartOfWord
        else { return run.endIndex }
        var place = run.endIndex
        while let end = rest[place...].firstRange(of: Array("==".utf8)) {
            place = end.upperBound + rest[end.upperBound...].prefix { $0 == "=" }.count
            let inside = rest[run.endIndex..<end.lowerBound]
            let isEnd =
                place == end.upperBound && inside.last?.isASCIISpace == false
                && (place == rest.endIndex || !rest[place].isPartOfWord)
            guard isEnd, inside.count(where: { $0 == "`" }) % 2 == 0 else { continue }
            edits.replace(start..<start + 2, with: "<mark>".utf8)
            readInside(inside)
            edits.replace(end, with: "</mark>".utf8)
            return place
        }
        return run.endIndex
    }

    /// What stands inside marked words; nothing in it may reach out of them.
    private mutating func readInside(_ words: ArraySlice<UInt8>) {
        guard words.contains(where: { $0 == "{" || $0 == "%" }) else { return }
        readWords(in: words.startIndex..<words.endIndex)
    }

    private mutating func noteFormula(at rest: ArraySlice<UInt8>) -> Int {
        guard rest.starts(with: "$$".utf8) else { return rest.startIndex + 1 }
        isInFormula.toggle()
        if isInFormula { remains.note(.formulas, at: place(of: rest.startIndex)) }
        return rest.startIndex + 2
    }

    /// ` ^name` at the end of a line, by which Obsidian links to a block.
    private mutating func readBlockID(at rest: ArraySlice<UInt8>, in line: Range<Int>) -> Int {
        let start = rest.startIndex
        let name = rest.dropFirst().trimmedAtEnd
        let isBehindSpace = start == line.lowerBound || text[start - 1].isSpaceOrTab
        guard isBehindSpace, (2...80).contains(name.count), name.contains(where: \.isASCIILetter),
            name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" })
        else { return start + 1 }
        edits.replace(start..<name.endIndex, with: Array("<a id=\"".utf8) + name + Array("\"></a>".utf8))
        return name.endIndex
    }

    // MARK: Braces

    private mutating func readBraces(at rest: ArraySlice<UInt8>, in line: Range<Int>, isHeading: Bool) -> Int {
        let start = rest.startIndex
        if rest.starts(with: "{{".utf8) { return readExpression(at: rest, in: line) }
        if rest.starts(with: "{%".utf8) { return readTag(at: rest, in: line) }
        if rest.starts(with: "{/*".utf8) { return drop(.expressionComment, at: rest, length: 3, mayGoOn: true) }
        guard let attributes = AttributeList(at: rest), start > line.lowerBound else { return start + 1 }
        let isLast = rest[attributes.end...].allSatisfy(\.isASCIISpace)
        if isHeading, isLast {
            let mark = attributes.id.map { "{#\($0)}" } ?? ""
            if !rest[..<attributes.end].elementsEqual(mark.utf8) {
                edits.replace(start..<attributes.end, with: mark.utf8)
            }
        } else if ")]*_`>".utf8.contains(text[start - 1]), !attributes.hasSize {
            edits.replace(start..<attributes.end, with: [])
        }
        return attributes.end
    }

    private mutating func readTag(at rest: ArraySlice<UInt8>, in line: Range<Int>) -> Int {
        let start = rest.startIndex
        guard let end = rest.firstRange(of: Array("%}".utf8))?.upperBound, let tag = LiquidTag(rest[..<end]) else {
            return start + 2
        }
        switch tag.name {
        case "raw":
            edits.replace(start..<end, with: [])
            if let close = ForeignRegion.raw.end(in: rest[end...]) {
                edits.replace(close, with: [])
                return close.upperBound
            }
            if has(.raw, behind: rest.endIndex) { region = .raw }
            return end
        case "comment": return drop(.templateComment, at: rest, length: end - start, mayGoOn: true)
        case "link", "page":
            if isDestination(start, in: line), let path = quoted(tag.words) ?? (tag.name == "link" ? tag.words : nil) {
                return replaceInDestination(
                    start..<end, with: tag.name == "link" && path.first != "/" ? Array("/".utf8) + path : Array(path))
            }
            fallthrough
        default:
            if !tag.name.hasPrefix("end"), tag.name != "else", tag.name != "elsif" {
                remains.note(.tags, at: place(of: start))
            }
            return end
        }
    }

    private mutating func readExpression(at rest: ArraySlice<UInt8>, in line: Range<Int>) -> Int {
        let start = rest.startIndex
        let sign = rest.dropFirst(2).first
        if sign == "<" || sign == "%" {
            let content = rest.dropFirst(3).drop(while: \.isASCIISpace)
            let closing: [UInt8] = [sign == "<" ? ">" : "%", "}", "}"]
            let end = content.firstRange(of: closing)
            // `{{</* … */>}}` shows how a shortcode is written, `{{< /x >}}` ends one.
            if content.first == "/" { return end?.upperBound ?? start + 3 }
            let words = content[..<(end?.lowerBound ?? content.endIndex)].trimmed
            if let end, isDestination(start, in: line),
                words.starts(with: "ref ".utf8) || words.starts(with: "relref ".utf8),
                let path = quoted(words.drop { $0 != " " }.trimmed)
            {
                return replaceInDestination(start..<end.upperBound, with: Array(path))
            }
            remains.note(.shortcodes, at: place(of: start))
            return end?.upperBound ?? start + 3
        }
        guard let end = rest.firstRange(of: Array("}}".utf8)) else { return start + 2 }
        let words = rest[(start + 2)..<end.lowerBound].trimmed
        if sign == "#" {
            remains.note(.inclusions, at: place(of: start))
        } else if isDestination(start, in: line), let path = pathOfExpression(words) {
            return replaceInDestination(start..<end.upperBound, with: path)
        } else {
            remains.note(.expressions, at: place(of: start))
        }
        return end.upperBound
    }

    // MARK: Templates in addresses

    /// Whether a template stands where the address of a link does.
    private func isDestination(_ start: Int, in line: Range<Int>) -> Bool {
        if start == endOfDestination { return true }
        let before = text[line.lowerBound..<start].suffix(3)
        return before.suffix(2).elementsEqual("](".utf8) || before.elementsEqual("](<".utf8)
            || before.elementsEqual("]: ".utf8) || before.suffix(2).elementsEqual("=\"".utf8)
    }

    private mutating func replaceInDestination(_ range: Range<Int>, with path: [UInt8]) -> Int {
        edits.replace(range, with: path)
        endOfDestination = range.upperBound
        return range.upperBound
    }

    /// The path that `'/a/' | url` and the like mean; empty for where the site stands.
    private func pathOfExpression(_ words: ArraySlice<UInt8>) -> [UInt8]? {
        if ["site.baseurl", "site.url", "page.baseurl"].contains(where: { words.elementsEqual($0.utf8) }) { return [] }
        let parts = words.split(separator: "|", maxSplits: 1)
        guard let first = parts.first, let path = quoted(first.trimmed) else { return nil }
        guard parts.count > 1 else { return Array(path) }
        let filter = parts[1].trimmed
        return ["url", "relative_url", "absolute_url", "prepend: site.baseurl", "relURL", "absURL"]
            .contains { filter.elementsEqual($0.utf8) } ? Array(path) : nil
    }

    /// A path in quotation marks, without them.
    private func quoted(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let quote = words.first, quote == "\"" || quote == "'", words.count > 2, words.last == quote else {
            return nil
        }
        let path = words.dropFirst().dropLast()
        return path.contains { $0 == quote || $0.isASCIISpace || $0 == "(" || $0 == ")" } ? nil : path
    }
}

extension UInt8 {
    /// The signs that `ForeignMarkup.readWords` looks at.
    fileprivate var mayStartForeignMark: Bool {
        switch self {
        case "\\", "`", "<", "%", "=", "$", "^", "{": true
        default: false
        }
    }

    fileprivate var isPartOfWord: Bool { isASCIILetter || isASCIIDigit }
}
