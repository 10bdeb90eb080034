// Ways that lead readers to pages which no longer hold.

import Content
import UTF8Text

/// The links in the text of current pages, and the terms, that lead to retired pages. A page may link to what it
/// replaces.
func checkLinksToRetired(_ handbook: Handbook, report: inout Report) {
    guard handbook.pages.contains(where: \.isRetired) else { return }
    for page in handbook.pages where !page.isRetired {
        let replaced = handbook.relations.targets(of: .supersedes, from: page.id)
        for (index, destination) in handbook.links[page.id.index].enumerated() {
            guard case .page(let id, _) = destination, handbook[id].isRetired, !replaced.contains(id) else { continue }
            reportRetired(
                handbook[id], in: page.path, at: page.parsed.markdown.references[index].position,
                successor: handbook.relations.origins(of: .supersedes, to: id).first.map { handbook[$0] },
                report: &report)
        }
    }
    for entry in handbook.vocabulary.terms {
        guard let target = entry.target, handbook[target].isRetired, let slug = entry.term.target else { continue }
        reportRetired(
            handbook[target], in: SpecialFile.glossary.rawValue, at: slug.position,
            successor: handbook.relations.origins(of: .supersedes, to: target).first.map { handbook[$0] },
            report: &report)
    }
}

func reportRetired(
    _ old: Page, in path: String, at position: SourcePosition, successor: Page?, report: inout Report
) {
    report.add(
        .linkToRetired, in: path, at: position, "'\(old.path)' is retired",
        help: successor.map { "lead readers to '\($0.path)', which replaces it" }
            ?? "lead readers to a page that holds, or remove the link")
}

extension Page {
    var isRetired: Bool { parsed.header.status.value == .retired }
}
