// Refuses shapes of Markdown that are known to take cmark-gfm 0.29 minutes or gigabytes, with a line and a reason.
//
// This is the courteous layer, not the safe one: what slips through meets the time and memory limits of the worker
// process. The limits are far above what handbooks contain, and each is named after the shape that it stops.

import UTF8Text

enum MarkdownLimit {
    static let pageBytes = 1024 * 1024
    static let lineBytes = 32 * 1024
    static let paragraphBytes = 32 * 1024
    static let containerMarkers = 32
    static let pipesPerLine = 256
    static let tableCells = 50_000
    static let delimiterLines = 16
    static let definitionBytes = 2048
    static let definitionUses = 2000
    static let atSigns = 5000
    static let nesting = 128
    static let outputBytes = 16 * 1024 * 1024
}

/// Whether the text may be parsed; the first reason why not is reported.
func isWithinLimits(
    _ bytes: ArraySlice<UInt8>, of lines: Lines, firstLine: Int, log: inout DiagnosticLog
) -> Bool {
    guard !bytes.isEmpty else { return true }
    guard bytes.count <= MarkdownLimit.pageBytes else {
        log.report(
            .pageLimit, at: SourcePosition(line: firstLine, column: 1),
            "the page has \(bytes.count) bytes; the limit is \(MarkdownLimit.pageBytes)", help: "split the page")
        return false
    }
    var shape = TextShape()
    for line in firstLine...max(firstLine, lines.count) {
        guard let reason = shape.fault(afterReading: bytes[lines.range(ofLine: line)]) else { continue }
        log.report(
            .pageLimit, at: SourcePosition(line: line, column: 1), reason,
            help: "such text takes the Markdown parser forever; simplify it, or put it in a fenced code block")
        return false
    }
    return true
}

/// What the limits ask of a line, from one scan of its bytes.
private struct LineShape {
    let count: Int
    /// Where its text starts, behind space and the marks of quotes.
    let indent: Int
    let bars: Int
    let brackets: Int
    let atSigns: Int
    let isBlank: Bool
    /// Whether nothing stands in it that may not stand in the line below the header of a table.
    let isDelimiter: Bool

    init(of line: Span<UInt8>) {
        var indent = 0
        while indent < line.count, line[indent].isSpaceOrTab || line[indent] == ">" { indent += 1 }
        var bars = 0
        var brackets = 0
        var atSigns = 0
        var dashes = 0
        var spaces = 0
        // Sums without a branch, and in bytes: the compiler counts many at once.
        var start = 0
        while start < line.count {
            let end = min(start + 255, line.count)
            var few: (bars: UInt8, brackets: UInt8, atSigns: UInt8, dashes: UInt8, spaces: UInt8) = (0, 0, 0, 0, 0)
            for index in start..<end {
                let byte = line[index]
                few.bars &+= byte == "|" ? 1 : 0
                few.brackets &+= byte == "[" ? 1 : 0
                few.atSigns &+= byte == "@" ? 1 : 0
                few.dashes &+= byte == "-" || byte == ":" || byte == ">" ? 1 : 0
                few.spaces &+= byte == " " || byte == "\t" || byte == "\r" ? 1 : 0
            }
            bars += Int(few.bars)
            brackets += Int(few.brackets)
            atSigns += Int(few.atSigns)
            dashes += Int(few.dashes)
            spaces += Int(few.spaces)
            start = end
        }
        count = line.count
        self.indent = indent
        self.bars = bars
        self.brackets = brackets
        self.atSigns = atSigns
        isBlank = spaces == count
        isDelimiter = bars + dashes + spaces == count
    }
}

/// What the limits ask of a text, line by line.
private struct TextShape {
    private var fence: (byte: UInt8, count: Int)?
    private var delimiterLines = 0
    private var columns = 0
    private var cells = 0
    private var paragraph = 0
    private var definition = 0
    private var longestDefinition = 0
    private var brackets = 0
    private var atSigns = 0

