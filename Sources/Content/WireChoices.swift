// How the choices in a parsed file travel from a worker process: which case, then what it holds.

package import UTF8Text

extension WireCodable where Self: RawRepresentable & CaseIterable, RawValue == String, AllCases.Index == Int {
    package func write(to wire: inout WireWriter) { wire.value(rawValue) }
    package init(from wire: inout WireReader) throws(WireError) {
        guard let value = Self(rawValue: try wire.value()) else { throw WireError() }
        self = value
    }
}

extension PageType: WireCodable {}
extension PageStatus: WireCodable {}
extension TopicKind: WireCodable {}
extension TemplateFormat: WireCodable {}
extension LinkPolicy: WireCodable {}
extension Hole.Kind: WireCodable {}
extension Reference.Kind: WireCodable {}

extension Period: WireCodable {
    package func write(to wire: inout WireWriter) {
        switch self {
        case .days(let count):
            wire.integer(0)
            wire.integer(count)
        case .months(let count):
            wire.integer(1)
            wire.integer(count)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self = try wire.integer() == 0 ? .days(try wire.integer()) : .months(try wire.integer())
    }
}

extension Autolink: WireCodable {
    package func write(to wire: inout WireWriter) {
        switch self {
        case .on: wire.integer(0)
        case .off: wire.integer(1)
        case .skipping(let terms):
            wire.integer(2)
            wire.value(terms)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.integer() {
        case 0: self = .on
        case 1: self = .off
        default: self = .skipping(try wire.value())
        }
    }
}

extension TypeDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        switch self {
        case .page: wire.integer(0)
        case .question(let details):
            wire.integer(1)
            wire.value(details)
        case .topic(let details):
            wire.integer(2)
            wire.value(details)
        case .role(let details):
            wire.integer(3)
            wire.value(details)
        case .template(let details):
            wire.integer(4)
            wire.value(details)
        case .plan(let details):
            wire.integer(5)
            wire.value(details)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.integer() {
        case 0: self = .page
        case 1: self = .question(try wire.value())
        case 2: self = .topic(try wire.value())
        case 3: self = .role(try wire.value())
        case 4: self = .template(try wire.value())
        case 5: self = .plan(try wire.value())
        default: throw WireError()
        }
    }
}

extension YAMLNode.Content: WireCodable {
    package func write(to wire: inout WireWriter) {
        switch self {
        case .scalar(let text, let quoted):
            wire.integer(quoted ? 1 : 0)
            wire.value(text)
        case .sequence(let elements):
            wire.integer(2)
            wire.value(elements)
        case .mapping(let entries):
            wire.integer(3)
            wire.value(entries)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.integer() {
        case 0: self = .scalar(try wire.value(), quoted: false)
        case 1: self = .scalar(try wire.value(), quoted: true)
        case 2: self = .sequence(try wire.value())
        case 3: self = .mapping(try wire.value())
        default: throw WireError()
        }
    }
}

extension Settings: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(title)
        wire.value(description)
        wire.value(language)
        wire.value(baseURL)
        wire.value(isStrict)
        wire.value(footer)
        wire.value(knownAcronyms)
        wire.value(namedRules)
        wire.integer(severities.count)
        for (rule, severity) in severities.sorted(by: { $0.key < $1.key }) {
            wire.value(rule)
            wire.value(severity)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init()
        title = try wire.value()
        description = try wire.value()
        language = try wire.value()
        baseURL = try wire.value()
        isStrict = try wire.value()
        footer = try wire.value()
        knownAcronyms = try wire.value()
        namedRules = try wire.value()
        for _ in 0..<max(0, try wire.integer()) {
            let rule: String = try wire.value()
            let severity: Severity? = try wire.value()
            severities[rule] = .some(severity)
        }
    }
}

extension ParsedFile: WireCodable {
    package func write(to wire: inout WireWriter) {
        switch self {
        case .page(let page):
            wire.integer(0)
            wire.value(page)
        case .settings(let settings):
            wire.integer(1)
            wire.value(settings)
        case .glossary(let terms):
            wire.integer(2)
            wire.value(terms)
        case .sources(let sources):
            wire.integer(3)
            wire.value(sources)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.integer() {
        case 0: self = .page(try wire.value())
        case 1: self = .settings(try wire.value())
        case 2: self = .glossary(try wire.value())
        case 3: self = .sources(try wire.value())
        default: throw WireError()
        }
    }
}

extension ParseResult: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(file)
        wire.value(diagnostics)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(file: try wire.value(), diagnostics: try wire.value())
    }
}

extension SourceFile: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(path)
        wire.blob(bytes)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(path: try wire.value(), bytes: try wire.blob())
    }
}
