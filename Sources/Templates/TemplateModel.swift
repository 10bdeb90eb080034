// What a template may show: a value of any type, by the names of its slots. The names that authors of templates see,
// and the readers that pages are rendered with, are the same list, so one cannot lack what the other has.

/// A value that templates read from.
@usableFromInline package protocol TemplateModel: Sendable {
    /// The parts that templates may show, each by its name.
    static var slots: [Slot<Self>] { get }
}

/// A part of a model that templates may show.
@usableFromInline package struct Slot<Model: TemplateModel>: Sendable {
    let name: String
    let field: TemplateSchema.Field

    @usableFromInline init(_ name: String, _ field: TemplateSchema.Field) {
        self.name = name
        self.field = field
    }

    /// Text, escaped where it is written. `nil` is not there; text without a letter is.
    @inlinable package static func text(
        _ name: String, _ value: @escaping @Sendable (Model) -> String?
    ) -> Slot {
        Slot(name, .text { value(model(in: $0)) })
    }

    /// HTML of our own making, for one of the raw slots.
    @inlinable package static func html(
        _ name: String, _ value: @escaping @Sendable (Model) -> [UInt8]?
    ) -> Slot {
        Slot(name, .html { value(model(in: $0)) })
    }

    /// A section is shown or left out by it.
    @inlinable package static func flag(
        _ name: String, _ value: @escaping @Sendable (Model) -> Bool
    ) -> Slot {
        Slot(name, .flag { value(model(in: $0)) })
    }

    /// A model whose names come first in the section that it opens.
    @inlinable package static func object<Inner: TemplateModel>(
        _ name: String, _ value: @escaping @Sendable (Model) -> Inner?
    ) -> Slot {
        Slot(name, .object(TemplateSchema(of: Inner.self)) { value(model(in: $0)).map(ScopeOf.init) })
    }

    /// Models that each open the section once.
    @inlinable package static func list<Inner: TemplateModel>(
        _ name: String, _ values: @escaping @Sendable (Model) -> [Inner]
    ) -> Slot {
        Slot(name, .list(TemplateSchema(of: Inner.self)) { values(model(in: $0)).map(ScopeOf.init) })
    }

    @usableFromInline static func model(in scope: Scope) -> Model {
        guard let scope = scope as? ScopeOf<Model> else {
            preconditionFailure("a template was compiled for another model")
        }
        return scope.model
    }
}

/// A model among those that a name is looked up in, whatever its type.
@usableFromInline package class Scope {}

@usableFromInline final class ScopeOf<Model: TemplateModel>: Scope {
    @usableFromInline let model: Model

    @usableFromInline init(_ model: Model) { self.model = model }
}

/// The names that a model offers, what each holds, and how it is read.
@usableFromInline package struct TemplateSchema: Sendable {
    @usableFromInline package indirect enum Field: Sendable {
        case text(@Sendable (Scope) -> String?)
        case html(@Sendable (Scope) -> [UInt8]?)
        case flag(@Sendable (Scope) -> Bool)
        case object(TemplateSchema, @Sendable (Scope) -> Scope?)
        case list(TemplateSchema, @Sendable (Scope) -> [Scope])
    }

    package let fields: [String: Field]

    @usableFromInline package init<Model: TemplateModel>(of model: Model.Type) {
        self.init(Model.slots)
    }

    /// The schema of models that are told apart by more than their type.
    package init<Model: TemplateModel>(_ slots: [Slot<Model>]) {
        fields = Dictionary(uniqueKeysWithValues: slots.map { ($0.name, $0.field) })
    }

    /// Every name in it, with the path to it: `owner.title`.
    package var names: [String] {
        fields.flatMap { name, field in
            switch field {
            case .text, .html, .flag: [name]
            case .object(let inner, _), .list(let inner, _): [name] + inner.names.map { name + "." + $0 }
            }
        }.sorted()
    }
}
