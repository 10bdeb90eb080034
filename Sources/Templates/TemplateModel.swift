// What a template may see, as plain values, and the shape of it, which the lint holds templates against.

import Mustache

/// Names with values. A name that is not there is false in a section.
package struct TemplateModel: Sendable {
    package private(set) var values: [String: TemplateValue]

    package init(_ values: [String: TemplateValue] = [:]) { self.values = values }

    package subscript(name: String) -> TemplateValue? {
        get { values[name] }
        set { values[name] = newValue }
    }
}

package indirect enum TemplateValue: Sendable {
    /// Text, escaped where it is used.
    case text(String)
    /// HTML of our own making, for one of the raw slots.
    case html(String)
    case flag
    case object(TemplateModel)
    /// Not empty: an empty list is left out.
    case list([TemplateModel])
}

/// The names that a layout's pages offer, and what they hold.
package struct TemplateSchema: Sendable, ExpressibleByDictionaryLiteral {
    package indirect enum Field: Sendable {
        case text, html, flag
        case object(TemplateSchema)
        case list(TemplateSchema)
    }

    package let fields: [String: Field]

    package init(dictionaryLiteral elements: (String, Field)...) {
        fields = Dictionary(uniqueKeysWithValues: elements)
    }

    private init(_ fields: [String: Field]) { self.fields = fields }

    /// The names of both.
    package func adding(_ other: TemplateSchema) -> TemplateSchema {
        TemplateSchema(fields.merging(other.fields) { _, new in new })
    }

    /// The names in `model` that the schema does not have, with the path to them.
    package func undeclaredNames(in model: TemplateModel, path: String = "") -> [String] {
        model.values.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
            switch (fields[name], value) {
            case (.text, .text), (.html, .html), (.flag, .flag): []
            case (.object(let inner), .object(let model)):
                inner.undeclaredNames(in: model, path: path + name + ".")
            case (.list(let inner), .list(let models)):
                models.flatMap { inner.undeclaredNames(in: $0, path: path + name + ".") }
            default: [path + name]
            }
        }
    }
}

extension TemplateModel: MustacheParent {
    package func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text), .html(let text): RenderableText(renderText: text)
        case .flag: true
        case .object(let model): model
        case .list(let models): models
        case nil: nil
        }
    }
}

private struct RenderableText: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { false }
}
