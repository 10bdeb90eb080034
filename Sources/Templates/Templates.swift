// Templates: compiles, lints and renders the Mustache templates of `site-template/`.
//
// swift-mustache is silent about names that nobody offers, trusts a broken escaper, and crashes on a partial that
// includes itself. So every template is checked against what the pages offer before anything is rendered, and every
// template is made to use our escaper. This module must never know what a handbook is.

package import UTF8Text
import Mustache

/// A template as read: its name is its path in the template folder without the ending, `layouts/page`.
package struct TemplateFile: Sendable {
    package let name: String
    /// Its path for diagnostics.
    package let path: String
    package let text: String

    package init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text
    }
}

/// Templates that were checked and can be rendered.
package struct TemplateSet: Sendable {
    private let library: MustacheLibrary

    fileprivate init(_ library: MustacheLibrary) { self.library = library }

    /// Renders a layout. The layout was checked to exist when the set was compiled.
    package func render(_ layout: String, _ model: TemplateModel) -> [UInt8] {
        guard let text = library.render(model, withTemplate: layout) else {
            preconditionFailure("the layout '\(layout)' was not compiled")
        }
        return Array(text.utf8)
    }
}

/// Compiles `files` for rendering `layouts`, each with the names that its pages offer.
///
/// - Returns: the templates, or `nil` when a finding is an error, and the findings.
package func compileTemplates(
    _ files: [TemplateFile], layouts: [String: TemplateSchema]
) -> (templates: TemplateSet?, diagnostics: [Diagnostic]) {
    var lint = TemplateLint(files: files)
    lint.check(layouts: layouts)
    guard !lint.diagnostics.contains(where: { $0.severity == .error }) else { return (nil, lint.diagnostics) }

    MustacheContentTypes.register(SafeHTML(), named: "SAFE")
    var library = MustacheLibrary()
    var diagnostics = lint.diagnostics
    for file in files {
        do {
            // Partials fall back to the library's own escaper unless each says otherwise.
            try library.register(
                "{{% CONTENT_TYPE:SAFE}}" + withoutIndentedPartials(file.text), named: partialName(of: file))
        } catch let error as MustacheTemplate.ParserError {
            let place = SourcePosition(line: error.context.lineNumber, column: max(1, error.context.columnNumber))
            diagnostics.append(
                Diagnostic(
                    .templateSyntax, path: file.path, at: place, "\(error.error)", help: "see the Mustache manual"))
        } catch {
            diagnostics.append(Diagnostic(.templateSyntax, path: file.path, at: .start, "\(error)"))
        }
    }
    let failed = diagnostics.contains { $0.severity == .error }
    return (failed ? nil : TemplateSet(library), diagnostics)
}

/// Layouts are rendered by their whole name, partials are included by their file name.
func partialName(of file: TemplateFile) -> String {
    file.name.hasPrefix("partials/") ? fileName(of: file.name) : file.name
}

/// Mustache indents each line of an indented partial, which would reach into `pre` elements.
private func withoutIndentedPartials(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        return trimmed.hasPrefix("{{>") ? trimmed : line
    }.joined(separator: "\n")
}

/// Escapes by byte. The library's own escaper goes by grapheme and misses a quote with a combining mark behind it.
private struct SafeHTML: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        bytes.appendEscaped(text)
        return String(decoding: bytes, as: UTF8.self)
    }
}
