// What a page is connected with: by its own text, by the text of others, by relations.

extension Handbook {
    /// The pages that the text of a page leads to, by hand or by term, in the order of their paths.
    package func targets(ofTextOn id: PageID) -> [PageID] {
        var targets: Set<PageID> = []
        for case .page(let target, _) in links[id.index] { targets.insert(target) }
        for link in terms[id.index].links {
            targets.insert(vocabulary.linkable[vocabulary.forms[link.form].term].target)
        }
        targets.remove(id)
        return targets.sorted()
    }

    /// The pages that a reader of the page is led to, or comes from, already: also by what pages say about each other,
    /// but for whose they are and whom they are for.
    func connections(of id: PageID) -> Set<PageID> {
        var connected = Set(targets(ofTextOn: id))
        connected.formUnion(mentions[id.index].map(\.from))
        for kind in RelationKind.allCases where kind != .owner && kind != .audience {
            connected.formUnion(relations.targets(of: kind, from: id))
            connected.formUnion(relations.origins(of: kind, to: id))
        }
        return connected
    }
}
