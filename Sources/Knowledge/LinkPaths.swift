// What a path that an author wrote can lead to: read as a path of files, or as the address that readers see.
//
// Milepost reads paths from the folder of the file, as GitHub does. Many tools let authors write addresses instead, which
// start at the address of the page: from `team/lead.md`, published as `team/lead/`, `../deputy/` is `team/deputy/`. Where
// only one reading leads anywhere, it is meant; where both do, the handbook says which with `links:`.

import Content
import UTF8Text

struct LinkPaths {
    typealias Place = PathSpellings.Place

    enum Reading {
        case place(Place)
        /// Only as an address, in a handbook that does not say that it writes these.
        case placeByAddress(Place)
        /// Read as a path of files, it is the first; as an address, the second.
        case twoPlaces(Place, Place)
        case nowhere
        /// Out of the content folder.
        case outside
    }

    private let shelf: Shelf
    private let addresses: [String]
    private let byAddress: [String: PageID]
    private let assets: [String: Int]
    private let assetsByName: [String: [Int]]
    private let assetPaths: [String]
    private let style: LinkStyle?
    /// The folders at the top of which other tools publish what lies in them.
    private let roots: [String]

    private static let knownRoots = ["static", "public", "docs", "source", "src", "content", "pages", "assets"]

    init(_ shelf: Shelf, addresses: [String], assets: [Asset], style: LinkStyle?) {
        self.shelf = shelf
        self.addresses = addresses
        self.style = style
        assetPaths = assets.map(\.path)
        self.assets = Dictionary(assets.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { _, last in last })
        assetsByName = Dictionary(grouping: assets.indices) { fileName(of: assets[$0].path).lowercased() }
        byAddress = Dictionary(
            addresses.enumerated().map { ($1, PageID($0)) }, uniquingKeysWith: { _, last in last })
        let tops = Set((shelf.pages.map(\.path) + assetPaths).lazy.filter { $0.utf8.contains("/") }.map(topFolder(of:)))
        roots = Self.knownRoots.filter(tops.contains)
    }

    /// - Parameter path: Without percent-encoding, query and fragment; not empty.
    func read(_ path: String, on page: Page) -> Reading {
        if path.hasPrefix("/") { return placeFromTop(path).map(Reading.place) ?? .nowhere }
        let filePath = normalizedPath(folder(of: page.path) + "/" + path)
        let byFile = filePath.flatMap(place(at:))
        if byFile != nil, style == .files || isMarkdown(path) { return byFile.map(Reading.place) ?? .nowhere }
        let address = normalizedPath(folder(of: addresses[page.id.index]) + "/" + path).flatMap(place(at:))
        switch (byFile, address) {
        case (nil, nil): return filePath == nil ? .outside : .nowhere
        case (let file?, nil): return .place(file)
        case (nil, let address?): return style == .addresses ? .place(address) : .placeByAddress(address)
        case (let file?, let address?):
            if file == address { return .place(file) }
            return style == .addresses ? .place(address) : .twoPlaces(file, address)
        }
    }

    func path(ofAsset index: Int) -> String { assetPaths[index] }

    /// The file of this name that is nearest to a page, in any folder; `nil` when two are equally near.
    func asset(named name: String, from page: Page) -> Int? {
        if name.utf8.contains("/"), case .asset(let index)? = normalizedPath(name).flatMap(place(at:)) { return index }
        guard let candidates = assetsByName[fileName(of: name).lowercased()] else { return nil }
        let around = name.utf8.contains("/") ? "/" + name.lowercased() : ""
        let here = folder(of: page.path).split(separator: "/")
        let ranked = candidates.filter { ("/" + assetPaths[$0].lowercased()).hasSuffix(around) }.map { index in
            let there = folder(of: assetPaths[index]).split(separator: "/")
            return (index: index, shared: zip(here, there).prefix { $0 == $1 }.count)
        }
        let most = ranked.map(\.shared).max()
        let nearest = ranked.filter { $0.shared == most }
        return nearest.count == 1 ? nearest[0].index : nil
    }

    private func placeFromTop(_ path: String) -> Place? {
        guard let path = normalizedPath(path) else { return nil }
        if let place = place(at: path) { return place }
        for root in roots { if let place = place(at: root + "/" + path) { return place } }
        // From the top of a repository of which the content folder is a part.
        let top = topFolder(of: path)
        guard Self.knownRoots.contains(top), top.utf8.count < path.utf8.count else { return nil }
        return place(at: String(path.dropFirst(top.count + 1)))
    }

    private func place(at path: String) -> Place? {
        if let page = page(at: path) { return .page(page) }
        if let asset = assets[path] { return .asset(asset) }
        // As other tools publish a page, and as its author sees it in a browser.
        let name = splitExtension(of: path)
        guard name.extension == "html" || name.extension == "htm" else { return nil }
        return page(at: name.stem).map(Place.page)
    }

    /// A page by the path of its file, its folder, or its address in the site.
    private func page(at path: String) -> PageID? {
        if let id = shelf.byPath[path] { return id }
        if let opener = shelf.folders.openers[path], let id = shelf.byPath[opener] { return id }
        for file in [
            path.isEmpty ? "index.md" : path + "/index.md", path + ".md", path + ".html.md", path + ".mdx",
            path + ".markdown",
        ] {
            if let id = shelf.byPath[file] { return id }
        }
        return byAddress[path] ?? byAddress[path.isEmpty ? "index.html" : path + "/index.html"]
    }
}

private func topFolder(of path: String) -> String { String(path.prefix { $0 != "/" }) }
