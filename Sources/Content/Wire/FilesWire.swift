// How parsed files travel from a worker process: as in HeaderValuesWire.swift.

package import UTF8Text
import Words

extension Term: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(name)
        wire.value(definition)
        wire.value(aliases)
        wire.value(target)
        wire.value(link)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            name: try wire.value(),
            definition: try wire.value(),
            aliases: try wire.value(),
            target: try wire.value(),
            link: try wire.value())
    }
}

extension TermAlias: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(name)
        wire.value(link)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(name: try wire.value(), link: try wire.value())
    }
}

extension Source: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(id)
        wire.value(title)
        wire.value(publisher)
        wire.value(year)
        wire.value(url)
        wire.value(isbn)
        wire.value(licence)
        wire.value(accessed)
        wire.value(note)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            id: try wire.value(),
            title: try wire.value(),
            publisher: try wire.value(),
            year: try wire.value(),
            url: try wire.value(),
            isbn: try wire.value(),
            licence: try wire.value(),
            accessed: try wire.value(),
            note: try wire.value())
    }
}

extension ParsedPage: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(path)
        wire.value(header)
        wire.value(markdown)
        wire.value(words)
        wire.value(profile)
    }

    package convenience init(from wire: inout WireReader) throws(WireError) {
        self.init(
            path: try wire.value(), header: try wire.value(), markdown: try wire.value(), words: try wire.value(),
            profile: try wire.value())
    }
}

extension PageProfile: WireCodable {
    package func write(to wire: inout WireWriter) { wire.value(features) }
    package init(from wire: inout WireReader) throws(WireError) { self.init(features: try wire.value()) }
}

extension PageProfile.Feature: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.integer(Int(bitPattern: UInt(hash)))
        wire.integer(count)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(hash: UInt64(UInt(bitPattern: try wire.integer())), count: try wire.integer())
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
        wire.value(knownKeys)
        wire.value(plansStaleAfter)
        wire.value(linkStyle?.rawValue)
        wire.integer(search.pagesPerRecord)
        wire.value(search.worksFromFolder)
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
        knownKeys = try wire.value()
        plansStaleAfter = try wire.value()
        linkStyle = (try wire.value() as String?).flatMap(LinkStyle.init)
        search.pagesPerRecord = try wire.integer()
        search.worksFromFolder = try wire.value()
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
        case .planFile(let plan):
            wire.integer(4)
            wire.value(plan)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        switch try wire.integer() {
        case 0: self = .page(try wire.value())
        case 1: self = .settings(try wire.value())
        case 2: self = .glossary(try wire.value())
        case 3: self = .sources(try wire.value())
        case 4: self = .planFile(try wire.value())
        default: throw WireError()
        }
    }
}

extension ParseResult: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(file)
        wire.value(diagnostics)
        wire.value(suppressions)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        file = try wire.value()
        diagnostics = try wire.value()
        suppressions = try wire.value()
    }
}

extension Suppression: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(rules)
        wire.value(reason)
        wire.value(position)
        wire.value(firstLine)
        wire.value(lastLine)
        wire.value(coversPage)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            rules: try wire.value(),
            reason: try wire.value(),
            position: try wire.value(),
            firstLine: try wire.value(),
            lastLine: try wire.value(),
            coversPage: try wire.value())
    }
}
