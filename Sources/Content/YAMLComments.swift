// Finds the comments of a YAML text, which its parser drops, so that authors can silence findings beside a key.
//
// A `#` starts a comment at the start of a line or behind a space, but not inside quotes or a block of text. So the text
// is read token by token as far as that takes (yaml.org, version 1.2.2, sections 6.6, 7.3 and 8.1), and no further.

import UTF8Text

struct YAMLComment: Equatable {
    /// Behind the `#`.
    let text: String
    let position: SourcePosition
    /// Whether nothing else stands on its line.
    let isAlone: Bool
}

/// Takes note of the comments of the YAML in `range` that silence findings: alone on a line, on the next line; behind
/// something, on that line.
func noteComments(
    inYAML bytes: [UInt8], of lines: Lines, range: Range<Int>, coversPage: Bool, log: inout DiagnosticLog
) {
    let hasDirectives = lines.firstOffset(of: Array("milepost-".utf8), in: range) != nil
    guard hasDirectives || lines.firstOffset(of: Array(" #".utf8), in: range) != nil else { return }
    var scanner = YAMLScanner(bytes: bytes, lines: lines)
    let comments = scanner.comments(in: range)
    for comment in comments where !comment.isAlone { reportCutValue(comment, bytes, of: lines, log: &log) }
    guard hasDirectives else { return }
    // Comments below each other cover what stands below them all.
    var targets = comments.map { $0.isAlone ? $0.position.line + 1 : $0.position.line }
    for index in comments.indices.dropLast().reversed() where comments[index].isAlone {
        if comments[index + 1].isAlone, comments[index + 1].position.line == targets[index] {
            targets[index] = targets[index + 1]
        }
    }
    for (comment, target) in zip(comments, targets) {
        switch CommentDirective(comment.text) {
        case .none: break
        case .fault(let message, let help): log.report(.suppression, at: comment.position, message, help: help)
        case .ignore(let rules, let reason):
            log.suppress(
                Suppression(
                    rules: rules, reason: reason, position: comment.position, firstLine: comment.position.line,
                    lastLine: target, coversPage: coversPage))
        }
    }
}

/// Keys whose values are sentences or names, behind which nobody writes a comment.
private let keysOfText: Set<String> = [
    "title", "summary", "shortanswer", "description", "definition", "term", "footer", "label", "name", "subtitle",
]

/// Reports a text that an author went on with behind ` #`. Elsewhere only `#12` or `#facilities` is taken for text.
private func reportCutValue(_ comment: YAMLComment, _ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) {
    guard !comment.text.contains("milepost-"), let next = comment.text.first else { return }
    let line = lines.range(ofLine: comment.position.line)
    var before = bytes[line.lowerBound..<line.lowerBound + comment.position.column - 1]
    guard let last = before.last(where: { !$0.isASCIISpace }), !"\"'[{|>,]}:".utf8.contains(last) else { return }
    // Behind the dash of a list and the bracket of a mapping on one line.
    while let first = before.first, " -{\t".utf8.contains(first) { before.removeFirst() }
    guard !before.isEmpty else { return }
    let isText = rawKey(ofLine: before).map { keysOfText.contains(plainSpelling(of: $0)) } ?? false
    guard isText || next.isLetter || next.isNumber else { return }
    log.report(
        .cutValue, at: comment.position, "the text ends here: ' #' starts a comment, and what follows is left out",
        help: "put the whole text into quotes, or take out the '#'")
}

struct YAMLScanner {
    private let bytes: [UInt8]
    private let lines: Lines

    private enum State {
        /// Keys, values and signs.
        case tokens
        case quoted(UInt8)
        /// A block of text below a line that is indented by `parent`; its own indentation once a line tells it.
        case block(parent: Int, indent: Int?)
    }

    private var state = State.tokens
    /// How many `[` and `{` are open.
    private var flowDepth = 0
    /// Whether a value or a key may start here: only there a quote is a quote.
    private var expectsValue = true
    /// The column of the key or dash whose value stands last, and whether that is unquoted text, which may go on in the
    /// next line if it is indented more.
    private var column = 0
    private var isPlainOpen = false
    /// The column of the last key or value outside of brackets.
    private var lastToken = 0

