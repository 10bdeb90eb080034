// From the text of templates to what is left of them when every name is known: literals and readers.
//
// A name is looked up once, when a layout is compiled, in the models that will be open where it stands. So a name that
// nobody offers is a finding and not an empty place on a page, and rendering never compares a name.

package import UTF8Text

extension Rule {
    package static let templateSyntax = Rule("template-syntax", .error, "A template that is not valid Mustache.")
    package static let templateName = Rule(
        "template-name", .error, "A template uses a name that its pages do not offer, or a partial that does not exist."
    )
    package static let templateContext = Rule(
        "template-context", .error, "A value in a template stands where it cannot be made safe.")
    package static let templateInline = Rule(
        "template-inline", .warning, "Script or style in the text of a template, which the policy of the site blocks.")
    package static let templateFile = Rule(
        "template-file", .warning, "A file in the template folder that Milepost does not use.")

    /// Every rule of this module.
    package static let ofTemplates: [Rule] = [
        .templateSyntax, .templateName, .templateContext, .templateInline, .templateFile,
    ]
}

/// Partials stand in their layout as often as they are included. More pieces than this is a mistake that would not end.
private let mostPieces = 100_000
/// Sections in sections in sections.
private let deepestSection = 100

/// Compiles layouts from one set of files, and collects what is wrong with them.
package struct TemplateCompiler {
    package private(set) var diagnostics: [Diagnostic] = []
    private let templates: [String: (path: String, scan: ScannedTemplate)]
    /// The layout that is being compiled.
    private var layout = ""
    private var pieceCount = 0
    /// Faults are reported once, however many layouts include the partial.
    private var reported: Set<[String]> = []

    /// - Parameter files: the layouts, and the partials that they include.
    package init(_ files: [MustacheFile]) {
        var templates: [String: (String, ScannedTemplate)] = [:]
        for file in files { templates[partialName(of: file)] = (file.path, ScannedTemplate(file.text)) }
        self.templates = templates
        for (_, template) in templates.sorted(by: { $0.key < $1.key }) {
            for tag in template.1.tags { checkPlace(of: tag, in: template.0) }
            for code in template.1.inlineCode {
                report(
                    .templateInline, template.0, code.place, "browsers will block \(code.what)",
                    help: "put it into a file of 'assets'")
            }
        }
    }

    /// Whether what was compiled can be rendered.
    package var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }

    /// Compiles the layout of that name for the models that it shows: `Own` first, then `Shared`. What is wrong is among
    /// the diagnostics; where that is an error, the layout must not be rendered.
    package mutating func layout<Shared, Own>(
        _ name: String, showing own: Own.Type, in shared: Shared.Type
    ) -> Layout<Shared, Own> {
        Layout(nodes: nodes(of: name, scopes: [TemplateSchema(of: Shared.self), TemplateSchema(of: Own.self)]))
    }

    /// The layout of that name for models that have these names, the innermost last.
    mutating func nodes(of layout: String, scopes: [TemplateSchema]) -> [TemplateNode] {
        guard templates[layout] != nil else {
            report(.templateName, "site-template", .start, "the layout '\(layout)' is missing")
            return []
        }
        self.layout = layout
        pieceCount = 0
        var writer = NodeWriter()
        compile(layout, scopes: scopes, includedFrom: [], into: &writer)
        return writer.finish()
    }

    private mutating func compile(
        _ name: String, scopes: [TemplateSchema], includedFrom chain: [String], into writer: inout NodeWriter
    ) {
        guard let template = templates[name] else { return }
        let path = template.path
        var scopes = scopes
        var open: [(name: String, pushed: Bool, place: SourcePosition)] = []
        for piece in template.scan.pieces {
            guard case .tag(let tag) = piece else {
                if case .text(let range) = piece { writer.write(template.scan.bytes[range]) }
                continue
            }
            pieceCount += 1
            guard pieceCount <= mostPieces else {
                return report(
                    .templateSyntax, path, tag.place, "the layout '\(layout)' includes too much",
                    help: "a partial that includes another twice doubles it; include each once")
            }
            if tag.indentation == nil { writer.indent() }
            switch tag.kind {
            case .comment: break
            case .unsupported:
                report(
                    .templateSyntax, path, tag.place, "the tag '{{\(tag.name)}}' is not supported",
                    help: "use variables, sections, partials and comments only")
            case .unclosed:
                report(.templateSyntax, path, tag.place, "the tag does not end", help: "add }} behind its name")
            case .partial: include(tag, from: name, path: path, scopes: scopes, chain: chain, into: &writer)
            case .section, .invertedSection:
                guard writer.depth < deepestSection else {
                    return report(
                        .templateSyntax, path, tag.place, "more than \(deepestSection) sections stand in each other",
                        help: "close some of them")
                }
                let found = lookUp(tag, scopes: scopes, path: path)
                let inner = found?.field.inner
                let isPushed = inner != nil && tag.kind == .section
                if let inner, isPushed { scopes.append(inner) }
                open.append((tag.name, isPushed, tag.place))
                writer.open(found, isInverted: tag.kind == .invertedSection)
            case .end:
                guard let last = open.popLast(), last.name == tag.name else {
                    return report(
                        .templateSyntax, path, tag.place, "'{{/\(tag.name)}}' closes nothing that is open here")
                }
                if last.pushed { scopes.removeLast() }
                writer.close()
            case .variable, .raw:
                let found = lookUp(tag, scopes: scopes, path: path)
                checkUse(tag, of: found?.field, path: path)
                if let found { writer.show(found) }
            }
        }
        for section in open {
            report(
                .templateSyntax, path, section.place, "the section '\(section.name)' is not closed",
                help: "add {{/\(section.name)}}")
        }
    }

    private mutating func include(
        _ tag: TemplateTag, from name: String, path: String, scopes: [TemplateSchema], chain: [String],
        into writer: inout NodeWriter
    ) {
        guard templates[tag.name] != nil else {
            let names = templates.keys.filter { !$0.contains("/") }.sorted()
            return report(
                .templateName, path, tag.place, "no partial '\(tag.name)'",
                help: nearest(to: tag.name, in: names).map { "did you mean '\($0)'?" } ?? "")
        }
        guard !chain.contains(tag.name), tag.name != name else {
            return report(.templateName, path, tag.place, "the partial '\(tag.name)' includes itself")
        }
        let blanks = tag.indentation.map { templates[name]?.scan.bytes[$0] ?? [] }
        writer.include(indentedBy: blanks) { writer in
            compile(tag.name, scopes: scopes, includedFrom: chain + [name], into: &writer)
        }
    }

    /// The field that a name means: lookup climbs the scopes for its first part, as Mustache does.
    private mutating func lookUp(_ tag: TemplateTag, scopes: [TemplateSchema], path: String) -> FoundField? {
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var found: FoundField?
        for depth in scopes.indices.reversed() {
            guard let field = scopes[depth].fields[parts[0]] else { continue }
            found = FoundField(field: field, depth: depth)
            break
        }
        for part in parts.dropFirst() {
            found = found.flatMap { outer in outer.field.part(part).map { FoundField(field: $0, depth: outer.depth) } }
        }
        if found == nil {
            let names = Set(scopes.flatMap(\.fields.keys)).sorted()
            report(
                .templateName, path, tag.place, "nothing here is called '\(tag.name)'",
                help: nearest(to: tag.name, in: names).map { "did you mean '\($0)'?" }
                    ?? "the layout '\(layout)' offers: \(names.joined(separator: ", "))")
        }
        return found
    }

    private mutating func checkUse(_ tag: TemplateTag, of field: TemplateSchema.Field?, path: String) {
        switch (tag.kind, field) {
        case (.raw, .text):
            report(
                .templateContext, path, tag.place, "'\(tag.name)' is text and must be escaped",
                help: "write {{\(tag.name)}}")
        case (.variable, .html):
            report(
                .templateContext, path, tag.place, "'\(tag.name)' is HTML and would be escaped",
                help: "write {{{\(tag.name)}}}")
        case (_, .object), (_, .list), (_, .flag):
            report(
                .templateName, path, tag.place, "'\(tag.name)' is no text",
                help: "use it as a section: {{#\(tag.name)}}")
        default: break
        }
    }

    private mutating func checkPlace(of tag: TemplateTag, in path: String) {
        guard tag.kind == .variable || tag.kind == .raw else { return }
        switch tag.context {
        case .text: break
        case .quoted:
            if tag.kind == .raw { report(.templateContext, path, tag.place, "raw HTML cannot stand in an attribute") }
        case .tag:
            report(
                .templateContext, path, tag.place, "the value '\(tag.name)' stands in a tag without quotes",
                help: "write attribute=\"{{\(tag.name)}}\"")
        case .script:
            report(
                .templateContext, path, tag.place, "the value '\(tag.name)' stands in a script or style",
                help: "put it into an attribute, and read it from there")
        case .data:
            if tag.kind == .variable {
                report(
                    .templateContext, path, tag.place,
                    "'\(tag.name)' stands in a block of data, where text cannot be made safe")
            }
        }
    }

    private mutating func report(
        _ rule: Rule, _ path: String, _ place: SourcePosition, _ message: String, help: String = ""
    ) {
        guard reported.insert([rule.id, path, "\(place.line):\(place.column)", message]).inserted else { return }
        diagnostics.append(Diagnostic(rule, path: path, at: place, message, help: help))
    }
}

/// Layouts are rendered by their whole name, partials are included by their file name.
private func partialName(of file: MustacheFile) -> String {
    file.name.hasPrefix("partials/") ? fileName(of: file.name) : file.name
}
