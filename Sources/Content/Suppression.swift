// Findings that an author has looked at and lets be: `milepost-ignore rule: reason`, in a comment beside the line.

package import UTF8Text

/// A comment that silences findings.
package struct Suppression: Hashable, Sendable {
    /// The rules as written: whether they exist is for all modules together to say.
    package let rules: [String]
    package let reason: String
    /// Where the comment stands.
    package let position: SourcePosition
    /// The first and the last line that it covers.
    package let firstLine: Int
    package let lastLine: Int
    /// Whether it covers what is said about the page as a whole, too.
    package let coversPage: Bool

    package func covers(_ place: SourcePosition) -> Bool {
        (firstLine...max(firstLine, lastLine)).contains(place.line) || coversPage && place == .start
    }
}

/// What a comment asks of Milepost.
enum CommentDirective {
    /// Nothing: it is for people.
    case none
    case ignore(rules: [String], reason: String)
    /// Nothing that Milepost understands, though it was meant to.
    case fault(String, help: String)

    private static let name = "milepost-ignore"
    private static let example = "write '\(name) rule: why it may stay'"

    /// Reads the text of a comment without its marks.
    init(_ comment: String) {
        let words = comment.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        // The colon may stand behind the name by mistake.
        guard let first = words.first?.split(separator: ":").first, first.hasPrefix("milepost-") else {
            self = .none
            return
        }
        guard first == Self.name else {
            self = .fault(
                "there is no comment '\(first)'",
                help: nearest(to: String(first), in: [Self.name]).map { "did you mean '\($0)'?" } ?? Self.example)
            return
        }
        let rest = words.count > 1 && words[0] == first ? words[1] : ""
        let colon = rest.firstIndex(of: ":")
        let named = rest[..<(colon ?? rest.endIndex)].split(separator: ",").map { String($0).oneLine }
        var rules: [String] = []
        for rule in named where !rule.isEmpty && !rules.contains(rule) { rules.append(rule) }
        let reason = colon.map { String(rest[rest.index(after: $0)...]).oneLine } ?? ""
        if rules.isEmpty {
            self = .fault("the comment names no rule to ignore", help: Self.example)
        } else if reason.isEmpty {
            self = .fault(
                "the comment gives no reason to ignore '\(rules.joined(separator: ", "))'", help: Self.example)
        } else {
            self = .ignore(rules: rules, reason: reason)
        }
    }
}

extension String {
    /// Without the space at both ends, and with one space for each run of it.
    fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
