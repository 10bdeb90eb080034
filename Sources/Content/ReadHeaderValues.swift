// Reads the values of the front matter that have rules of their own, each where it stands.

import UTF8Text

extension HeaderReading {
    mutating func readSlug() -> Located<String>? {
        guard let slug = keys.text("slug", log: &log) else { return nil }
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
    mutating func readPlainText(_ key: String, length: ClosedRange<Int>) -> Located<String>? {
        let text = keys.text(key, length: length, log: &log)
        if let text, let sign = signOfMarkdown(in: text.value) {
            log.report(
                .invalidValue, at: text.position, "'\(key)' is plain text: readers would see the '\(sign)'",
                help: "leave out links and emphasis")
        }
        return text
    }

    mutating func readVersion() -> String? {
        guard let version = keys.text("version", log: &log) else { return nil }
        let parts = version.value.split(separator: ".", omittingEmptySubsequences: false)
        let isValid = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }
        if !isValid {
            log.report(
                .invalidValue, at: version.position, "'version' must be major.minor, not '\(version.value)'",
                help: #"for example "1.10""#)
        }
        return version.value
    }

    mutating func readPeriod(_ key: String) -> Period? {
        guard let text = keys.text(key, log: &log) else { return nil }
        if let period = Period(text.value) { return period }
        log.report(
            .invalidValue, at: text.position, "'\(key)' must be a length of time, not '\(text.value)'",
            help: "write days, weeks, months or years as 90d, 6w, 12mo, 1y")
        return nil
    }

    mutating func readCitations() -> [Citation] {
        keys.elements("sources", log: &log).compactMap { node in
            if case .scalar(let id, _) = node.content { return Citation(source: Located(id, node.position), at: nil) }
            var entry = MappingReader(node, subject: "an entry of 'sources'", log: &log)
            let id = entry.text("id", log: &log)
            let place = entry.text("at", log: &log)?.value
            entry.require("id", log: &log)
            entry.reportUnknownKeys(log: &log)
            return id.map { Citation(source: $0, at: place) }
        }
    }

    mutating func readAutolink() -> Autolink {
        guard let node = keys.node("autolink") else { return .on }
        if case .mapping = node.content {
            var entry = MappingReader(node, subject: "'autolink'", log: &log)
            let skipped = entry.texts("skip", log: &log)
            entry.reportUnknownKeys(log: &log)
            return .skipping(skipped)
        }
        return keys.flag("autolink", log: &log) == false ? .off : .on
    }

    mutating func readNavigation() -> NavigationPlace {
        guard let node = keys.node("nav") else { return NavigationPlace() }
        var entry = MappingReader(node, subject: "'nav'", log: &log)
        let place = NavigationPlace(
            order: entry.integer("order", in: -9999...9999, log: &log)?.value,
            isHidden: entry.flag("hide", log: &log) ?? false,
            label: entry.text("label", length: 1...60, log: &log)?.value)
        entry.reportUnknownKeys(log: &log)
        return place
    }

    mutating func readGroups() -> [PageGroup] {
        keys.elements("groups", log: &log).compactMap { node in
            var entry = MappingReader(node, subject: "a group", log: &log)
            let title = entry.text("title", length: 1...60, log: &log)
            let pages = entry.texts("pages", log: &log)
            entry.require("title", log: &log)
            entry.require("pages", log: &log)
            entry.reportUnknownKeys(log: &log)
            return title.map { PageGroup(title: $0, pages: pages) }
        }
    }

    mutating func readSteps() -> [ProcessStep] {
        keys.elements("steps", log: &log).compactMap { node in
            var entry = MappingReader(node, subject: "a step", log: &log)
            let name = entry.text("name", log: &log)?.value
            let who = entry.text("who", log: &log)
            let output = entry.text("output", log: &log)?.value
            entry.require("name", log: &log)
            entry.reportUnknownKeys(log: &log)
            return name.map { ProcessStep(name: $0, who: who, output: output) }
        }
    }

    mutating func readFormats() -> [Located<TemplateFormat>] {
        keys.texts("format", log: &log).compactMap {
            keys.choice($0, of: TemplateFormat.self, what: "'format'", log: &log)
        }
    }
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
