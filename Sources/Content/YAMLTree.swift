// YAML as a tree of text with positions, read with every guard that a hostile file calls for.
//
// Yams guesses types (`no` is false, `1.10` is 1.1) and traps on some input when asked to; so we let it compose nodes
// only, keep each scalar as the text that stands there, and type it by our own schema.

package import UTF8Text
import Yams

/// A node of a YAML document.
package struct YAMLNode: Sendable {
    package indirect enum Content: Sendable {
        /// The text, and whether it was quoted or a block: only unquoted text can mean "nothing".
        case scalar(String, quoted: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    package struct Entry: Sendable {
        package let key: Located<String>
        package let value: YAMLNode
    }

    package let content: Content
    package let position: SourcePosition

    var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }

    /// `key:` with nothing behind it, or an unquoted `~` or `null`.
    package var isNothing: Bool {
        guard case .scalar(let text, quoted: false) = content else { return false }
        return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
    }
}

/// How large a document may be.
struct YAMLLimit {
    let bytes: Int
    let nodes: Int
    static let depth = 16

    static let frontMatter = YAMLLimit(bytes: 128 * 1024, nodes: 20_000)
    static let dataFile = YAMLLimit(bytes: 4 * 1024 * 1024, nodes: 400_000)
    /// A hundred thousand tasks, each with a few links.
    static let planFile = YAMLLimit(bytes: 32 * 1024 * 1024, nodes: 3_000_000)
}

/// Composes the YAML in `range` of a file. `nil` when it is empty or at fault; faults are reported at their place.
func composeYAML(
    _ bytes: [UInt8], of lines: Lines, range: Range<Int>, limit: YAMLLimit, log: inout DiagnosticLog
) -> YAMLNode? {
    let start = lines.position(at: range.lowerBound)
    guard range.count <= limit.bytes else {
        log.report(
            .frontMatter, at: start, "the YAML has \(range.count) bytes; the limit is \(limit.bytes)",
            help: "move long text into the body of the page")
        return nil
    }
    if let place = firstAliasBeyondLimit(bytes, range: range) {
        log.report(.frontMatter, at: lines.position(at: place), anchorMessage, help: anchorHelp)
        return nil
    }
    let text = String(decoding: bytes[range], as: UTF8.self)
    var places = YAMLPlaces(lines: lines, lineOffset: start.line - 1, starts: startsOfOddLines(bytes, range: range))
    do {
        // The basic resolver guesses no types, and the encoding would else be looked up in the environment each time.
        let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return nil }
        var converter = NodeConverter(places: places, nodesLeft: limit.nodes)
        // Nodes know their anchors only as long as the parser lives.
        return try withExtendedLifetime(parser) { try converter.convert(root, depth: 0) }
    } catch let fault as YAMLFault {
        log.report(.frontMatter, at: fault.position, fault.message, help: fault.help)
    } catch let error as YamlError {
        report(error, text: text, places: &places, log: &log)
    } catch {
        log.report(.frontMatter, at: start, "not valid YAML")
    }
    return nil
}

private let anchorMessage = "anchors (&name) and aliases (*name) are not supported"
private let anchorHelp = "write the value out where it is used; quote a text that starts with & or *"

private struct YAMLFault: Error {
    let position: SourcePosition
    let message: String
    let help: String
}

/// Where the lines of YAML 1.1 start, which NEL, LS and PS end too; `nil` if there are none of these.
private func startsOfOddLines(_ bytes: [UInt8], range: Range<Int>) -> [Int]? {
    var starts = [range.lowerBound]
    var hasOddOnes = false
    for index in range {
        let isEnd: Bool
        switch bytes[index] {
        case "\n": isEnd = true
        case "\r": isEnd = index + 1 == range.upperBound || bytes[index + 1] != "\n"
        case 0x85: isEnd = index > range.lowerBound && bytes[index - 1] == 0xC2
        case 0xA8, 0xA9: isEnd = bytes[range.lowerBound..<index].suffix(2).elementsEqual([0xE2, 0x80])
        default: continue
        }
        guard isEnd else { continue }
        starts.append(index + 1)
        if bytes[index] >= 0x80 { hasOddOnes = true }
    }
    return hasOddOnes ? starts : nil
}

/// Yams counts columns in characters, and lines from the start of the YAML.
private struct YAMLPlaces {
    let lines: Lines
    let lineOffset: Int
    /// Where Yams' lines start, if they are not those of the file.
    let starts: [Int]?
    /// The last place that was asked for: the next one is mostly a little further on, on lines that may be long.
    private var line = 0
    private var column = 1
    private var offset = 0

    init(lines: Lines, lineOffset: Int, starts: [Int]?) {
        self.lines = lines
        self.lineOffset = lineOffset
        self.starts = starts
    }

