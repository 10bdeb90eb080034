// The vocabulary and the links of a handbook as JSON, for other tools: written into the site when a build is asked to.

import Content
import Knowledge
import UTF8Text

/// `terms.json` and `links.json`. Addresses are those of files, relative to the root of the site.
package func renderDataFiles(of site: Site) -> [OutputFile] {
    [
        OutputFile(address: "terms.json", bytes: termsJSON(of: site.handbook).bytes + [UInt8(ascii: "\n")]),
        OutputFile(address: "links.json", bytes: linksJSON(of: site.handbook).bytes + [UInt8(ascii: "\n")]),
    ]
}

/// Each term with its definition, its forms, and how often it is linked.
private func termsJSON(of handbook: Handbook) -> JSON {
    .array(
        handbook.termSummaries.map { summary in
            .object([
                ("term", .string(summary.term.name)), ("definition", .string(summary.term.definition)),
                ("target", .string(address(of: summary.term.target, summary.term.fragment, in: handbook))),
                ("policy", .string(summary.policy)),
                (
                    "forms",
                    .array(
                        summary.forms.map { form in
                            .object([
                                ("form", .string(form.text)), ("policy", .string(form.policyName)),
                                ("generated", .bool(form.isGenerated)),
                            ])
                        })
                ),
                ("links", .integer(summary.links)), ("linking_pages", .integer(summary.linkingPages)),
                ("mentioning_pages", .integer(summary.mentioningPages)),
            ])
        })
}

/// Each page with its links: by hand and by term in the order of the text, then what it says about other pages.
private func linksJSON(of handbook: Handbook) -> JSON {
    .array(
        handbook.pages.map { page in
            let links = handbook.explainLinks(on: page.id).compactMap { link -> JSON? in
                guard link.outcome == .linked || link.outcome == .byHand, let target = link.destination else {
                    return nil
                }
                return .object([
                    ("kind", .string(link.outcome == .linked ? "term" : "hand")), ("words", .string(link.words)),
                    ("target", .string(text(of: target, in: handbook))),
                ])
            }
            let relations = RelationKind.allCases.flatMap { kind in
                handbook.relations.targets(of: kind, from: page.id).map { target in
                    JSON.object([
                        ("kind", .string(kind.key)), ("target", .string(address(of: target, nil, in: handbook))),
                    ])
                }
            }
            return .object([
                ("page", .string(handbook.address(of: page.id))), ("title", .string(page.title)),
                ("type", .string(page.type.rawValue)), ("links", .array(links)), ("relations", .array(relations)),
            ])
        })
}

private func text(of destination: Destination, in handbook: Handbook) -> String {
    switch destination {
    case .page(let id, let fragment): address(of: id, fragment, in: handbook)
    case .asset(let index): handbook.assets[index].path
    case .external(let address): address
    case .nowhere: ""
    }
}

private func address(of id: PageID, _ fragment: String?, in handbook: Handbook) -> String {
    handbook.address(of: id) + (fragment.map { "#" + $0 } ?? "")
}

extension RelationKind {
    /// The key of the front matter that says it.
    fileprivate var key: String {
        switch self {
        case .topic: "topics"
        case .related: "related"
        case .partOf: "part_of"
        case .precedes: "precedes"
        case .answers: "answers"
        case .usedIn: "used_in"
        case .supersedes: "supersedes"
        case .owner: "owner"
        case .accountable: "accountable_for"
        case .responsible: "responsible_for"
        case .does: "steps"
        case .audience: "audience"
        }
    }
}
