// A model whose names are only known when a test runs.

import UTF8Text

@testable import Templates

indirect enum AnyValue {
    case text(String)
    case html(String)
    case flag(Bool)
    case object([String: AnyValue])
    case list([[String: AnyValue]])
    case missing
}

struct AnyModel: TemplateModel {
    let values: [String: AnyValue]

    static var slots: [Slot<AnyModel>] { [] }
}

extension TemplateSchema {
    /// The names that any of the models has.
    init(ofAll models: [[String: AnyValue]]) {
        var slots: [Slot<AnyModel>] = []
        for name in Set(models.flatMap(\.keys)) {
            let values = models.compactMap { $0[name] }
            let inner = TemplateSchema(ofAll: values.flatMap(\.models))
            let field: Field? = values.lazy.compactMap { value -> Field? in
                switch value {
                case .text: .text { if case .text(let text) = $0[name] { text } else { nil } }
                case .html: .html { if case .html(let text) = $0[name] { Array(text.utf8) } else { nil } }
                case .flag: .flag { if case .flag(let flag) = $0[name] { flag } else { false } }
                case .object:
                    .object(inner) { if case .object(let values) = $0[name] { values.scope } else { nil } }
                case .list: .list(inner) { if case .list(let models) = $0[name] { models.map(\.scope) } else { [] } }
                case .missing: nil
                }
            }.first
            slots.append(Slot(name, field ?? .flag { _ in false }))
        }
        self.init(slots)
    }
}

/// What the template makes of the values, or the findings where there are any: `rule file:line:column`.
func written(_ template: String, _ values: [String: AnyValue], partials: [String: String] = [:]) -> String {
    var compiler = TemplateCompiler(
        [MustacheFile(name: "layouts/page", path: "page", text: template)]
            + partials.map { MustacheFile(name: "partials/\($0.key)", path: $0.key, text: $0.value) })
    let nodes = compiler.nodes(of: "layouts/page", scopes: [TemplateSchema(ofAll: [values])])
    guard compiler.diagnostics.isEmpty else {
        return compiler.diagnostics.map { "\($0.rule) \($0.path):\($0.position.line):\($0.position.column)" }
            .joined(separator: "\n")
    }
    var scopes: [Scope] = [values.scope]
    var page: [UInt8] = []
    nodes.write(&scopes, into: &page)
    return String(decoding: page, as: UTF8.self)
}

extension AnyValue {
    fileprivate var models: [[String: AnyValue]] {
        switch self {
        case .object(let values): [values]
        case .list(let models): models
        case .text, .html, .flag, .missing: []
        }
    }
}

extension [String: AnyValue] {
    fileprivate var scope: Scope { ScopeOf(AnyModel(values: self)) }
}

extension Scope {
    fileprivate subscript(name: String) -> AnyValue? { (self as? ScopeOf<AnyModel>)?.model.values[name] }
}
