// Findings for people, for scripts, for GitHub and for code scanning.

import ArgumentParser
import Publishing
import UTF8Text

enum FindingFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, github, sarif
}

struct FindingPrinter {
    let format: FindingFormat
    let color: ColorChoice

    /// - Parameter facts: What the command has to add to the summary for programs.
    func printFindings(of examination: Examination, facts: [(String, JSON)] = []) {
        printFindings(FoundFindings(examination, facts: facts))
    }

    func printFindings(_ found: FoundFindings) {
        switch format {
        case .text: for finding in found.findings { print(text(of: finding), to: .errors) }
        case .json: print(String(decoding: json(of: found).bytes, as: UTF8.self), to: .output)
        case .github: for finding in found.findings { print(command(for: finding), to: .output) }
        case .sarif: print(String(decoding: sarif(of: found).bytes, as: UTF8.self), to: .output)
        }
    }

    // MARK: Text

    /// `content/roles/sponsor.md:14:9: error[link-target]: …`, the line with a caret, and what to do.
    private func text(of finding: Finding) -> String {
        let diagnostic = finding.diagnostic
        let isOn = color.isOn(for: .errors)
        func painted(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
        let level = painted("\(diagnostic.severity.word)[\(diagnostic.rule)]", diagnostic.severity.paint)
        let place = "\(finding.file):\(diagnostic.position.line):\(diagnostic.position.column)"
        var lines = ["\(painted(place, "1")): \(level): \(diagnostic.message)"]
        if !finding.excerpt.isEmpty {
            let number = String(diagnostic.position.line)
            let (line, indent) = excerpt(of: finding)
            lines.append(" \(number) | \(line)")
            lines.append(
                " \(String(repeating: " ", count: number.count)) | \(indent)\(painted("^", diagnostic.severity.paint))")
        }
        if !diagnostic.help.isEmpty { lines.append(" \(painted("help:", "36")) \(diagnostic.help)") }
        return lines.joined(separator: "\n")
    }

    /// The line that a finding is about, of a long one the part around its place; and what stands before the caret.
    private func excerpt(of finding: Finding) -> (line: String, indent: String) {
        let width = 160
        let line = finding.excerpt
        let before = String(decoding: line.utf8.prefix(finding.diagnostic.position.column - 1), as: UTF8.self)
        let start = before.count < width - 40 ? 0 : before.count - width / 2
        let part = line.dropFirst(start)
        let (left, right) = (start > 0 ? "…" : "", part.count > width ? "…" : "")
        let shown = String(part.prefix(width)).split(separator: "\t", omittingEmptySubsequences: false).map(\.visible)
        let indent = left.map { _ in " " } + before.dropFirst(start).map { $0 == "\t" ? "\t" : " " }
        return (left + shown.joined(separator: "\t") + right, indent.joined())
    }

    // MARK: JSON

    private func json(of found: FoundFindings) -> JSON {
        .object([
            ("findings", .array(found.findings.map { .object(members(of: $0)) })),
            (
                "suppressed",
                .array(found.suppressed.map { .object(members(of: $0.finding) + [("reason", .string($0.reason))]) })
            ),
            ("known", .array(found.known.map { .object(members(of: $0)) })), ("summary", .object(found.summary)),
        ])
    }

    private func members(of finding: Finding) -> [(String, JSON)] {
        let diagnostic = finding.diagnostic
        return [
            ("rule", .string(diagnostic.rule)), ("severity", .string(diagnostic.severity.word)),
            ("file", .string(finding.file)), ("line", .integer(diagnostic.position.line)),
            ("column", .integer(diagnostic.position.column)), ("message", .string(diagnostic.message)),
            ("help", .string(diagnostic.help)), ("excerpt", .string(finding.excerpt)),
        ]
    }

    // MARK: GitHub

    /// A workflow command (docs.github.com, "Workflow commands for GitHub Actions").
    private func command(for finding: Finding) -> String {
        let diagnostic = finding.diagnostic
        let name = diagnostic.severity == .note ? "notice" : diagnostic.severity.word
        let message = diagnostic.help.isEmpty ? diagnostic.message : "\(diagnostic.message) (\(diagnostic.help))"
        func escaped(_ text: String, _ special: String) -> String {
            text.unicodeScalars.map { special.unicodeScalars.contains($0) ? percentEncoded($0) : String($0) }.joined()
        }
        func percentEncoded(_ scalar: Unicode.Scalar) -> String { "%" + String(scalar.value, radix: 16).uppercased() }
        let place = "file=\(escaped(finding.file, "%:,")),line=\(diagnostic.position.line),col=\(finding.utf16Column)"
        return "::\(name) \(place),title=\(diagnostic.rule)::\(escaped(message, "%"))"
    }

    // MARK: SARIF

    /// Static Analysis Results Interchange Format 2.1.0 (OASIS).
    private func sarif(of found: FoundFindings) -> JSON {
        // Results of a run without a baseline have no state towards it, or else all have one.
        func result(_ finding: Finding, state: String, _ more: [(String, JSON)] = []) -> JSON {
            let state = !found.hasBaseline ? [] : [("baselineState", JSON.string(state))]
            return .object(members(ofResult: finding) + state + more)
        }
        let results =
            found.findings.map { result($0, state: "new") }
            + found.known.map { result($0, state: "unchanged") }
            + found.suppressed.map { suppressed in
                let suppression = JSON.object([
                    ("kind", .string("inSource")), ("justification", .string(suppressed.reason)),
                ])
                return result(suppressed.finding, state: "unchanged", [("suppressions", .array([suppression]))])
            }
        let all = found.findings + found.known + found.suppressed.map(\.finding)
        let used = Set(all.map(\.diagnostic.rule))
        let rules = allRules.filter { used.contains($0.id) }.map { rule in
            JSON.object([
                ("id", .string(rule.id)), ("shortDescription", .object([("text", .string(rule.meaning))])),
                ("defaultConfiguration", .object([("level", .string(rule.severity.word))])),
            ])
        }
        let driver = JSON.object([
            ("name", .string("Milepost")), ("version", .string(version)), ("rules", .array(rules)),
        ])
        let run = JSON.object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("utf16CodeUnits")),
            ("results", .array(results)),
        ])
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ])
    }

    private func members(ofResult finding: Finding) -> [(String, JSON)] {
        let diagnostic = finding.diagnostic
        let message = diagnostic.help.isEmpty ? diagnostic.message : "\(diagnostic.message). \(diagnostic.help)"
        let region = JSON.object([
            ("startLine", .integer(diagnostic.position.line)), ("startColumn", .integer(finding.utf16Column)),
        ])
        let location = JSON.object([
            (
                "physicalLocation",
                .object([
                    ("artifactLocation", .object([("uri", .string(percentEncodedPath(finding.file)))])),
                    ("region", region),
                ])
            )
        ])
        return [
            ("ruleId", .string(diagnostic.rule)), ("level", .string(diagnostic.severity.word)),
            ("message", .object([("text", .string(message))])), ("locations", .array([location])),
        ]
    }
}

extension Severity {
    fileprivate var word: String {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// The colour of a terminal: bold cyan, yellow, red.
    fileprivate var paint: String {
        switch self {
        case .note: "1;36"
        case .warning: "1;33"
        case .error: "1;31"
        }
    }
}

extension Substring {
    fileprivate var visible: String { String(self).visibleOnOneLine }
}
