// Checks templates before they are rendered: names, partials, and the places where a value may stand.

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

struct TemplateLint {
    private(set) var diagnostics: [Diagnostic] = []
    private let templates: [String: (path: String, scan: ScannedTemplate)]
    /// The layout that is being checked.
    private var layout = ""
    /// Faults are reported once, however many layouts include the partial.
    private var reported: Set<[String]> = []

    init(files: [TemplateFile]) {
        var templates: [String: (String, ScannedTemplate)] = [:]
        for file in files { templates[partialName(of: file)] = (file.path, ScannedTemplate(file.text)) }
        self.templates = templates
    }

    mutating func check(layouts: [String: TemplateSchema]) {
        for (layout, schema) in layouts.sorted(by: { $0.key < $1.key }) {
            guard templates[layout] != nil else {
                report(.templateName, "site-template", .start, "the layout '\(layout)' is missing")
                continue
            }
            self.layout = layout
            check(layout, scopes: [schema], includedFrom: [])
        }
        for (_, template) in templates.sorted(by: { $0.key < $1.key }) {
            for tag in template.scan.tags { checkPlace(of: tag, in: template.path) }
            for code in template.scan.inlineCode {
                report(
                    .templateInline, template.path, code.place, "browsers will block \(code.what)",
                    help: "put it into a file of 'assets'")
            }
        }
    }

    private mutating func check(_ name: String, scopes: [TemplateSchema], includedFrom chain: [String]) {
        guard let template = templates[name] else { return }
        var scopes = scopes
        var open: [(name: String, pushed: Bool, place: SourcePosition)] = []
        for tag in template.scan.tags {
            switch tag.kind {
            case .comment: break
            case .unsupported:
                report(
                    .templateSyntax, template.path, tag.place, "the tag '{{\(tag.text)}}' is not supported",
                    help: "use variables, sections, partials and comments only")
            case .partial:
                if templates[tag.text] == nil {
                    let names = templates.keys.filter { !$0.contains("/") }.sorted()
                    report(
                        .templateName, template.path, tag.place, "no partial '\(tag.text)'",
                        help: nearest(to: tag.text, in: names).map { "did you mean '\($0)'?" } ?? "")
                } else if chain.contains(tag.text) || tag.text == name {
                    report(.templateName, template.path, tag.place, "the partial '\(tag.text)' includes itself")
                } else {
                    check(tag.text, scopes: scopes, includedFrom: chain + [name])
                }
            case .section, .invertedSection:
                let field = lookUp(tag, scopes: scopes, path: template.path)
                switch field {
                case .object(let inner), .list(let inner):
                    if tag.kind == .section { scopes.append(inner) }
                    open.append((tag.text, tag.kind == .section, tag.place))
                default: open.append((tag.text, false, tag.place))
                }
            case .end:
                guard let last = open.popLast(), last.name == tag.text else {
                    report(
                        .templateSyntax, template.path, tag.place, "'{{/\(tag.text)}}' closes nothing that is open here"
                    )
                    return
                }
                if last.pushed { scopes.removeLast() }
            case .variable, .raw:
                let field = lookUp(tag, scopes: scopes, path: template.path)
                checkUse(tag, of: field, path: template.path)
            }
        }
        for section in open {
            report(
                .templateSyntax, template.path, section.place, "the section '\(section.name)' is not closed",
                help: "add {{/\(section.name)}}")
        }
    }

    /// Lookup climbs the scopes, as Mustache does.
    private mutating func lookUp(_ tag: TemplateTag, scopes: [TemplateSchema], path: String) -> TemplateSchema.Field? {
        var field: TemplateSchema.Field?
        for (index, part) in tag.text.split(separator: ".").enumerated() {
            if index == 0 {
                field = scopes.reversed().lazy.compactMap { $0.fields[String(part)] }.first
            } else if case .object(let inner) = field {
                field = inner.fields[String(part)]
            } else {
                field = nil
            }
        }
        if field == nil {
            let names = Set(scopes.flatMap(\.fields.keys)).sorted()
            report(
                .templateName, path, tag.place, "nothing here is called '\(tag.text)'",
                help: nearest(to: tag.text, in: names).map { "did you mean '\($0)'?" }
                    ?? "the layout '\(layout)' offers: \(names.joined(separator: ", "))")
        }
        return field
    }

    private mutating func checkUse(_ tag: TemplateTag, of field: TemplateSchema.Field?, path: String) {
        switch (tag.kind, field) {
        case (.raw, .text):
            report(
                .templateContext, path, tag.place, "'\(tag.text)' is text and must be escaped",
                help: "write {{\(tag.text)}}")
        case (.variable, .html):
            report(
                .templateContext, path, tag.place, "'\(tag.text)' is HTML and would be escaped",
                help: "write {{{\(tag.text)}}}")
        case (_, .object), (_, .list), (_, .flag):
            report(
                .templateName, path, tag.place, "'\(tag.text)' is no text",
                help: "use it as a section: {{#\(tag.text)}}")
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
                .templateContext, path, tag.place, "the value '\(tag.text)' stands in a tag without quotes",
                help: "write attribute=\"{{\(tag.text)}}\"")
        case .script:
            report(
                .templateContext, path, tag.place, "the value '\(tag.text)' stands in a script or style",
                help: "put it into an attribute, and read it from there")
        case .data:
            if tag.kind == .variable {
                report(
                    .templateContext, path, tag.place,
                    "'\(tag.text)' stands in a block of data, where text cannot be made safe")
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