    mutating func position(_ mark: Mark?) -> SourcePosition {
        position(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    mutating func position(line lineOfYAML: Int, column wantedColumn: Int) -> SourcePosition {
        let wantedLine = lineOfYAML + lineOffset
        if wantedLine != line || wantedColumn < column {
            (line, column, offset) = (wantedLine, 1, start(ofLine: lineOfYAML))
        }
        while column < wantedColumn {
            offset += 1
            while let byte = lines.byte(at: offset), byte & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        if starts != nil { return lines.position(at: offset) }
        return SourcePosition(line: line, column: offset - lines.offset(ofLine: line) + 1)
    }

    private func start(ofLine lineOfYAML: Int) -> Int {
        guard let starts else { return lines.offset(ofLine: lineOfYAML + lineOffset) }
        return starts[max(0, min(lineOfYAML, starts.count) - 1)]
    }
}

private struct NodeConverter {
    var places: YAMLPlaces
    var nodesLeft: Int

    mutating func convert(_ node: Node, depth: Int) throws(YAMLFault) -> YAMLNode {
        let position = places.position(node.mark)
        nodesLeft -= 1
        // What Yams resolved an alias to still has its anchor.
        guard node.anchor == nil else { throw YAMLFault(position: position, message: anchorMessage, help: anchorHelp) }
        guard nodesLeft >= 0 else {
            throw YAMLFault(position: position, message: "the YAML has too many values", help: "split the file")
        }
        guard depth <= YAMLLimit.depth else {
            throw YAMLFault(
                position: position, message: "the YAML is nested more than \(YAMLLimit.depth) deep",
                help: "check the indentation")
        }
        switch node {
        case .scalar(let scalar):
            let quoted = scalar.style != .plain
            return YAMLNode(content: .scalar(scalar.string, quoted: quoted), position: position)
        case .sequence(let sequence):
            var elements: [YAMLNode] = []
            for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
            return YAMLNode(content: .sequence(elements), position: position)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            for (key, value) in mapping {
                guard key.anchor == nil else {
                    throw YAMLFault(position: places.position(key.mark), message: anchorMessage, help: anchorHelp)
                }
                guard case .scalar(let name) = key else {
                    throw YAMLFault(
                        position: places.position(key.mark), message: "a key must be a plain word",
                        help: "quote a text that starts with [ or {")
                }
                let key = Located(name.string, places.position(key.mark))
                entries.append(.init(key: key, value: try convert(value, depth: depth + 1)))
            }
            return YAMLNode(content: .mapping(entries), position: position)
        case .alias:
            throw YAMLFault(position: position, message: anchorMessage, help: anchorHelp)
        }
    }
}

/// Aliases as mapping keys cost Yams exponential time before it hands anything out, so more than a few are refused
/// by the look of the text. Fewer are harmless, and may be no aliases at all (`a * b`, `*emphasis*`).
private func firstAliasBeyondLimit(_ bytes: [UInt8], range: Range<Int>) -> Int? {
    var anchors = 0
    var aliases = 0
    var firstAlias: Int?
    var previous: UInt8 = "\n"
    for index in range {
        let byte = bytes[index]
        if byte == "&" || byte == "*", index + 1 < range.upperBound, !bytes[index + 1].isASCIISpace,
            previous.isASCIISpace || "[,{:?-".utf8.contains(previous)
        {
            if byte == "&" {
                anchors += 1
            } else {
                aliases += 1
                firstAlias = firstAlias ?? index
            }
        }
        previous = byte
    }
    return anchors > 0 && aliases > 20 ? firstAlias : nil
}

private func report(_ error: YamlError, text: String, places: inout YAMLPlaces, log: inout DiagnosticLog) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        log.report(.frontMatter, at: places.position(mark), "not valid YAML: \(problem)", help: advice(for: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
        let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
        log.report(
            .frontMatter, at: places.position(context.mark), "the key \(keys) stands twice", help: "keep one of them")
    case .reader(let problem, let offset, _, _):
        let line = text.utf8.prefix(offset ?? 0).count { $0 == "\n" } + 1
        log.report(.frontMatter, at: places.position(line: line, column: 1), "not valid YAML: \(problem)")
    default:
        log.report(.frontMatter, at: places.position(nil), "not valid YAML")
    }
}

private func advice(for problem: String) -> String {
    if problem.contains("mapping values are not allowed") { return "quote a text that contains ': '" }
    if problem.contains("cannot start any token") {
        return "quote a text that starts with a special character; indent with spaces"
    }
    if problem.contains("undefined alias") { return anchorHelp }
    return "quote text that contains ': ' or starts with one of % @ * & ! [ {"
}
