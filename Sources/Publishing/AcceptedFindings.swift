// Findings that a handbook had when it adopted the checks. They fail no run; new ones do.
//
// An entry names file, rule and message, and how often they occur, but no line: an edit elsewhere in the file does not
// disturb it. What no longer occurs is an entry too many, so that a baseline only gets shorter.

import Knowledge
package import UTF8Text

extension Rule {
    package static let staleBaseline = Rule(
        "stale-baseline", .warning, "A baseline that lists a finding which is not there any more (strict runs only).")
}

/// Which baseline a run is held against.
package struct AcceptedFindingsOptions: Sendable {
    /// As the caller named it.
    package let path: String
    /// Whether it is to list what is found now.
    package let isRewritten: Bool

    package init(path: String, isRewritten: Bool) {
        self.path = path
        self.isRewritten = isRewritten
    }
}

/// What a baseline did to a run.
package struct AcceptedFindingsUse: Sendable {
    /// Findings that it lists and that are not there any more.
    package let staleCount: Int
    /// How many findings were written to it; `nil` when it was only read.
    package let written: Int?
}

struct AcceptedFindings {
    struct Key: Hashable, Comparable {
        let file: String
        let rule: String
        let message: String

        static func < (left: Self, right: Self) -> Bool {
            for (one, other) in [(left.file, right.file), (left.rule, right.rule), (left.message, right.message)]
            where one != other {
                return one.utf8.lexicographicallyPrecedes(other.utf8)
            }
            return false
        }
    }

    private struct Entry {
        let key: Key
        let count: Int
        let position: SourcePosition
    }

    private let file: KeptFile
    private let entries: [Entry]

    /// Reads the baseline. One that is to be written may be missing.
    init(_ options: AcceptedFindingsOptions) throws(MachineError) {
        file = KeptFile(kind: "baseline", path: options.path)
        guard file.exists else {
            guard options.isRewritten else {
                throw .wrongRequest(
                    "the baseline '\(options.path)' does not exist; to start one, add --write-baseline")
            }
            entries = []
            return
        }
        let json = try file.read()
        guard let findings = json["findings"]?.array else {
            throw file.fault(at: json.position, "'findings' is missing")
        }
        var entries: [Entry] = []
        for finding in findings {
            guard let path = finding["file"]?.string, let rule = finding["rule"]?.string,
                let message = finding["message"]?.string, let count = finding["count"]?.integer, count > 0
            else { throw file.fault(at: finding.position, "an entry needs 'file', 'rule', 'message' and 'count'") }
            let key = Key(file: path, rule: rule, message: message)
            entries.append(Entry(key: key, count: count, position: finding.position))
        }
        self.entries = entries
    }

    /// Sets aside the findings that the baseline lists; reports what it lists in vain, in a strict run; lists what there
    /// is now, if it is to be rewritten.
    func use(
        on judgement: inout Judgement, by judge: Judge, isStrict: Bool, rewrites: Bool
    ) throws(MachineError) -> AcceptedFindingsUse {
        var stale = apply(to: &judgement)
        // Of some entries this run cannot tell whether they still occur.
        let undecided = stale.filter {
            judge.rulesNotApplied.contains($0.key.rule) || judge.leftOut.contains($0.key.file)
        }
        for key in undecided.keys { stale[key] = nil }
        if rewrites {
            let written = try write(judgement.known + judgement.reported, kept: undecided)
            judgement.known = (judgement.known + judgement.reported.filter(\.mayBeKnown)).sorted(
                by: Diagnostic.reportedBefore)
            judgement.reported.removeAll(where: \.mayBeKnown)
            return AcceptedFindingsUse(staleCount: 0, written: written)
        }
        if isStrict {
            judgement.reported += staleFindings(stale).compactMap(judge.withChosenSeverity)
            judgement.reported.sort(by: Diagnostic.reportedBefore)
        }
        return AcceptedFindingsUse(staleCount: stale.values.reduce(0, +), written: nil)
    }

    /// Sets aside the findings that the baseline lists. Of more than it lists, the last ones of the file are new.
    /// - Returns: how many findings of each entry are not there any more.
    private func apply(to judgement: inout Judgement) -> [Key: Int] {
        var left: [Key: Int] = [:]
        for entry in entries { left[entry.key, default: 0] += entry.count }
        var new: [Diagnostic] = []
        for diagnostic in judgement.reported {
            let key = Key(diagnostic)
            if diagnostic.mayBeKnown, let count = left[key] {
                judgement.known.append(diagnostic)
                left[key] = count > 1 ? count - 1 : nil
            } else {
                new.append(diagnostic)
            }
        }
        judgement.reported = new
        return left
    }

    /// A finding for each entry that lists more than there is.
    private func staleFindings(_ left: [Key: Int]) -> [Diagnostic] {
        var left = left
        return entries.compactMap { entry in
            guard let count = left.removeValue(forKey: entry.key) else { return nil }
            let times = count == 1 ? "" : " (\(count) times)"
            return Diagnostic(
                .staleBaseline, path: file.path, at: entry.position,
                "'\(entry.key.file)' no longer has this finding of '\(entry.key.rule)'\(times): \(entry.key.message)",
                help: "good: take it off the baseline with --write-baseline")
        }
    }

    /// Lists everything that may be known, and `kept` entries of which this run cannot tell whether they still occur.
    /// - Returns: how many findings the baseline now lists.
    private func write(_ diagnostics: [Diagnostic], kept: [Key: Int]) throws(MachineError) -> Int {
        var counts = kept
        for diagnostic in diagnostics where diagnostic.mayBeKnown { counts[Key(diagnostic), default: 0] += 1 }
        let lines = counts.sorted { $0.key < $1.key }.map { key, count in
            JSON.object([
                ("file", .string(key.file)), ("rule", .string(key.rule)), ("message", .string(key.message)),
                ("count", .integer(count)),
            ])
        }
        try file.write([("findings", lines)])
        return counts.values.reduce(0, +)
    }
}

extension AcceptedFindings.Key {
    fileprivate init(_ diagnostic: Diagnostic) {
        self.init(file: diagnostic.path, rule: diagnostic.rule, message: diagnostic.message)
    }
}

extension Diagnostic {
    /// Whether a baseline may list it. A file that was not read, a wrong configuration and a wrong comment must be mended.
    fileprivate var mayBeKnown: Bool { !rulesThatAlwaysSpeak.contains(rule) && !isAboutConfiguration }
}