    init(bytes: [UInt8], lines: Lines) {
        self.bytes = bytes
        self.lines = lines
    }

    mutating func comments(in range: Range<Int>) -> [YAMLComment] {
        guard !range.isEmpty else { return [] }
        let first = lines.position(at: range.lowerBound).line
        let last = lines.position(at: range.upperBound - 1).line
        return (first...last).compactMap { comment(ofLine: bytes[lines.range(ofLine: $0)]) }
    }

    private mutating func comment(ofLine line: ArraySlice<UInt8>) -> YAMLComment? {
        guard let start = line.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return nil }
        let indent = line.prefix { $0 == " " }.count
        if case .block(let parent, let known) = state {
            if indent >= known ?? parent + 1 {
                state = .block(parent: parent, indent: known ?? indent)
                return nil
            }
            state = .tokens
            isPlainOpen = false
        }
        if case .tokens = state, flowDepth == 0 { expectsValue = !(isPlainOpen && indent > column) }
        return comment(in: line, from: start)
    }

    /// Reads the tokens of a line and returns where its comment starts.
    private mutating func comment(in line: ArraySlice<UInt8>, from start: Int) -> YAMLComment? {
        func isSpace(_ index: Int) -> Bool {
            !line.indices.contains(index) || line[index] == " " || line[index] == "\t"
        }
        var index = start
        while index < line.endIndex {
            if case .quoted(let quote) = state {
                index = end(ofQuote: quote, in: line, from: index)
                continue
            }
            let byte = line[index]
            if byte == "#", isSpace(index - 1) {
                isPlainOpen = false
                return YAMLComment(
                    text: String(decoding: line[(index + 1)...], as: UTF8.self), position: lines.position(at: index),
                    isAlone: index == start)
            }
            if !isSpace(index) {
                let place = index - line.startIndex
                if expectsValue, isSpace(index + 1), byte == "-" || byte == "?" {
                    column = place
                } else if expectsValue, flowDepth == 0, byte == "|" || byte == ">" {
                    let indicators = line[index...].prefix { $0 != " " && $0 != "\t" }
                    let digit = indicators.first(where: \.isASCIIDigit).map { column + Int($0 - 0x30) }
                    state = .block(parent: column, indent: digit)
                    expectsValue = false
                } else {
                    if expectsValue, flowDepth == 0 { lastToken = place }
                    read(byte, next: index + 1 < line.endIndex ? line[index + 1] : nil)
                }
            }
            index += 1
        }
        return nil
    }

    private mutating func read(_ byte: UInt8, next: UInt8?) {
        let isInFlow = flowDepth > 0
        let isBeforeSpace = next == nil || next == " " || next == "\t"
        switch byte {
        case "'" where expectsValue, "\"" where expectsValue:
            state = .quoted(byte)
            (expectsValue, isPlainOpen) = (false, false)
        case "[" where expectsValue || isInFlow, "{" where expectsValue || isInFlow:
            flowDepth += 1
            (expectsValue, isPlainOpen) = (true, false)
        case "]" where isInFlow, "}" where isInFlow:
            flowDepth -= 1
            (expectsValue, isPlainOpen) = (false, false)
        case "," where isInFlow: expectsValue = true
        case ":" where isBeforeSpace || isInFlow && (!isPlainOpen || next == ","):
            (expectsValue, isPlainOpen) = (true, false)
            // What came last was a key.
            if !isInFlow { column = lastToken }
        default: if expectsValue { (expectsValue, isPlainOpen) = (false, true) }
        }
    }

    /// Where the line goes on behind the quoted text, or its end.
    private mutating func end(ofQuote quote: UInt8, in line: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index < line.endIndex {
            if quote == "\"", line[index] == "\\" {
                index += 2
            } else if line[index] != quote {
                index += 1
            } else if quote == "'", index + 1 < line.endIndex, line[index + 1] == quote {
                index += 2
            } else {
                state = .tokens
                return index + 1
            }
        }
        return line.endIndex
    }
}
