// Reads a YAML mapping by a schema that is written as code: every key that is asked for is a known key, whatever is left
// over at the end is unknown, and every wrong value is reported where it stands.

import UTF8Text

/// The rules that a mapping is held to.
struct SchemaRules {
    let notAMapping: Rule
    let unknownKey: Rule
    let missingKey: Rule
    let invalidValue: Rule

    static let ofPages = SchemaRules(
        notAMapping: .invalidValue, unknownKey: .unknownKey, missingKey: .missingKey, invalidValue: .invalidValue)
}

struct MappingReader {
    let position: SourcePosition
    /// What is being read, for messages: "a question page", "a task".
    let subject: String
    private let rules: SchemaRules
    /// Whether there is anything to read keys from; if not, that was reported.
    private(set) var isMapping = true
    private var entries: [String: YAMLNode.Entry] = [:]
    /// The same by their keys without capitals, `_` and `-`.
    private lazy var entriesBySpelling = Dictionary(grouping: entries.values) { plainSpelling(of: $0.key.value) }
    private(set) var knownKeys: [String] = []
    /// Keys in another spelling than the one that authors are told of.
    private var readKeys: Set<String> = []

    /// Reads `node` as a mapping; reports and reads nothing when it is something else.
    init(_ node: YAMLNode?, subject: String, rules: SchemaRules = .ofPages, log: inout DiagnosticLog) {
        self.subject = subject
        self.rules = rules
        position = node?.position ?? .start
        guard let node, !node.isNothing else { return }
        guard case .mapping(let entries) = node.content else {
            isMapping = false
            log.report(
                rules.notAMapping, at: node.position, "\(subject) must be given as keys with values",
                help: "write 'key: value' lines")
            return
        }
        for entry in entries { self.entries[entry.key.value] = entry }
    }

    /// The value of `key`, unless it is missing or means nothing.
    mutating func node(_ key: String) -> YAMLNode? {
        if !knownKeys.contains(key) { knownKeys.append(key) }
        guard let node = entries[key]?.value, !node.isNothing else { return nil }
        return node
    }

    /// The values of all keys that are `key` without capitals, `_` and `-`, as they stand below each other.
    mutating func nodes(spelled key: String) -> [YAMLNode] {
        if let known = Self.knownSpellings[key], !knownKeys.contains(known) { knownKeys.append(known) }
        let found = entriesBySpelling[key] ?? []
        for entry in found where !knownKeys.contains(entry.key.value) { readKeys.insert(entry.key.value) }
        return found.map(\.value).filter { !$0.isNothing }.sorted { $0.position < $1.position }
    }

    /// The keys that authors are told of when they misspell one.
    private static let knownSpellings = ["status": "status", "draft": "draft"]

    /// The keys that were given, in no order.
    var givenKeys: [Located<String>] { entries.values.map(\.key) }

    /// Whether `key` was given with a value.
    func has(_ key: String) -> Bool { entries[key]?.value.isNothing == false }

    /// Whether `key` was given with a list that is not empty, or with something that is taken for a list of one.
    func hasElements(_ key: String) -> Bool {
        guard has(key), case .sequence(let elements) = entries[key]?.value.content else { return has(key) }
        return elements.contains { !$0.isNothing }
    }

    func position(of key: String) -> SourcePosition { entries[key]?.key.position ?? position }

    /// The same on a page whose keys may be another program's: only what looks like one of ours is worth a warning.
    func reportForeignKeys(log: inout DiagnosticLog) {
        for key in unknownKeys(except: ["x"]) {
            let suggestion = nearest(to: key.value, in: knownKeys)
            log.report(
                rules.unknownKey, at: key.position, messageOfUnknownKey(key.value, on: subject),
                help: suggestion.map { "did you mean '\($0)'?" }
                    ?? "it is not read; 'known_keys' in handbook.yml lists keys of other programs")
            if suggestion == nil { log.makeLastANote() }
        }
    }

    private func unknownKeys(except own: Set<String>) -> [Located<String>] {
        let unknown = entries.values.map(\.key).filter {
            !knownKeys.contains($0.value) && !readKeys.contains($0.value) && !own.contains($0.value)
        }
        return unknown.sorted { $0.position < $1.position }
    }

    /// Reports the keys that nobody asked for. `x` is the authors' own.
    func reportUnknownKeys(log: inout DiagnosticLog, except own: Set<String> = ["x"]) {
        for key in unknownKeys(except: own) {
            let suggestion = nearest(to: key.value, in: knownKeys)
            log.report(
                rules.unknownKey, at: key.position, messageOfUnknownKey(key.value, on: subject),
                help: suggestion.map { "did you mean '\($0)'?" }
                    ?? "known keys: \(knownKeys.sorted().joined(separator: ", "))")
        }
    }

