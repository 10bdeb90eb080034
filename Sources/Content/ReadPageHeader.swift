// The schema of the front matter: which keys each type of page has, which it must have, and what they may hold.

import UTF8Text

/// A header that may still lack its title, which can come from the first heading.
struct DeclaredHeader {
    let title: Located<String>?
    let details: TypeDetails
    let type: PageType
    private let complete: (Located<String>) -> PageHeader

    init(
        title: Located<String>?, type: PageType, details: TypeDetails,
        complete: @escaping (Located<String>) -> PageHeader
    ) {
        self.title = title
        self.type = type
        self.details = details
        self.complete = complete
    }

    func titled(_ title: Located<String>) -> PageHeader { complete(title) }
}

/// Reads the front matter of the page at `path`; `nil` stands for a file without any.
func readPageHeader(_ tree: YAMLNode?, path: String, log: inout DiagnosticLog) -> DeclaredHeader {
    var reader = MappingReader(tree, subject: "the page", log: &log)
    let folderType = PageType(ofPageAt: path)
    let declaredType = reader.choice("type", of: PageType.self, log: &log)
    let type = declaredType?.value ?? folderType
    if let declaredType, folderType != .page, declaredType.value != folderType {
        log.report(
            .typeFolder, at: declaredType.position,
            "the page says it is a \(type.rawValue), but lies in the folder of \(folderType.rawValue) pages",
            help: "move it to another folder, or leave out the key 'type'")
    }
    reader = MappingReader(tree, subject: "a \(type.rawValue)", log: &log)
    _ = reader.node("type")

    let title = reader.text("title", length: 3...90, log: &log)
    let slug = readSlug(&reader, log: &log)
    let summary = readPlainText("summary", length: 40...200, &reader, log: &log)?.value
    let owner = reader.text("owner", log: &log)
    let status =
        reader.choice("status", of: PageStatus.self, log: &log)
        ?? Located(type == .page ? .approved : .draft, reader.position)
    let version = readVersion(&reader, log: &log)
    let updated = reader.date("updated", log: &log)
    let reviewed = reader.date("reviewed", log: &log)
    let reviewIn = readPeriod(&reader, "review_in", log: &log)
    let topics = reader.texts("topics", log: &log)
    let related = reader.texts("related", log: &log)
    let aliases = reader.texts("aliases", log: &log)
    let keywords = reader.texts("keywords", log: &log).map(\.value)
    let audience = reader.texts("audience", log: &log)
    let citations = readCitations(&reader, log: &log)
    let supersedes = reader.text("supersedes", log: &log)
    let redirects = readRedirects(&reader, log: &log)
    let autolink = readAutolink(&reader, log: &log)
    let navigation = readNavigation(&reader, log: &log)
    let isSearchable = reader.flag("search", log: &log) ?? true
    let groups = isFolderIndex(path) ? readGroups(&reader, log: &log) : []
    let details = readDetails(type, &reader, log: &log)
    reader.reportUnknownKeys(log: &log)

    if type != .page {
        requireKeys(of: type, details: details, reader, log: &log)
    }
    if type == .question, let title, !title.value.hasSuffix("?"), !isCollection(details),
        !title.value.utf8.contains("?")
    {
        log.report(
            .invalidValue, at: title.position, "the title of a question must be a question",
            help: "put it as a reader would ask it, with a '?'")
    }
    return DeclaredHeader(title: title, type: type, details: details) { title in
        PageHeader(
            type: type, title: title, slug: slug, summary: summary, owner: owner, status: status, version: version,
            updated: updated, reviewed: reviewed ?? updated, reviewIn: reviewIn, topics: topics,
            related: related, aliases: aliases, keywords: keywords, audience: audience, citations: citations,
            supersedes: supersedes, redirects: redirects, autolink: autolink, navigation: navigation,
            isSearchable: isSearchable, groups: groups, details: details)
    }
}

private func isCollection(_ details: TypeDetails) -> Bool {
    if case .question(let question) = details { question.isCollection } else { false }
}

private func requireKeys(
    of type: PageType, details: TypeDetails, _ reader: MappingReader, log: inout DiagnosticLog
) {
    for key in ["title", "summary", "owner", "updated"] { reader.require(key, log: &log) }
    switch (type, details) {
    case (.question, .question(let question)):
        if !question.isCollection {
            reader.require("short_answer", log: &log, help: "answer the question in 40 to 320 characters")
        }
        reader.require("topics", log: &log, help: "name at least one topic that the question is about")
        reader.require("sources", log: &log, help: "name at least one source from sources.yml")
    case (.topic, .topic(let topic)):
        reader.require("kind", log: &log, help: "one of concept, process, technique, policy")
        reader.require("sources", log: &log, help: "name at least one source from sources.yml")
        if topic.kind == .policy { reader.require("version", log: &log) }
    case (.template, _):
        for key in ["format", "used_in", "version"] { reader.require(key, log: &log) }
    case (.plan, _):
        for key in ["topics", "sources", "version"] { reader.require(key, log: &log) }
    default: break
    }
}

// MARK: Keys of every page

private func readSlug(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Located<String>? {
    guard let slug = reader.text("slug", log: &log) else { return nil }
    let isValid = { (slug: String) in
        (2...80).contains(slug.utf8.count)
            && slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == "-" }
    }
    if isValid(slug.value) { return slug }
    let example = UTF8Text.slug(slug.value)
    log.report(
        .invalidValue, at: slug.position, "'slug' must be 2 to 80 small letters, digits and hyphens",
        help: "for example '\(isValid(example) ? example : "risk-register")'")
    return nil
}

