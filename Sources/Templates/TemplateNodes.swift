// A compiled template: what is written as it is, what is read from a model, and the sections around both.

import UTF8Text

/// A piece of a compiled template. `depth` says in which of the open models it reads, counted from the outermost.
indirect enum TemplateNode: Sendable {
    case literal([UInt8])
    case text(depth: Int, @Sendable (Scope) -> String?)
    case html(depth: Int, @Sendable (Scope) -> [UInt8]?)
    /// Written where the value is there, or is not: no model opens.
    case condition(depth: Int, isThere: @Sendable (Scope) -> Bool, isInverted: Bool, [TemplateNode])
    /// Written once, with the model open, if there is one.
    case object(depth: Int, @Sendable (Scope) -> Scope?, [TemplateNode])
    /// Written once for each model.
    case list(depth: Int, @Sendable (Scope) -> [Scope], [TemplateNode])
}

extension [TemplateNode] {
    /// Appends the page that the template makes of the open models.
    func write(_ scopes: inout [Scope], into output: inout [UInt8]) {
        for node in self {
            switch node {
            case .literal(let bytes): output.append(contentsOf: bytes)
            case .text(let depth, let read):
                if let text = read(scopes[depth]) { output.appendEscaped(text) }
            case .html(let depth, let read):
                if let html = read(scopes[depth]) { output.append(contentsOf: html) }
            case .condition(let depth, let isThere, let isInverted, let nodes):
                if isThere(scopes[depth]) != isInverted { nodes.write(&scopes, into: &output) }
            case .object(let depth, let read, let nodes):
                if let model = read(scopes[depth]) { nodes.write(with: model, &scopes, into: &output) }
            case .list(let depth, let read, let nodes):
                for model in read(scopes[depth]) { nodes.write(with: model, &scopes, into: &output) }
            }
        }
    }

    private func write(with model: Scope, _ scopes: inout [Scope], into output: inout [UInt8]) {
        scopes.append(model)
        write(&scopes, into: &output)
        scopes.removeLast()
    }
}

/// A field, and the open model that it is read from.
struct FoundField {
    let field: TemplateSchema.Field
    let depth: Int
}

extension TemplateSchema.Field {
    /// The names of what it holds.
    var inner: TemplateSchema? {
        switch self {
        case .object(let schema, _), .list(let schema, _): schema
        case .text, .html, .flag: nil
        }
    }

    /// A field of the object, read from where the object is. `nil` when it is no object or has no such field.
    func part(_ name: String) -> Self? {
        guard case .object(let schema, let open) = self, let field = schema.fields[name] else { return nil }
        return switch field {
        case .text(let read): .text { open($0).flatMap(read) }
        case .html(let read): .html { open($0).flatMap(read) }
        case .flag(let read): .flag { open($0).map(read) ?? false }
        case .object(let schema, let read): .object(schema) { open($0).flatMap(read) }
        case .list(let schema, let read): .list(schema) { open($0).map(read) ?? [] }
        }
    }

    fileprivate var isThere: @Sendable (Scope) -> Bool {
        switch self {
        case .text(let read): { read($0) != nil }
        case .html(let read): { read($0) != nil }
        case .flag(let read): read
        case .object(_, let read): { read($0) != nil }
        case .list(_, let read): { !read($0).isEmpty }
        }
    }
}

/// Puts nodes together in the order of the text, and indents partials.
struct NodeWriter {
    private var nodes: [TemplateNode] = []
    private var literal: [UInt8] = []
    /// The sections around, each with the nodes before it.
    private var open: [(before: [TemplateNode], field: FoundField?, isInverted: Bool)] = []
    /// What stands before each line of the partial that is being written.
    private var indentation: [UInt8] = []
    private var isAtLineStart = true

    mutating func write(_ text: ArraySlice<UInt8>) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.offset > 0 {
                indent()
                literal.append("\n")
                isAtLineStart = true
            }
            if !line.element.isEmpty {
                indent()
                literal += line.element
            }
        }
    }

    /// To be called before a tag among other text: what stands before the line stands before the tag.
    mutating func indent() {
        if isAtLineStart { literal += indentation }
        isAtLineStart = false
    }

    mutating func show(_ found: FoundField) {
        switch found.field {
        case .text(let read): append(.text(depth: found.depth, read))
        case .html(let read): append(.html(depth: found.depth, read))
        // Reported: these are no text.
        case .flag, .object, .list: break
        }
    }

    /// How many sections are open.
    var depth: Int { open.count }

    mutating func open(_ field: FoundField?, isInverted: Bool) {
        endLiteral()
        open.append((nodes, field, isInverted))
        nodes = []
    }

    mutating func close() {
        endLiteral()
        guard let section = open.popLast() else { return }
        let inside = nodes
        nodes = section.before
        // A name that was not found is reported.
        guard let found = section.field else { return }
        switch found.field {
        case .object(_, let read) where !section.isInverted: nodes.append(.object(depth: found.depth, read, inside))
        case .list(_, let read) where !section.isInverted: nodes.append(.list(depth: found.depth, read, inside))
        case let field:
            nodes.append(
                .condition(depth: found.depth, isThere: field.isThere, isInverted: section.isInverted, inside))
        }
    }

    /// A partial that has a line of its own is indented as its tag is; values in it are not, so that the text of a `pre`
    /// element stays as it is. `blanks` is `nil` for a tag among other text.
    mutating func include(indentedBy blanks: ArraySlice<UInt8>?, _ writePartial: (inout NodeWriter) -> Void) {
        let outer = indentation
        indentation = blanks.map { outer + $0 } ?? []
        if blanks != nil { isAtLineStart = true }
        writePartial(&self)
        indentation = outer
        isAtLineStart = blanks != nil
    }

    func finish() -> [TemplateNode] {
        var writer = self
        writer.endLiteral()
        return writer.nodes
    }

    private mutating func append(_ node: TemplateNode) {
        endLiteral()
        nodes.append(node)
    }

    private mutating func endLiteral() {
        if !literal.isEmpty { nodes.append(.literal(literal)) }
        literal = []
    }
}
