// A template as the text between its tags, and its tags, each with the place in the HTML where it stands.

import UTF8Text

struct TemplateTag {
    enum Kind {
        case variable, raw, section, invertedSection, end, partial, comment
        /// A tag of Mustache that templates of Milepost do without: other delimiters, inheritance.
        case unsupported
        /// The text ends before the tag does.
        case unclosed
    }

    /// Between elements; inside quotes in a tag; in a tag outside quotes; in a script or style; in a script of data.
    enum Context { case text, quoted, tag, script, data }

    let kind: Kind
    /// What it names, or what it says where it names nothing.
    let name: String
    let place: SourcePosition
    let context: Context
    /// The blanks before a tag that has a line of its own; `nil` for a tag that has not. Such a line is no part of
    /// the page.
    let indentation: Range<Int>?
}

/// What a template has to be looked at for: its text and tags in their order, and where it has script or style that
/// browsers will not run.
struct ScannedTemplate {
    enum Piece {
        /// Never empty.
        case text(Range<Int>)
        case tag(TemplateTag)
    }

    let bytes: [UInt8]
    let pieces: [Piece]
    let inlineCode: [(what: String, place: SourcePosition)]

    init(_ text: String) {
        var scanner = TemplateScanner(text)
        bytes = scanner.bytes
        pieces = scanner.pieces()
        inlineCode = scanner.inlineCode
    }

    var tags: [TemplateTag] {
        pieces.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
    }
}