/// A text that search engines and lists show as it stands.
private func readPlainText(
    _ key: String, length: ClosedRange<Int>, _ reader: inout MappingReader, log: inout DiagnosticLog
) -> Located<String>? {
    let text = reader.text(key, length: length, log: &log)
    if let text, let sign = signOfMarkdown(in: text.value) {
        log.report(
            .invalidValue, at: text.position, "'\(key)' is plain text: readers would see the '\(sign)'",
            help: "leave out links and emphasis")
    }
    return text
}

private func signOfMarkdown(in text: String) -> String? {
    let bytes = text.utf8Span.span
    for index in bytes.indices {
        if bytes[index] == "`" { return "`" }
        guard index + 1 < bytes.count else { break }
        switch (bytes[index], bytes[index + 1]) {
        case ("[", "["): return "[["
        case ("]", "("): return "]("
        case ("*", "*"): return "**"
        default: break
        }
    }
    return nil
}

private func readVersion(_ reader: inout MappingReader, log: inout DiagnosticLog) -> String? {
    guard let version = reader.text("version", log: &log) else { return nil }
    let parts = version.value.split(separator: ".", omittingEmptySubsequences: false)
    let isValid = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }
    if !isValid {
        log.report(
            .invalidValue, at: version.position, "'version' must be major.minor, not '\(version.value)'",
            help: #"for example "1.10""#)
    }
    return version.value
}

private func readPeriod(_ reader: inout MappingReader, _ key: String, log: inout DiagnosticLog) -> Period? {
    guard let text = reader.text(key, log: &log) else { return nil }
    if let period = Period(text.value) { return period }
    log.report(
        .invalidValue, at: text.position, "'\(key)' must be a length of time, not '\(text.value)'",
        help: "write days, weeks, months or years as 90d, 6w, 12mo, 1y")
    return nil
}

private func readCitations(_ reader: inout MappingReader, log: inout DiagnosticLog) -> [Citation] {
    reader.elements("sources", log: &log).compactMap { node in
        if case .scalar(let id, _) = node.content { return Citation(source: Located(id, node.position), at: nil) }
        var entry = MappingReader(node, subject: "an entry of 'sources'", log: &log)
        let id = entry.text("id", log: &log)
        let place = entry.text("at", log: &log)?.value
        entry.require("id", log: &log)
        entry.reportUnknownKeys(log: &log)
        return id.map { Citation(source: $0, at: place) }
    }
}

private func readAutolink(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Autolink {
    guard let node = reader.node("autolink") else { return .on }
    if case .mapping = node.content {
        var entry = MappingReader(node, subject: "'autolink'", log: &log)
        let skipped = entry.texts("skip", log: &log)
        entry.reportUnknownKeys(log: &log)
        return .skipping(skipped)
    }
    return reader.flag("autolink", log: &log) == false ? .off : .on
}

private func readNavigation(_ reader: inout MappingReader, log: inout DiagnosticLog) -> NavigationPlace {
    guard let node = reader.node("nav") else { return NavigationPlace() }
    var entry = MappingReader(node, subject: "'nav'", log: &log)
    let place = NavigationPlace(
        order: entry.integer("order", in: -9999...9999, log: &log)?.value,
        isHidden: entry.flag("hide", log: &log) ?? false,
        label: entry.text("label", length: 1...60, log: &log)?.value)
    entry.reportUnknownKeys(log: &log)
    return place
}

private func readGroups(_ reader: inout MappingReader, log: inout DiagnosticLog) -> [PageGroup] {
    reader.elements("groups", log: &log).compactMap { node in
        var entry = MappingReader(node, subject: "a group", log: &log)
        let title = entry.text("title", length: 1...60, log: &log)
        let pages = entry.texts("pages", log: &log)
        entry.require("title", log: &log)
        entry.require("pages", log: &log)
        entry.reportUnknownKeys(log: &log)
        return title.map { PageGroup(title: $0, pages: pages) }
    }
}

// MARK: Keys of one type

private func readDetails(_ type: PageType, _ reader: inout MappingReader, log: inout DiagnosticLog) -> TypeDetails {
    switch type {
    case .page: .page
    case .question:
        .question(
            QuestionDetails(
                shortAnswer: readPlainText("short_answer", length: 40...320, &reader, log: &log),
                asked: reader.texts("asked", log: &log),
                isCollection: reader.flag("collection", log: &log) ?? false))
    case .topic:
        .topic(
            TopicDetails(
                kind: reader.choice("kind", of: TopicKind.self, log: &log)?.value ?? .concept,
                partOf: reader.text("part_of", log: &log),
                steps: readSteps(&reader, log: &log),
                precedes: reader.texts("precedes", log: &log),
                explains: reader.texts("explains", log: &log),
                answers: reader.texts("answers", log: &log)))
    case .role:
        .role(
            RoleDetails(
                alsoCalled: reader.texts("also_called", log: &log),
                accountableFor: reader.texts("accountable_for", log: &log),
                responsibleFor: reader.texts("responsible_for", log: &log)))
    case .template:
        .template(
            TemplateDetails(
                formats: reader.texts("format", log: &log).compactMap {
                    reader.choice($0, of: TemplateFormat.self, what: "'format'", log: &log)
                },
                file: reader.text("file", log: &log),
                usedIn: reader.texts("used_in", log: &log)))
    case .plan: .plan(readPlanDetails(&reader, log: &log))
    }
}

private func readSteps(_ reader: inout MappingReader, log: inout DiagnosticLog) -> [ProcessStep] {
    reader.elements("steps", log: &log).compactMap { node in
        var entry = MappingReader(node, subject: "a step", log: &log)
        let name = entry.text("name", log: &log)?.value
        let who = entry.text("who", log: &log)
        let output = entry.text("output", log: &log)?.value
        entry.require("name", log: &log)
        entry.reportUnknownKeys(log: &log)
        return name.map { ProcessStep(name: $0, who: who, output: output) }
    }
}
