// How front matter travels from a worker process: the fields of each value in their order, twice. Both ends are one build.

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

extension QuestionDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(shortAnswer)
        wire.value(asked)
        wire.value(isCollection)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(shortAnswer: try wire.value(), asked: try wire.value(), isCollection: try wire.value())
    }
}

extension TopicDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(kind)
        wire.value(partOf)
        wire.value(steps)
        wire.value(precedes)
        wire.value(explains)
        wire.value(answers)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            kind: try wire.value(),
            partOf: try wire.value(),
            steps: try wire.value(),
            precedes: try wire.value(),
            explains: try wire.value(),
            answers: try wire.value())
    }
}

extension RoleDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(alsoCalled)
        wire.value(accountableFor)
        wire.value(responsibleFor)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(alsoCalled: try wire.value(), accountableFor: try wire.value(), responsibleFor: try wire.value())
    }
}

extension TemplateDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(formats)
        wire.value(file)
        wire.value(usedIn)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(formats: try wire.value(), file: try wire.value(), usedIn: try wire.value())
    }
}

extension PlanDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(plan)
        wire.value(data)
        wire.value(answers)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(plan: try wire.value(), data: try wire.value(), answers: try wire.value())
    }
}

extension PageHeader: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(type)
        wire.value(title)
        wire.value(slug)
        wire.value(summary)
        wire.value(owner)
        wire.value(status)
        wire.value(version)
        wire.value(updated)
        wire.value(reviewed)
        wire.value(reviewIn)
        wire.value(topics)
        wire.value(related)
        wire.value(aliases)
        wire.value(keywords)
        wire.value(audience)
        wire.value(citations)
        wire.value(supersedes)
        wire.value(redirects)
        wire.value(autolink)
        wire.value(navigation)
        wire.value(isSearchable)
        wire.value(groups)
        wire.value(details)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            type: try wire.value(),
            title: try wire.value(),
            slug: try wire.value(),
            summary: try wire.value(),
            owner: try wire.value(),
            status: try wire.value(),
            version: try wire.value(),
            updated: try wire.value(),
            reviewed: try wire.value(),
            reviewIn: try wire.value(),
            topics: try wire.value(),
            related: try wire.value(),
            aliases: try wire.value(),
            keywords: try wire.value(),
            audience: try wire.value(),
            citations: try wire.value(),
            supersedes: try wire.value(),
            redirects: try wire.value(),
            autolink: try wire.value(),
            navigation: try wire.value(),
            isSearchable: try wire.value(),
            groups: try wire.value(),
            details: try wire.value())
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
