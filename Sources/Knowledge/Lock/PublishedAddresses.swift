// What readers may have bookmarked: the addresses of a site, and the headings and terms on each page.

import Content
import UTF8Text

package struct PublishedAddresses: Sendable {
    package struct Page: Sendable {
        /// As readers see it: `topics/risk/`.
        package let address: String
        /// The file of the content folder; one that need not exist, for a page that Milepost makes.
        package let file: String
        package let title: String
        /// The ids of headings, groups, terms and sources, and those that authors gave in HTML, in byte order.
        package let anchors: [String]

        package init(address: String, file: String, title: String, anchors: [String]) {
            self.address = address
            self.file = file
            self.title = title
            self.anchors = anchors
        }
    }

    /// An address, or an address and an id behind a `#`, that leads on to another.
    package struct OldAddress: Sendable {
        package let from: String
        package let to: String

        package init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// In the byte order of their addresses, as are the others.
    package let pages: [Page]
    package let files: [String]
    package let oldAddresses: [OldAddress]

    package init(pages: [Page], files: [String], oldAddresses: [OldAddress]) {
        self.pages = pages
        self.files = files
        self.oldAddresses = oldAddresses
    }
}

extension Handbook {
    /// - Parameter downloads: The addresses of files that are made from pages.
    package func publishedAddresses(downloads: [String]) -> PublishedAddresses {
        let pages = pages.map { page in
            PublishedAddresses.Page(
                address: publicAddress(of: address(of: page.id)), file: page.path, title: page.title,
                anchors: lastingAnchors(of: page))
        }
        return PublishedAddresses(
            pages: pages.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) },
            files: (assets.map(\.path) + downloads).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            oldAddresses: oldAddresses.sorted { $0.from.utf8.lexicographicallyPrecedes($1.from.utf8) })
    }

    /// The anchors of a page that someone may have linked to. Footnotes are numbered by their order and do not last.
    func lastingAnchors(of page: Page) -> [String] {
        var ids = Set(page.parsed.markdown.outline.map(\.id))
        ids.formUnion(page.parsed.markdown.anchors.filter { !$0.hasPrefix("fn:") && !$0.hasPrefix("fnref:") })
        ids.formUnion(tree.groups[page.id.index].compactMap(\.id))
        if page.kind == .glossary { ids.formUnion(vocabulary.terms.map(\.id)) }
        if page.kind == .sources { ids.formUnion(bibliography.sources.map { "source:" + headingID($0.id.value) }) }
        return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private var oldAddresses: [PublishedAddresses.OldAddress] {
        func place(_ page: PageID, _ fragment: String?) -> String {
            publicAddress(of: address(of: page)) + (fragment.map { "#" + $0 } ?? "")
        }
        func moved(_ headings: [MovedHeading], from address: String) -> [PublishedAddresses.OldAddress] {
            headings.map { heading in
                .init(from: "\(publicAddress(of: address))#\(heading.id)", to: place(heading.target, heading.fragment))
            }
        }
        let ofPages = redirects.addresses.flatMap { redirect in
            [.init(from: publicAddress(of: redirect.address), to: place(redirect.target, redirect.fragment))]
                + moved(redirect.headings, from: redirect.address)
        }
        return ofPages + pages.flatMap { moved(redirects.headings[$0.id.index], from: address(of: $0.id)) }
    }
}

/// The address of a file in the site as readers see it: `topics/risk/` for `topics/risk/index.html`.
func publicAddress(of file: String) -> String {
    file.hasSuffix("/index.html") ? String(file.dropLast("index.html".count)) : file
}

/// The file in the site that readers see at an address.
func siteFile(at address: String) -> String { address.hasSuffix("/") ? address + "index.html" : address }
