// The Mustache tags of a template, each with the place in the HTML where it stands.

import UTF8Text

struct TemplateTag {
    enum Kind { case variable, raw, section, invertedSection, end, partial, comment, unsupported }
    /// Between elements; inside quotes in a tag; in a tag outside quotes; in a script or style; in a script of data.
    enum Context { case text, quoted, tag, script, data }

    let kind: Kind
    let text: String
    let place: SourcePosition
    let context: Context
}

/// What a template has to be looked at for: its tags, and where it has script or style that browsers will not run.
struct ScannedTemplate {
    let tags: [TemplateTag]
    let inlineCode: [(what: String, place: SourcePosition)]

    init(_ text: String) {
        var scanner = TemplateScanner(text)
        tags = scanner.tags()
        inlineCode = scanner.inlineCode
    }
}

private struct TemplateScanner {
    private let bytes: [UInt8]
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

    mutating func tags() -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while index < bytes.count {
            if bytes[index...].starts(with: "{{".utf8) { tags.append(tag()) } else { step() }
        }
        return tags
    }

    private mutating func tag() -> TemplateTag {
        let place = lines.position(at: index)
        index += 2
        let isTriple = index < bytes.count && bytes[index] == "{"
        let close: StaticString = isTriple ? "}}}" : "}}"
        let start = isTriple ? index + 1 : index
        var end = start
        let closing = Array(close.description.utf8)
        while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
        index = min(bytes.count, end + closing.count)
        let inside = String(decoding: bytes[start..<end], as: UTF8.self)
        let sign = inside.first
        let name = String(
            (isTriple || sign.map { !"#^/>!&<$=%*".contains($0) } == true ? inside[...] : inside.dropFirst()).filter {
                $0 != " " && $0 != "\n" || sign == "="
            })
        let kind: TemplateTag.Kind =
            if isTriple { .raw } else {
                switch sign {
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
        return TemplateTag(kind: kind, text: name, place: place, context: context)
    }

    private mutating func step() {
        let byte = bytes[index]
        switch context {
        case .text:
            if bytes[index...].starts(with: "<!--".utf8) {
                while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
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
            if bytes[index...].starts(with: "</script".utf8) || bytes[index...].starts(with: "</style".utf8) {
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
