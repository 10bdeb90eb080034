// Where a plan is written: in the front matter of its page, or in a YAML file beside the page that the key `data` names.

package import UTF8Text

/// Whether the file at `path`, from the content folder, may hold the plan of a page.
package func isPlanFile(_ path: String) -> Bool { isYAML(path) && SpecialFile(rawValue: path) == nil }

private func isYAML(_ path: String) -> Bool {
    ["yaml", "yml"].contains(splitExtension(of: fileName(of: path)).extension)
}

/// A plan outside of any handbook.
package struct ParsedPlanFile: Sendable {
    /// `nil` when the file has none that could be read.
    package let plan: Plan?
    package let title: String?
    package let slug: String?
    package let updated: CalendarDate?
    /// What is wrong with the plan as it is written; nothing about a page around it.
    package let diagnostics: [Diagnostic]
    package let suppressions: [Suppression]
}

/// Reads a YAML file with the keys of a plan, at its top or under `plan:`, or a Markdown page whose front matter has
/// `plan:`. Beside `plan:` the keys of a page may stand, of which title, slug and date of the last change are read.
package func parsePlanFile(_ bytes: [UInt8], path: String) -> ParsedPlanFile {
    var log = DiagnosticLog(path: path)
    var tree: YAMLNode?
    var node: YAMLNode?
    do {
        let start = try checkUTF8(bytes)
        let text = start == 0 ? bytes : Array(bytes[start...])
        let lines = Lines(of: text)
        let range = isMarkdown(path) ? splitFrontMatter(text, of: lines, log: &log).frontMatter : 0..<text.count
        if let range {
            noteComments(inYAML: text, of: lines, range: range, coversPage: false, log: &log)
            tree = composeYAML(
                text, of: lines, range: range, limit: isMarkdown(path) ? .frontMatter : .planFile, log: &log)
        }
        node = isMarkdown(path) ? planOfPage(tree, log: &log) : planOfFile(tree, log: &log)
    } catch {
        log.report(.encoding, at: Lines(of: bytes).position(at: error.offset), error.reason)
    }
    let plan = node.map { readPlan($0, log: &log) }
    func text(_ key: String) -> String? {
        guard let value = tree?.value(of: key), case .scalar(let text, _) = value.content, !value.isNothing else {
            return nil
        }
        return text
    }
    return ParsedPlanFile(
        plan: plan, title: text("title"), slug: text("slug"), updated: text("updated").flatMap { CalendarDate($0) },
        diagnostics: log.diagnostics.sorted(by: Diagnostic.reportedBefore), suppressions: log.suppressions)
}

private func planOfPage(_ tree: YAMLNode?, log: inout DiagnosticLog) -> YAMLNode? {
    if let plan = tree?.value(of: "plan"), !plan.isNothing { return plan }
    if let data = tree?.value(of: "data"), case .scalar(let name, _) = data.content {
        log.report(
            .planSchema, at: data.position, "the plan of this page is in another file", help: "name the file '\(name)'")
    } else if log.diagnostics.isEmpty {
        log.report(
            .planSchema, at: tree?.position ?? .start, "the page has no plan",
            help: "put it under 'plan:' in the front matter")
    }
    return nil
}

/// Finds the plan in the file that a page names under `data`. What is wrong with it shows when it is read.
func findPlan(inFile bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> YAMLNode? {
    planOfFile(composeYAML(bytes, of: lines, range: 0..<bytes.count, limit: .planFile, log: &log), log: &log)
}

/// The plan of a YAML file: all of it, or what stands under `plan:`.
private func planOfFile(_ tree: YAMLNode?, log: inout DiagnosticLog) -> YAMLNode? {
    guard let tree, !tree.isNothing else {
        if log.diagnostics.isEmpty {
            log.report(.planSchema, at: .start, "the file has no plan", help: "start with 'kind:' and 'start:'")
        }
        return nil
    }
    guard case .mapping(let entries) = tree.content, let plan = tree.value(of: "plan") else { return tree }
    for entry in entries where planKeys.contains(entry.key.value) {
        log.report(
            .planSchema, at: entry.key.position, "the key '\(entry.key.value)' of a plan stands beside 'plan'",
            help: "indent it, so that it belongs to the plan, or remove 'plan:'")
    }
    if !plan.isNothing { return plan }
    log.report(.planSchema, at: plan.position, "the file has no plan", help: "write its keys below 'plan:', indented")
    return nil
}

/// Keys that are a plan's and not a page's.
private let planKeys: Set<String> = [
    "kind", "sponsor", "manager", "start", "deadline", "status_date", "currency", "calendar", "goals", "tasks",
    "resources", "budget", "stakeholders", "raci", "risks", "quality", "communications",
]

extension HeaderReading {
    /// The key `data`. Exactly one of it and `plan` must be there.
    mutating func readPlanFileName() -> Located<String>? {
        var data = keys.text("data", log: &log)
        if let name = data, !isYAML(name.value) {
            log.report(
                .planSchema, at: name.position, "'data' must name a YAML file with the plan, not '\(name.value)'",
                help: "put the plan into a file beside the page, for example 'data: my-plan.yaml'")
            data = nil
        }
        switch (keys.has("plan"), keys.has("data")) {
        case (true, true):
            log.report(
                .planSchema, at: keys.position(of: "data"), "a plan is under 'plan' or in the file of 'data', not both",
                help: "remove one of the two keys")
            data = nil
        case (false, false) where keys.isMapping:
            log.report(
                .planSchema, at: keys.position(of: "plan"), "a plan needs the key 'plan'",
                help: "write the plan below it, or name a file with the plan under 'data'")
        default: break
        }
        return data
    }
}
