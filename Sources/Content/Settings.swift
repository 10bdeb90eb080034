// `handbook.yml`: what a handbook may say about itself. Every key has a default; an absent file is an empty one.

package import UTF8Text

/// How the search index is written.
package struct SearchSettings: Sendable {
    /// How many pages share a file of records: more than one for hosts that take only so many files.
    package var pagesPerRecord = 1
    /// Whether the index is written a second time as scripts, for readers who have the site in a folder; `nil` leaves it
    /// to the size of the handbook.
    package var worksFromFolder: Bool?

    package init() {}
}

/// What the paths are that authors write into links.
package enum LinkStyle: String, CaseIterable, Sendable {
    /// From the folder of the file that holds the link.
    case files
    /// From the address at which readers see its page.
    case addresses
}

package struct Settings: Sendable {
    package var title = "Handbook"
    /// One sentence for the home page and for search engines.
    package var description: String?
    /// The language of the text, as BCP 47 writes it.
    package var language = "en"
    /// The public address, when there is one: absolute, with a final `/`.
    package var baseURL: String?
    /// Findings at this level or above fail the build.
    package var isStrict = false
    /// Severities that differ from the rules' own; `nil` turns a rule off.
    package var severities: [String: Severity?] = [:]
    /// The same, with the places that say so, for the check that such rules exist.
    package var namedRules: [Located<String>] = []
    /// One sentence at the foot of every page: licence, contact.
    package var footer: String?
    /// Capitals that need no definition.
    package var knownAcronyms: [String] = []
    /// Keys of other programs, which nothing is said about.
    package var knownKeys: [String] = []
    package var search = SearchSettings()
    /// In calendar days: how old the status of a plan may be before it counts as stale.
    package var plansStaleAfter = 35

    /// How paths are read that lead somewhere in two ways; `nil` when the handbook does not say.
    package var linkStyle: LinkStyle?

    package init() {}
}

private enum RuleLevel: String, CaseIterable, Sendable {
    case off, note, warning, error

    var severity: Severity? {
        switch self {
        case .off: nil
        case .note: .note
        case .warning: .warning
        case .error: .error
        }
    }
}

func readSettings(_ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> Settings {
    var settings = Settings()
    let tree = composeYAML(bytes, of: lines, range: 0..<bytes.count, limit: .dataFile, log: &log)
    var reader = MappingReader(tree, subject: "the configuration", log: &log)
    settings.title = reader.text("title", length: 1...80, log: &log)?.value ?? settings.title
    settings.description = reader.text("description", length: 1...300, log: &log)?.value
    if let language = reader.text("language", log: &log) {
        if isLanguageTag(language.value) {
            settings.language = language.value
        } else {
            log.report(
                .invalidValue, at: language.position, "'\(language.value)' is not a language tag",
                help: "for example en, en-GB, de or ja")
        }
    }
    if let address = reader.text("base_url", log: &log) {
        settings.baseURL = validBaseURL(address.value)
        if settings.baseURL == nil {
            log.report(
                .invalidValue, at: address.position, "'base_url' must be an http or https address",
                help: "for example https://handbook.example.org/")
        }
    }
    settings.isStrict = reader.flag("strict", log: &log) ?? false
    settings.footer = reader.text("footer", length: 1...300, log: &log)?.value
    settings.knownAcronyms = reader.texts("known_acronyms", log: &log).map(\.value)
    if let style = reader.text("links", log: &log) {
        settings.linkStyle = reader.choice(style, of: LinkStyle.self, what: "'links'", log: &log)?.value
    }
    settings.knownKeys = reader.texts("known_keys", log: &log).map(\.value)
    readSearch(&reader, into: &settings.search, log: &log)
    if let days = readStaleness(of: reader.node("plans"), log: &log) { settings.plansStaleAfter = days }
    readSeverities(&reader, into: &settings, log: &log)
    reader.reportUnknownKeys(log: &log)
    return settings
}

private func readSearch(_ reader: inout MappingReader, into search: inout SearchSettings, log: inout DiagnosticLog) {
    guard let node = reader.node("search") else { return }
    var entry = MappingReader(node, subject: "'search'", log: &log)
    search.pagesPerRecord = entry.integer("pages_per_file", in: 1...100, log: &log)?.value ?? 1
    search.worksFromFolder = entry.flag("from_folder", log: &log)
    entry.reportUnknownKeys(log: &log)
}

/// In calendar days.
private func readStaleness(of node: YAMLNode?, log: inout DiagnosticLog) -> Int? {
    guard let node else { return nil }
    var entry = MappingReader(node, subject: "'plans'", log: &log)
    defer { entry.reportUnknownKeys(log: &log) }
    guard let text = entry.text("stale_after", log: &log) else { return nil }
    switch WorkDuration(text.value) {
    case .days(let count)?: return count
    case .weeks(let count)?: return 7 * count
    case nil:
        log.report(
            .invalidValue, at: text.position, "'stale_after' must be days or weeks, not '\(text.value)'",
            help: "for example 35d or 5w, counted on every day of the week")
        return nil
    }
}

private func readSeverities(_ reader: inout MappingReader, into settings: inout Settings, log: inout DiagnosticLog) {
    guard let node = reader.node("rules") else { return }
    guard case .mapping(let entries) = node.content else {
        log.report(
            .invalidValue, at: node.position, "'rules' must be rule names with a level",
            help: "for example 'orphan: off'")
        return
    }
    for entry in entries {
        settings.namedRules.append(entry.key)
        guard let text = reader.scalar(entry.value, what: "a level", log: &log),
            let level = reader.choice(text, of: RuleLevel.self, what: "the level of a rule", log: &log)
        else { continue }
        settings.severities[entry.key.value] = .some(level.value.severity)
    }
}

private func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...4).contains(parts.count) && (2...3).contains(parts[0].utf8.count)
        && parts[0].utf8.allSatisfy(\.isASCIILetter)
        && parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        }
}

/// The address with a final `/`, or `nil` when it is not an absolute http(s) address without query and fragment.
package func validBaseURL(_ text: String) -> String? {
    guard let scheme = scheme(of: text), scheme == "https" || scheme == "http" else { return nil }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    guard rest.starts(with: "://".utf8), rest.count > 3, rest.dropFirst(3).first != "/",
        rest.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}?#".utf8.contains($0) })
    else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
}
