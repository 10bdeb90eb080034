// `glossary.yml`: the vocabulary. Terms are data, not pages: they are easier to review in one file.

import UTF8Text

/// When Milepost may link a term by itself.
package enum LinkPolicy: String, CaseIterable, Sendable {
    /// Wherever it stands.
    case auto
    /// Only in exactly this case.
    case `case`
    /// Only as part of a longer form, or on a page that is about its target.
    case phrase
    /// Never.
    case manual
}

/// Another name of a term.
package struct TermAlias: Sendable {
    package let name: Located<String>
    /// When Milepost may link this name, if that differs from the term's own policy: `RAM` means other things too.
    package let link: LinkPolicy?
}

package struct Term: Sendable {
    package let name: Located<String>
    package let definition: String
    package let aliases: [TermAlias]
    /// The slug of the page that explains the term; the glossary entry itself without one.
    package let target: Located<String>?
    package let link: LinkPolicy

    /// Every name that the glossary gives it, its own first.
    package var names: [Located<String>] { [name] + aliases.map(\.name) }
}

func readGlossary(_ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> [Term] {
    let tree = composeYAML(bytes, of: lines, range: 0..<bytes.count, limit: .dataFile, log: &log)
    var reader = MappingReader(tree, subject: "the glossary", log: &log)
    let terms = reader.elements("terms", log: &log).compactMap { readTerm($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    return terms
}

private func readTerm(_ node: YAMLNode, log: inout DiagnosticLog) -> Term? {
    var entry = MappingReader(node, subject: "a term", log: &log)
    let name = entry.text("term", length: 1...90, log: &log)
    let definition = entry.text("definition", length: 10...600, log: &log)
    let aliases = entry.elements("aliases", log: &log).compactMap { readAlias($0, entry, log: &log) }
    let target = entry.text("target", log: &log)
    let link = entry.choice("link", of: LinkPolicy.self, log: &log)?.value ?? .auto
    entry.require("term", log: &log)
    entry.require("definition", log: &log)
    entry.reportUnknownKeys(log: &log)
    guard let name, let definition else { return nil }
    return Term(name: name, definition: definition.value, aliases: aliases, target: target, link: link)
}

private func readAlias(_ node: YAMLNode, _ reader: MappingReader, log: inout DiagnosticLog) -> TermAlias? {
    guard case .mapping = node.content else {
        return reader.scalar(node, what: "an entry of 'aliases'", log: &log).map { TermAlias(name: $0, link: nil) }
    }
    var entry = MappingReader(node, subject: "an alias", log: &log)
    let name = entry.text("alias", length: 1...90, log: &log)
    let link = entry.choice("link", of: LinkPolicy.self, log: &log)?.value
    entry.require("alias", log: &log)
    entry.reportUnknownKeys(log: &log)
    return name.map { TermAlias(name: $0, link: link) }
}
