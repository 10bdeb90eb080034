// What the tests of this module ask a small handbook.

import Content
import Knowledge
import Testing
import UTF8Text

extension Handbook {
    func page(at path: String) throws -> Page { try #require(pages.first { $0.path == path }) }

    /// The addresses that the links of the page at `path` lead to, `-` for nowhere.
    func destinations(from path: String) throws -> [String] {
        links[try page(at: path).id.index].map { destination in
            switch destination {
            case .page(let id, let fragment): address(of: id) + (fragment.map { "#" + $0 } ?? "")
            case .asset(let index): assets[index].path
            case .external(let address): address
            case .nowhere: "-"
            }
        }
    }
}

extension LinkedHandbook {
    /// What the findings advise, their guesses answered.
    var helps: [String] { answered(diagnostics).map(\.help) }

    /// `rule path:line:column` of every finding.
    var findings: [String] {
        diagnostics.sorted(by: Diagnostic.reportedBefore).map {
            "\($0.rule) \($0.path):\($0.position.line):\($0.position.column)"
        }
    }
}

/// The findings with their guesses answered.
func answered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var suggestions = Suggestions()
    return diagnostics.map { suggestions.answered($0) }
}
