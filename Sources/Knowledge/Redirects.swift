// Old addresses, of pages and of headings, and where they lead today.
//
// A page may have had another address, and a heading another id or another page. An entry always leads to the page that
// declares it, and to a heading that is there: no entry leads on to another one, so there are no circles.

import Content
import UTF8Text

/// An old address of a page, at which a file is published that leads on.
package struct Redirect: Sendable {
    /// The path of its file in the site.
    package let address: String
    package let target: PageID
    /// The heading that the old page became; the top of the page without one.
    package let fragment: String?
    /// The headings of the old page that went elsewhere.
    package fileprivate(set) var headings: [MovedHeading] = []
}

/// A heading that is no longer where it was.
package struct MovedHeading: Hashable, Sendable {
    /// Its old id.
    package let id: String
    package let target: PageID
    /// Its new id; the top of the page without one.
    package let fragment: String?
}

package struct Redirects: Sendable {
    /// In the order of the pages that declare them.
    package fileprivate(set) var addresses: [Redirect] = []
    /// The headings that once stood on each page, by page and in the order in which they are declared.
    package fileprivate(set) var headings: [[MovedHeading]]

    private let anchors: Anchors
    /// The place of each old address in `addresses`.
    fileprivate var places: [String: Int] = [:]
    private var byID: [[String: Int]]

    fileprivate init(pageCount: Int, anchors: Anchors) {
        headings = Array(repeating: [], count: pageCount)
        byID = Array(repeating: [:], count: pageCount)
        self.anchors = anchors
    }

    /// Where the heading with this old id of a page is now.
    package func heading(_ id: String, onceOn page: PageID) -> MovedHeading? {
        byID[page.index][id].map { headings[page.index][$0] }
    }

    /// The page that an old address leads to.
    func page(onceAt address: String) -> PageID? { places[addressKey(address)].map { addresses[$0].target } }

    fileprivate func redirect(at address: String) -> Redirect? { places[addressKey(address)].map { addresses[$0] } }

    fileprivate mutating func add(_ redirect: Redirect) {
        places[addressKey(redirect.address)] = addresses.count
        addresses.append(redirect)
    }

    fileprivate mutating func add(_ heading: MovedHeading, onceOn page: PageID) {
        byID[page.index][heading.id] = headings[page.index].count
        headings[page.index].append(heading)
    }

    fileprivate func hasAnchor(_ id: String, on page: Page) -> Bool { anchors.has(id, on: page) }
}

extension Handbook {
    /// Whether a redirect leads on from an address that the site once had: the path of a file in the site.
    package func isRedirected(_ address: String) -> Bool { redirects.redirect(at: address) != nil }

    /// Whether readers who know a heading by the id that it once had, on a page that is or once was at `address`, still
    /// come to it: a redirect names it, or the page that the old address leads to has it.
    package func isRedirected(_ id: String, at address: String) -> Bool {
        if let redirect = redirects.redirect(at: address) {
            return redirect.headings.contains { $0.id == id } || redirects.hasAnchor(id, on: self[redirect.target])
                || redirects.heading(id, onceOn: redirect.target) != nil
        }
        guard let page = page(atAddress: address) else { return false }
        return redirects.heading(id, onceOn: page) != nil
    }
}

/// Resolves the old addresses that pages declare.
func resolveRedirects(
    _ shelf: Shelf, addresses: [String], assets: [Asset], anchors: Anchors, report: inout Report
) -> Redirects {
    var resolver = RedirectResolver(
        shelf: shelf, addresses: addresses, assets: assets, anchors: anchors, report: report)
    // Headings of an old page need to know whose it is.
    for page in shelf.pages {
        for old in page.parsed.header.redirects where old.id == nil { resolver.resolvePage(old, of: page) }
    }
    for page in shelf.pages {
        for old in page.parsed.header.redirects { if let id = old.id { resolver.resolveHeading(old, id, of: page) } }
    }
    report = resolver.report
    return resolver.redirects
}

private struct RedirectResolver {
    private enum Owner {
        case page(PageID)
        case file(String)
    }

    let shelf: Shelf
    let anchors: Anchors
    var report: Report
    var redirects: Redirects
    private var owners: [String: Owner] = [:]
    /// The pages that declare each old heading, by address and id.
    private var claims: [String: PageID] = [:]

    init(shelf: Shelf, addresses: [String], assets: [Asset], anchors: Anchors, report: Report) {
        self.shelf = shelf
        self.anchors = anchors
        self.report = report
        redirects = Redirects(pageCount: shelf.pages.count, anchors: anchors)
        for page in shelf.pages { owners[addressKey(addresses[page.id.index])] = .page(page.id) }
        owners[addressKey(searchPageAddress)] = .file(searchPageAddress)
        for asset in assets { owners[addressKey(asset.path)] = .file(asset.path) }
    }

    // MARK: Pages

    mutating func resolvePage(_ old: DeclaredRedirect, of page: Page) {
        guard let address = address(of: old, on: page) else { return }
        if let path = owner(of: address) {
            report.add(
                .redirectTaken, in: page.path, at: old.from.position, "'\(old.from.value)' already leads to '\(path)'",
                help: "remove this line, or the other claim")
            return
        }
        redirects.add(Redirect(address: address, target: page.id, fragment: fragment(of: old, on: page)))
    }

