// What pages say about each other in their front matter, in both directions. Authors write one; this derives the other.

import Content
import UTF8Text

package enum RelationKind: UInt8, CaseIterable, Sendable {
    /// Any page is about a topic.
    case topic
    /// Two pages are worth reading together. Symmetric.
    case related
    /// A topic is part of a larger one.
    case partOf
    /// One process comes before another.
    case precedes
    /// A plan or topic is an answer to a question.
    case answers
    /// A template is used in a process.
    case usedIn
    /// A page replaces a retired one.
    case supersedes
    /// A role keeps a page current.
    case owner
    /// A role is accountable for, or responsible for, what a page describes.
    case accountable, responsible
    /// A role does a step of a process.
    case does
    /// A page is meant for a role.
    case audience
}

package struct Relation: Hashable, Sendable {
    package let kind: RelationKind
    package let from: PageID
    package let to: PageID
}

package struct Relations: Sendable {
    private let outgoing: [[Relation]]
    private let incoming: [[Relation]]

    init(_ relations: [Relation], pageCount: Int) {
        var outgoing: [[Relation]] = Array(repeating: [], count: pageCount)
        var incoming = outgoing
        for relation in relations {
            outgoing[relation.from.index].append(relation)
            incoming[relation.to.index].append(relation)
        }
        self.outgoing = outgoing
        self.incoming = incoming
    }

    /// Every relation once, from the page that it was written on or derived for.
    var all: some Sequence<Relation> { outgoing.joined() }

    /// The pages that `id` names in this relation, in the order of its front matter.
    package func targets(of kind: RelationKind, from id: PageID) -> [PageID] {
        outgoing[id.index].lazy.filter { $0.kind == kind }.map(\.to)
    }

    /// The pages that name `id` in this relation, in the order of their paths.
    package func origins(of kind: RelationKind, to id: PageID) -> [PageID] {
        incoming[id.index].lazy.filter { $0.kind == kind }.map(\.from)
    }

    /// Whether a relation of another page leads to the page.
    func leads(to id: PageID) -> Bool { incoming[id.index].contains { $0.from != id } }
}

func resolveRelations(_ shelf: Shelf, names: Names, report: inout Report) -> Relations {
    var resolver = RelationResolver(shelf: shelf, names: names)
    for page in shelf.pages { resolver.resolve(page) }
    resolver.reportCycles()
    resolver.reportRetiredPages()
    report.add(resolver.report)
    return Relations(resolver.relations, pageCount: shelf.pages.count)
}

private struct RelationResolver {
    let shelf: Shelf
    let names: Names
    private(set) var report = Report()
    var relations: [Relation] = []
    private var seen: Set<Relation> = []
    private var places: [Relation: SourcePosition] = [:]
    /// Every place where a page names another one, but for what it replaces.
    private var mentions: [(from: Page, to: PageID, place: SourcePosition)] = []

    init(shelf: Shelf, names: Names) {
        self.shelf = shelf
        self.names = names
    }

    mutating func resolve(_ page: Page) {
        let header = page.parsed.header
        add(.topic, header.topics, of: page, type: .topic)
        for target in targets(header.related, of: page, type: nil) {
            mentions.append((page, target.value, target.position))
            insert(.related, page.id, target.value, at: target.position)
            insert(.related, target.value, page.id, at: target.position)
        }
        for name in header.audience where name.value != "everyone" { add(.audience, [name], of: page, type: .role) }
        add(.owner, header.owner.map { [$0] } ?? [], of: page, type: .role)
        add(.answers, header.answers, of: page, type: .question)
        for target in targets(header.supersedes.map { [$0] } ?? [], of: page, type: nil) {
            insert(.supersedes, page.id, target.value, at: target.position)
            let old = shelf.pages[target.value.index]
            if old.parsed.header.status.value != .retired {
                report.add(
                    .supersedesStatus, in: page.path, at: target.position,
                    "'\(old.path)' is superseded by this page, but is not retired", help: "set its status to retired")
            }
        }
        for relation in header.details.relations {
            add(relation.kind, relation.slugs, of: page, type: relation.type)
        }
    }

    private mutating func add(_ kind: RelationKind, _ slugs: [Located<String>], of page: Page, type: PageType?) {
        for target in targets(slugs, of: page, type: type) {
            mentions.append((page, target.value, target.position))
            insert(kind, page.id, target.value, at: target.position)
        }
    }

    private mutating func insert(_ kind: RelationKind, _ from: PageID, _ to: PageID, at place: SourcePosition) {
        let relation = Relation(kind: kind, from: from, to: to)
        guard seen.insert(relation).inserted else { return }
        relations.append(relation)
        places[relation] = place
    }