    mutating func fault(afterReading line: ArraySlice<UInt8>) -> String? {
        let shape = LineShape(of: line.span)
        let text = line.dropFirst(shape.indent)
        if isInsideFence(text) { return nil }
        guard shape.count <= MarkdownLimit.lineBytes else {
            return "the line has \(shape.count) bytes; the limit is \(MarkdownLimit.lineBytes)"
        }
        let markers = containerMarkers(line)
        guard markers <= MarkdownLimit.containerMarkers else {
            return "\(markers) list and quote marks stand on one line; the limit is \(MarkdownLimit.containerMarkers)"
        }
        return tableFault(shape) ?? paragraphFault(text) ?? definitionFault(line, shape) ?? addressFault(shape)
    }

    /// - Parameter text: of the line, behind its indentation.
    private mutating func isInsideFence(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first == "`" || first == "~" else { return fence != nil }
        let count = text.prefix { $0 == first }.count
        if let open = fence {
            if open.byte == first, count >= open.count { fence = nil }
            return true
        }
        guard count >= 3, first == "~" || !text.dropFirst(count).contains("`") else { return false }
        fence = (first, count)
        return true
    }

    private func containerMarkers(_ line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isSeparated = true
        for byte in line {
            switch byte {
            case " ", "\t": isSeparated = true
            case ">": count += 1
            case "-", "*", "+":
                // A run of them is emphasis or a line across the page, not a nest of lists.
                if isSeparated { count += 1 }
                isSeparated = false
            default: return count
            }
        }
        return count
    }

    private mutating func tableFault(_ line: LineShape) -> String? {
        if line.isBlank {
            (delimiterLines, columns) = (0, 0)
            return nil
        }
        guard line.bars <= MarkdownLimit.pipesPerLine else {
            return "\(line.bars) vertical bars stand on one line; the limit is \(MarkdownLimit.pipesPerLine)"
        }
        if line.isDelimiter {
            delimiterLines += 1
            columns = max(columns, line.bars + 1)
            guard delimiterLines <= MarkdownLimit.delimiterLines else {
                return "more than \(MarkdownLimit.delimiterLines) lines of only '|', '-', ':' and '>' follow each other"
            }
        }
        cells += columns
        guard cells <= MarkdownLimit.tableCells else {
            return "the tables of the page have more than \(MarkdownLimit.tableCells) cells"
        }
        return nil
    }

    /// Emphasis, links and addresses are matched across a whole paragraph. Rows of tables and items of lists stand alone.
    private mutating func paragraphFault(_ text: ArraySlice<UInt8>) -> String? {
        if columns > 0 || startsBlock(text) { paragraph = 0 }
        paragraph += text.count
        guard paragraph > MarkdownLimit.paragraphBytes else { return nil }
        return "the paragraph has more than \(MarkdownLimit.paragraphBytes) bytes"
    }

    /// Whether a line, behind its indentation, ends the paragraph before it: a heading, an item, a tag, or nothing.
    private func startsBlock(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        switch first {
        case "<": return true
        case "-", "*", "+": return text.dropFirst().first == " "
        case "#": return text.drop { $0 == "#" }.first == " "
        case "0"..."9": return text.drop(while: \.isASCIIDigit).dropFirst().first == " "
        default: return false
        }
    }

    /// A long link definition that is used often makes the page that much longer each time.
    private mutating func definitionFault(_ line: ArraySlice<UInt8>, _ shape: LineShape) -> String? {
        brackets += shape.brackets
        if shape.brackets > 0, isDefinition(line) {
            definition = shape.count
        } else if definition > 0 {
            // Its address or title goes on.
            definition = line.allSatisfy(\.isASCIISpace) ? 0 : definition + shape.count
        }
        longestDefinition = max(longestDefinition, definition)
        guard longestDefinition > MarkdownLimit.definitionBytes, brackets > MarkdownLimit.definitionUses else {
            return nil
        }
        return "a link definition of \(longestDefinition) bytes is used too often"
    }

    private func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop { $0 == " " || $0 == ">" }
        guard text.first == "[", !text.starts(with: "[^".utf8), let close = text.firstIndex(of: "]") else {
            return false
        }
        return close + 1 < text.endIndex && text[close + 1] == ":"
    }

    private mutating func addressFault(_ line: LineShape) -> String? {
        atSigns += line.atSigns
        guard atSigns > MarkdownLimit.atSigns else { return nil }
        return "the page has more than \(MarkdownLimit.atSigns) '@' signs"
    }
}