    /// What stands at an address, or claims it, or lies where its folder must be.
    private func owner(of address: String) -> String? {
        if let page = redirects.page(onceAt: address) { return shelf.pages[page.index].path }
        switch owners[addressKey(address)] {
        case .page(let id): return shelf.pages[id.index].path
        case .file(let path): return path
        case nil: break
        }
        if case .file(let path) = owners[addressKey(folder(of: address))] { return path }
        return nil
    }

    private mutating func address(of old: DeclaredRedirect, on page: Page) -> String? {
        if let address = oldAddress(old.path) { return address }
        report.add(
            .linkOutside, in: page.path, at: old.from.position,
            "'\(old.from.value)' is not an address of this handbook",
            help: "write the old path, for example old/name/")
        return nil
    }

    /// The heading that an entry leads to; the top of the page, with a finding, when it is not there.
    private mutating func fragment(of old: DeclaredRedirect, on page: Page) -> String? {
        guard let wanted = old.to else { return nil }
        if anchors.has(wanted.value, on: page) { return wanted.value }
        // The heading may have got yet another id.
        let later = page.parsed.header.redirects.first { $0.path.isEmpty && $0.id == wanted.value }?.to?.value
        report.add(
            .linkAnchor, in: page.path, at: wanted.position, "this page has no heading '\(wanted.value)'",
            help: later.map { "did you mean '#\($0)'?" } ?? "its headings: \(page.headingList)",
            guess: later == nil ? anchors.guess(wanted.value, on: page) : nil)
        return nil
    }

    // MARK: Headings

    mutating func resolveHeading(_ old: DeclaredRedirect, _ id: String, of page: Page) {
        guard let origin = origin(of: old, on: page) else { return }
        let moved = MovedHeading(id: id, target: page.id, fragment: fragment(of: old, on: page))
        let key: String
        switch origin {
        case .page(let origin):
            key = "\(origin.index)#\(id)"
            guard !anchors.has(id, on: shelf.pages[origin.index]) else {
                report.add(
                    .redirectTaken, in: page.path, at: old.from.position,
                    "'#\(id)' is still a heading of '\(shelf.pages[origin.index].path)'", help: "remove this line")
                return
            }
        case .old(let address): key = "\(address)#\(id)"
        }
        if let other = claims[key] {
            report.add(
                .redirectTaken, in: page.path, at: old.from.position,
                "'\(old.from.value)' already leads to '\(shelf.pages[other.index].path)'",
                help: "remove this line, or the other claim")
            return
        }
        claims[key] = page.id
        switch origin {
        case .page(let origin): redirects.add(moved, onceOn: origin)
        case .old(let address):
            if redirects.redirect(at: address) == nil {
                redirects.add(Redirect(address: address, target: page.id, fragment: nil))
            }
            if let place = redirects.places[addressKey(address)] { redirects.addresses[place].headings.append(moved) }
        }
    }

    /// Where a heading once stood.
    private enum Origin {
        /// On a page that is still there.
        case page(PageID)
        /// At an address where no page is any more.
        case old(String)
    }

    private mutating func origin(of old: DeclaredRedirect, on page: Page) -> Origin? {
        if old.path.isEmpty { return .page(page.id) }
        if let path = normalizedPath(percentDecoded(old.path) ?? ""), let id = shelf.byPath[path] { return .page(id) }
        guard let address = address(of: old, on: page) else { return nil }
        if redirects.redirect(at: address) != nil { return .old(address) }
        if case .page(let id) = owners[addressKey(address)] { return .page(id) }
        guard let path = owner(of: address) else { return .old(address) }
        report.add(
            .redirectTaken, in: page.path, at: old.from.position, "'\(path)' is a file and has no headings",
            help: "remove this line")
        return nil
    }
}

extension DeclaredRedirect {
    private var hash: String.Index? { from.value.utf8.firstIndex(of: "#") }

    /// The old path; empty for this page.
    fileprivate var path: String { String(from.value[..<(hash ?? from.value.endIndex)]) }

    /// The old id of a heading; `nil` for the address of a page.
    fileprivate var id: String? {
        guard let hash else { return nil }
        let id = String(from.value[from.value.utf8.index(after: hash)...])
        return id.isEmpty ? nil : percentDecoded(id) ?? id
    }
}

/// The path of the file in the site that an author means by an old path.
func oldAddress(_ text: String) -> String? {
    guard scheme(of: text) == nil, !text.utf8.contains("?"), !text.utf8.contains("\\"),
        let decoded = percentDecoded(text), let path = normalizedPath(decoded), !path.isEmpty
    else { return nil }
    let name = splitExtension(of: fileName(of: path))
    switch name.extension {
    case "html", "htm": return path
    case "md": return (folder(of: path).isEmpty ? "" : folder(of: path) + "/") + name.stem + "/index.html"
    default: return path + "/index.html"
    }
}
