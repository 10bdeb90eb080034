// How the values of front matter travel from a worker process: the fields of each in their order, twice. Both ends are
// one build.

package import UTF8Text

extension ProcessStep: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(name)
        wire.value(who)
        wire.value(output)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(name: try wire.value(), who: try wire.value(), output: try wire.value())
    }
}

extension Citation: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(source)
        wire.value(at)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(source: try wire.value(), at: try wire.value())
    }
}

extension DeclaredRedirect: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(from)
        wire.value(to)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(from: try wire.value(), to: try wire.value())
    }
}

extension PageGroup: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(title)
        wire.value(pages)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(title: try wire.value(), pages: try wire.value())
    }
}

extension NavigationPlace: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(order)
        wire.value(isHidden)
        wire.value(label)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(order: try wire.value(), isHidden: try wire.value(), label: try wire.value())
    }
}

extension YAMLNode: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(content)
        wire.value(position)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(content: try wire.value(), position: try wire.value())
    }
}

extension YAMLNode.Entry: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(key)
        wire.value(value)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(key: try wire.value(), value: try wire.value())
    }
}

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