    /// Reports that `key` is missing, unless it is there, or what was read is no mapping at all: that was reported.
    func require(_ key: String, log: inout DiagnosticLog, help: String = "") {
        guard isMapping, !has(key) else { return }
        log.report(rules.missingKey, at: position(of: key), "\(subject) needs the key '\(key)'", help: help)
    }

    // MARK: Values

    mutating func text(_ key: String, log: inout DiagnosticLog) -> Located<String>? {
        node(key).flatMap { scalar($0, what: "'\(key)'", log: &log) }
    }

    /// A text whose length in characters must be within `length`.
    mutating func text(_ key: String, length: ClosedRange<Int>, log: inout DiagnosticLog) -> Located<String>? {
        guard let text = text(key, log: &log) else { return nil }
        let count = text.value.unicodeScalars.count
        if !length.contains(count) {
            log.report(
                rules.invalidValue, at: text.position,
                "'\(key)' has \(count) character\(count == 1 ? "" : "s"); it must have \(length.lowerBound) to \(length.upperBound)",
                help: count < length.lowerBound ? "say more" : "say it in fewer words")
        }
        return text
    }

    mutating func flag(_ key: String, log: inout DiagnosticLog) -> Bool? {
        guard let text = text(key, log: &log) else { return nil }
        switch text.value {
        case "true": return true
        case "false": return false
        default:
            log.report(
                rules.invalidValue, at: text.position, "'\(key)' must be true or false, not '\(text.value)'",
                help: ["yes", "on"].contains(text.value.lowercased()) ? "write true" : "write true or false")
            return nil
        }
    }

    /// A whole number within `range`, or else a finding under `rule`, or under the rule of all values.
    mutating func integer(
        _ key: String, in range: ClosedRange<Int>, rule: Rule? = nil, log: inout DiagnosticLog
    ) -> Located<Int>? {
        guard let text = text(key, log: &log) else { return nil }
        let digits = text.value.utf8.drop { $0 == "-" }
        guard digits.count <= 9, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let value = Int(text.value),
            range.contains(value)
        else {
            log.report(
                rule ?? rules.invalidValue, at: text.position,
                "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text.value)'")
            return nil
        }
        return Located(value, text.position)
    }

    mutating func date(_ key: String, log: inout DiagnosticLog) -> Located<CalendarDate>? {
        guard let text = text(key, log: &log) else { return nil }
        guard let date = CalendarDate(text.value) else {
            log.report(
                rules.invalidValue, at: text.position, "'\(key)' must be a date, not '\(text.value)'",
                help: "write it as YYYY-MM-DD, for example 2027-01-04")
            return nil
        }
        return Located(date, text.position)
    }

    /// One of a fixed list of words.
    mutating func choice<Value: RawRepresentable & CaseIterable & Sendable>(
        _ key: String, of type: Value.Type, log: inout DiagnosticLog
    ) -> Located<Value>? where Value.RawValue == String {
        guard let text = text(key, log: &log) else { return nil }
        return choice(text, of: type, what: "'\(key)'", log: &log)
    }

    func choice<Value: RawRepresentable & CaseIterable & Sendable>(
        _ text: Located<String>, of type: Value.Type, what: String, log: inout DiagnosticLog
    ) -> Located<Value>? where Value.RawValue == String {
        if let value = Value(rawValue: text.value) { return Located(value, text.position) }
        let allowed = Value.allCases.map(\.rawValue)
        log.report(
            rules.invalidValue, at: text.position, "\(what) may not be '\(text.value)'",
            help: nearest(to: text.value, in: allowed).map { "did you mean '\($0)'?" }
                ?? "allowed: \(allowed.joined(separator: ", "))")
        return nil
    }

    /// A list of texts. One text alone is taken for a list of one.
    mutating func texts(_ key: String, log: inout DiagnosticLog) -> [Located<String>] {
        elements(key, log: &log).compactMap { scalar($0, what: "an entry of '\(key)'", log: &log) }
    }

    /// The nodes of a list. Anything else alone is taken for a list of one.
    mutating func elements(_ key: String, log: inout DiagnosticLog) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let elements) = node.content else { return [node] }
        return elements.filter { !$0.isNothing }
    }

    func scalar(_ node: YAMLNode, what: String, log: inout DiagnosticLog) -> Located<String>? {
        guard case .scalar(let text, _) = node.content else {
            log.report(
                rules.invalidValue, at: node.position, "\(what) must be a text", help: "quote a text that contains ': '"
            )
            return nil
        }
        return Located(text, node.position)
    }
}

/// What is said of a key that `subject` does not have, for those who count such findings.
package func messageOfUnknownKey(_ key: String, on subject: String = "a page") -> String {
    "\(subject) has no key '\(key)'"
}
