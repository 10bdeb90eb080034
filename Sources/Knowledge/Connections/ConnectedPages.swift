// The pages with everything that leads from one to another: addresses, tree, references, relations, terms.

import Content
import UTF8Text

struct ConnectedPages {
    let shelf: Shelf
    let addresses: [String]
    let tree: Tree
    let vocabulary: Vocabulary
    let names: Names
    let redirects: Redirects
    let links: [[Destination]]
    let relations: Relations
    let terms: [PageTerms]
    let topicGraph: TopicGraph
    let report: Report
}

/// Connects the pages, with a page for the topic map if it has anything to draw.
func connect(_ source: HandbookSource, on cores: some PageMapping) -> ConnectedPages {
    let connected = connect(publishedPages(of: source, hasMap: true), of: source, on: cores)
    // What holds topics together may be any link or term in their texts, so it shows only now. Where nothing does, there is
    // no map, and whatever named its page is to be read without it. Nothing but the connections is made anew.
    guard connected.shelf.map != nil, connected.topicGraph.isEmpty else { return connected }
    return connect(publishedPages(of: source, hasMap: false), of: source, on: cores)
}

private func connect(_ shelf: Shelf, of source: HandbookSource, on cores: some PageMapping) -> ConnectedPages {
    var report = Report()
    let addresses = assignAddresses(shelf, assets: source.assets, report: &report)
    let tree = growTree(shelf, addresses: addresses, report: &report)
    let vocabulary = resolveTerms(source.terms, shelf: shelf, report: &report)
        .addingForms(shelf: shelf, settings: source.settings)
    let names = Names(of: shelf, vocabulary: vocabulary, report: &report)
    let anchors = Anchors(of: shelf, vocabulary: vocabulary, sources: source.sources)
    let redirects = resolveRedirects(
        shelf, addresses: addresses, assets: source.assets, anchors: anchors, report: &report)
    let links = resolveReferences(
        shelf, addresses: addresses, names: names, assets: source.assets, anchors: anchors, redirects: redirects,
        style: source.settings.linkStyle, report: &report)
    let relations = resolveRelations(shelf, names: names, report: &report)
    let ground = TermGround(pages: shelf.pages, links: links, relations: relations, vocabulary: vocabulary)
    let terms = cores.map(shelf.pages.count) { linkTerms(on: PageID($0), of: ground) }
    let topicGraph = TopicGraph(
        shelf, tree: tree, texts: TextLinks(byHand: links, terms: terms, vocabulary: vocabulary), relations: relations)
    return ConnectedPages(
        shelf: shelf, addresses: addresses, tree: tree, vocabulary: vocabulary, names: names, redirects: redirects,
        links: links, relations: relations, terms: terms, topicGraph: topicGraph, report: report)
}