    private mutating func targets(
        _ slugs: [Located<String>], of page: Page, type: PageType?
    ) -> [Located<PageID>] {
        let count = report.diagnostics.count
        // The keys of a plain page may mean something else to another program.
        defer { if page.type == .page { report.soften(from: count) } }
        return slugs.compactMap { slug in
            let what = type.map(\.rawValue) ?? "page"
            let rule: Rule = type == .role ? .notARole : .relationTarget
            switch names.page(withSlug: slug.value, ofType: type, from: page) {
            case .page(let id):
                guard let type, shelf.pages[id.index].type != type else { return Located(id, slug.position) }
                report.add(
                    rule, in: page.path, at: slug.position,
                    "'\(slug.value)' is a \(shelf.pages[id.index].type.rawValue), not a \(type.rawValue)",
                    help: "give the slug of a \(what): its file name without .md",
                    guess: Guess(slug.value, in: shelf.slugs(of: type)))
            case .several(let candidates):
                let paths = candidates.map { "'\(shelf.pages[$0.index].path)'" }.joined(separator: " or ")
                report.add(
                    .ambiguousLink, in: page.path, at: slug.position, "'\(slug.value)' may mean \(paths)",
                    help: "give one of the pages a slug of its own")
            case .draft(let draft):
                report.add(
                    .linkToDraft, in: page.path, at: slug.position,
                    "'\(draft.path)' is not published: \(shelf.reason(for: draft).text)",
                    help: shelf.reason(for: draft).help)
            case .term, .nothing:
                report.add(
                    rule, in: page.path, at: slug.position, "no \(what) '\(slug.value)'",
                    help: "give the slug of a \(what): its file name without .md",
                    guess: Guess(slug.value, in: shelf.slugs(of: type)))
            }
            return nil
        }
    }

    // MARK: Retired pages

    mutating func reportRetiredPages() {
        var successors: [PageID: PageID] = [:]
        for relation in relations where relation.kind == .supersedes && successors[relation.to] == nil {
            successors[relation.to] = relation.from
        }
        for mention in mentions where !mention.from.isRetired && shelf.pages[mention.to.index].isRetired {
            reportRetired(
                shelf.pages[mention.to.index], in: mention.from.path, at: mention.place,
                successor: successors[mention.to].map { shelf.pages[$0.index] }, report: &report)
        }
    }

    // MARK: Cycles

    mutating func reportCycles() {
        for kind in [RelationKind.partOf, .precedes, .supersedes] {
            var next: [[PageID]] = Array(repeating: [], count: shelf.pages.count)
            for relation in relations where relation.kind == kind { next[relation.from.index].append(relation.to) }
            for cycle in cycles(in: next) { report(cycle, kind) }
        }
    }

    private mutating func report(_ cycle: [PageID], _ kind: RelationKind) {
        let words =
            switch kind {
            case .partOf: "part of itself"
            case .precedes: "before itself"
            default: "in place of itself"
            }
        guard let first = cycle.min(), let start = cycle.firstIndex(of: first) else { return }
        let ordered = Array(cycle[start...] + cycle[..<start])
        let page = shelf.pages[first.index]
        let path = (ordered + [first]).map { shelf.pages[$0.index].slug }.joined(separator: " → ")
        let second = ordered.count > 1 ? ordered[1] : first
        let place = places[Relation(kind: kind, from: first, to: second)] ?? .start
        report.add(
            .relationCycle, in: page.path, at: place, "the page would stand \(words): \(path)",
            help: "remove one of these relations")
    }
}

/// The cycles that a walk through the graph meets, each once. Without recursion: chains may be long.
private func cycles(in next: [[PageID]]) -> [[PageID]] {
    enum Mark { case unseen, open, done }
    var marks = Array(repeating: Mark.unseen, count: next.count)
    var found: [[PageID]] = []
    for start in next.indices where marks[start] == .unseen && !next[start].isEmpty {
        var path: [(page: PageID, edge: Int)] = [(PageID(start), 0)]
        marks[start] = .open
        while let (page, edge) = path.last {
            guard edge < next[page.index].count else {
                marks[page.index] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].edge += 1
            let target = next[page.index][edge]
            switch marks[target.index] {
            case .unseen:
                marks[target.index] = .open
                path.append((target, 0))
            case .open:
                if let first = path.firstIndex(where: { $0.page == target }) {
                    found.append(path[first...].map(\.page))
                }
            case .done: break
            }
        }
    }
    return found
}