private struct TemplateScanner {
    let bytes: [UInt8]
    private let lines: Lines
    private var index = 0
    private var context = TemplateTag.Context.text
    private var quote: UInt8 = 0
    /// The element whose start tag is being read, with its attributes.
    private var tagStart = 0
    private(set) var inlineCode: [(what: String, place: SourcePosition)] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        lines = Lines(of: bytes)
    }

    mutating func pieces() -> [ScannedTemplate.Piece] {
        var pieces: [ScannedTemplate.Piece] = []
        var textStart = 0
        func addText(to end: Int) {
            if textStart < end { pieces.append(.text(textStart..<end)) }
        }
        while index < bytes.count {
            guard bytes[index] == "{", isAt(index, "{{") else {
                step()
                continue
            }
            let start = index
            var tag = tag()
            if tag.kind.mayHaveALine, let line = ownLine(of: start..<index) {
                addText(to: line.lowerBound)
                tag = tag.standingAlone(behind: line.lowerBound..<start)
                index = line.upperBound
            } else {
                addText(to: start)
            }
            textStart = index
            pieces.append(.tag(tag))
        }
        addText(to: bytes.count)
        return pieces
    }

    // MARK: Tags

    /// Reads the tag that starts here, and stands behind it then.
    private mutating func tag() -> TemplateTag {
        let place = lines.position(at: index)
        let isTriple = isAt(index, "{{{")
        let closing: StaticString = isTriple ? "}}}" : "}}"
        let start = index + (isTriple ? 3 : 2)
        var end = start
        while end < bytes.count, !isAt(end, closing) { end += 1 }
        index = min(bytes.count, end + closing.utf8CodeUnitCount)
        let inside = trimmed(bytes[start..<end])
        let kind: TemplateTag.Kind =
            if end == bytes.count {
                .unclosed
            } else if isTriple {
                .raw
            } else {
                switch inside.first {
                case "#": .section
                case "^": .invertedSection
                case "/": .end
                case ">": .partial
                case "!": .comment
                case "&": .raw
                case "<", "$", "=", "%", "*": .unsupported
                default: .variable
                }
            }
        let hasSign = kind != .variable && kind != .unsupported && kind != .unclosed && !isTriple
        let name = String(decoding: hasSign ? trimmed(inside.dropFirst()) : inside, as: UTF8.self)
        return TemplateTag(kind: kind, name: name, place: place, context: context, indentation: nil)
    }

    /// The lines that the tag fills but for blanks, with their end: Mustache leaves them out of the page.
    private func ownLine(of tag: Range<Int>) -> Range<Int>? {
        var start = tag.lowerBound
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == "\n" else { return nil }
        var end = tag.upperBound
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return start..<end }
        if bytes[end] == "\n" { return start..<end + 1 }
        return isAt(end, "\r\n") ? start..<end + 2 : nil
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == " " || byte == "\t" }

    private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.firstIndex { !$0.isASCIISpace } ?? text.endIndex
        let last = text.lastIndex { !$0.isASCIISpace } ?? start - 1
        return text[start..<max(start, last + 1)]
    }

    private func isAt(_ index: Int, _ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { unsafe bytes[index...].starts(with: $0) }
    }

    // MARK: The HTML around them

    private mutating func step() {
        let byte = bytes[index]
        switch context {
        case .text:
            if byte == "<", isAt(index, "<!--") {
                while index < bytes.count, !isAt(index, "-->") { index += 1 }
            } else if byte == "<", startsTag(at: index + 1) {
                context = .tag
                tagStart = index
            }
        case .tag:
            if byte == "\"" || byte == "'" {
                quote = byte
                context = .quoted
            } else if byte == ">" {
                context = contextAfterTag()
            }
        case .quoted: if byte == quote { context = .tag }
        case .script, .data:
            if byte == "<", isAt(index, "</script") || isAt(index, "</style") {
                context = .tag
                tagStart = index
            }
        }
        index += 1
    }

    /// A `<` before anything else is text.
    private func startsTag(at index: Int) -> Bool {
        guard index < bytes.count else { return false }
        return bytes[index].isASCIILetter || bytes[index] == "/" || bytes[index] == "!"
    }

    private mutating func contextAfterTag() -> TemplateTag.Context {
        let tag = String(decoding: bytes[tagStart..<index], as: UTF8.self).lowercased()
        noteInlineCode(of: tag)
        if tag.hasPrefix("<script") { return tag.contains("application/ld+json") ? .data : .script }
        return tag.hasPrefix("<style") ? .script : .text
    }

    /// `<style>`, a script without a file that is no data, and attributes that hold style or script.
    private mutating func noteInlineCode(of tag: String) {
        guard tag.hasPrefix("<style") || tag.hasPrefix("<script") || tag.utf8.contains("=") else { return }
        let names = attributeNames(in: tag)
        let place = lines.position(at: tagStart)
        let isData = tag.contains("application/ld+json")
        if tag.hasPrefix("<style") { inlineCode.append(("a style element", place)) }
        if tag.hasPrefix("<script"), !names.contains("src"), !isData {
            inlineCode.append(("a script without a file", place))
        }
        for name in names where name == "style" || name.hasPrefix("on") {
            inlineCode.append(("the attribute '\(name)'", place))
        }
    }
}

extension TemplateTag {
    fileprivate func standingAlone(behind indentation: Range<Int>) -> TemplateTag {
        TemplateTag(kind: kind, name: name, place: place, context: context, indentation: indentation)
    }
}

extension TemplateTag.Kind {
    /// Whether a line with nothing else is left out. A value has a line of its own for good reason.
    fileprivate var mayHaveALine: Bool {
        switch self {
        case .section, .invertedSection, .end, .partial, .comment: true
        case .variable, .raw, .unsupported, .unclosed: false
        }
    }
}

/// The names of the attributes of a tag that have a value, in their order. Values may hold anything.
private func attributeNames(in tag: String) -> [String] {
    var names: [String] = []
    var name: [UInt8] = []
    var quote: UInt8?
    for byte in tag.utf8 {
        if let open = quote {
            if byte == open { quote = nil }
        } else if byte == "\"" || byte == "'" {
            quote = byte
            name = []
        } else if byte.isASCIILetter || byte == "-" {
            name.append(byte)
        } else {
            if byte == "=", !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
            name = []
        }
    }
    return names
}
