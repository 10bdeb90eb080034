// Where every reference of every page leads.

import Content
import UTF8Text

/// The destination of each reference, by page and in the order of the page's references.
func resolveReferences(
    _ shelf: Shelf, addresses: [String], names: Names, assets: [Asset], anchors: Anchors, redirects: Redirects,
    report: inout Report
) -> [[Destination]] {
    let resolver = Resolver(
        shelf: shelf, addresses: addresses, names: names, assets: assets, anchors: anchors, redirects: redirects)
    return shelf.pages.map { page in
        page.parsed.markdown.references.map { reference in
            resolver.destination(of: reference, on: page, report: &report)
        }
    }
}

private struct Resolver {
    let shelf: Shelf
    let names: Names
    private let assets: [String: Int]
    private let byAddress: [String: PageID]
    /// Every path that a link can name, for guesses, and by file name in small letters.
    private let files: NameList
    private let pathsByName: [String: String]
    private let spellings: PathSpellings
    private let anchors: Anchors
    private let redirects: Redirects

    init(
        shelf: Shelf, addresses: [String], names: Names, assets: [Asset], anchors: Anchors, redirects: Redirects
    ) {
        self.shelf = shelf
        self.names = names
        var byPath: [String: Int] = [:]
        for (index, asset) in assets.enumerated() { byPath[asset.path] = index }
        self.assets = byPath
        var byAddress: [String: PageID] = [:]
        for (index, address) in addresses.enumerated() { byAddress[address] = PageID(index) }
        self.byAddress = byAddress
        let paths = shelf.pages.map(\.path) + assets.map(\.path)
        spellings = PathSpellings(of: shelf, addresses: addresses, assets: assets)
        files = NameList(filesAt: paths)
        pathsByName = Dictionary(uniqueKeysWithValues: zip(files.names, files.paths ?? []))
        self.anchors = anchors
        self.redirects = redirects
    }

    func destination(of reference: Reference, on page: Page, report: inout Report) -> Destination {
        switch reference.kind {
        case .wiki: wikiDestination(of: reference, on: page, report: &report)
        case .link, .image: pathDestination(of: reference, on: page, report: &report)
        }
    }

    // MARK: [[Page#Heading]]

    private func wikiDestination(of reference: Reference, on page: Page, report: inout Report) -> Destination {
        let hash = reference.target.utf8.firstIndex(of: "#")
        let name = String(reference.target[..<(hash ?? reference.target.endIndex)]).trimmingSpaces
        let heading = hash.map { String(reference.target[reference.target.utf8.index(after: $0)...]).trimmingSpaces }
        if name.isEmpty {
            return withFragment(heading, on: page.id, of: reference, from: page, report: &report)
        }
        switch names.find(name, from: page) {
        case .page(let id): return withFragment(heading, on: id, of: reference, from: page, report: &report)
        case .term(let entry):
            if let target = entry.target { return .page(target, fragment: nil) }
            guard let glossary = shelf.glossary else { return .nowhere }
            return .page(glossary, fragment: entry.id)
        case .several(let candidates):
            let paths = candidates.map { shelf.pages[$0.index].path }
            report.add(
                .ambiguousLink, in: page.path, at: reference.position,
                "'\(name)' may mean \(paths.map { "'\($0)'" }.joined(separator: " or "))",
                help: "name it by its path: [[\(splitPath(paths[0]))]]")
        case .draft(let draft): reportDraft(draft, of: reference, from: page, report: &report)
        case .nothing:
            if name.utf8.contains("/"), let path = normalizedPath(name), let right = spellings.find(path),
                case .page(let id) = right.place
            {
                reportCase(name, right: right.path, of: reference, from: page, report: &report)
                return withFragment(heading, on: id, of: reference, from: page, report: &report)
            }
            report.add(
                .linkTarget, in: page.path, at: reference.position, "no page or term '\(name)'",
                help: "check the spelling, or write the page", guess: Guess(name, in: names.spellings))
        }
        return .nowhere
    }

    private func splitPath(_ path: String) -> String { path.hasSuffix(".md") ? String(path.dropLast(3)) : path }

    // MARK: [text](path#id)

    private func pathDestination(of reference: Reference, on page: Page, report: inout Report) -> Destination {
        let target = reference.target
        if scheme(of: target) != nil { return .external(target) }
        let hash = target.utf8.firstIndex(of: "#")
        let fragment = hash.map { String(target[target.utf8.index(after: $0)...]) }
        var path = String(target[..<(hash ?? target.endIndex)])
        if let query = path.utf8.firstIndex(of: "?") { path = String(path[..<query]) }
        guard !path.isEmpty else {
            return withFragment(fragment, on: page.id, of: reference, from: page, report: &report)
        }
        guard let decoded = percentDecoded(path) else {
            reportMissing(path, of: reference, from: page, report: &report)
            return .nowhere
        }
        let full = decoded.hasPrefix("/") ? decoded : folder(of: page.path) + "/" + decoded
        guard let full = normalizedPath(full) else {
            report.add(
                .linkOutside, in: page.path, at: reference.position, "'\(path)' leads out of the content folder",
                help: "a handbook can only link to files of its own, or to an https address")
            return .nowhere
        }
        if let id = pageAt(full, isFolder: decoded.hasSuffix("/")) {
            return withFragment(fragment, on: id, of: reference, from: page, report: &report)
        }
        if let asset = assets[full] { return .asset(asset) }
        if let draft = shelf.draftsByPath[full] ?? shelf.draftsByPath[full + ".md"] {
            reportDraft(draft, of: reference, from: page, report: &report)
        } else if let right = spellings.find(full) {
            reportCase(path, right: right.path, of: reference, from: page, report: &report)
            // It is plain what was meant, so that the site need not suffer.
            switch right.place {
            case .page(let id): return withFragment(fragment, on: id, of: reference, from: page, report: &report)
            case .asset(let index): return .asset(index)
            }
        } else {
            reportMissing(path, of: reference, from: page, report: &report)
        }
        return .nowhere
    }

    /// A page by the path of its file, its folder, or its address in the site.
    private func pageAt(_ path: String, isFolder: Bool) -> PageID? {
        if let id = shelf.byPath[path] { return id }
        for name in ["index.md", "README.md", "_index.md", "readme.md", "Readme.md"] {
            if let id = shelf.byPath[path.isEmpty ? name : path + "/" + name] { return id }
        }
        if !isFolder, let id = shelf.byPath[path + ".md"] { return id }
        return byAddress[path] ?? byAddress[path.isEmpty ? "index.html" : path + "/index.html"]
    }

    // MARK: Fragments

    private func withFragment(
        _ fragment: String?, on id: PageID, of reference: Reference, from page: Page, report: inout Report
    ) -> Destination {
        guard let fragment, !fragment.isEmpty else { return .page(id, fragment: nil) }
        let wanted = percentDecoded(fragment) ?? fragment
        let target = shelf.pages[id.index]
        if anchors.has(wanted, on: target) { return .page(id, fragment: wanted) }
        let moved =
            redirects.heading(wanted, onceOn: id)
            ?? (reference.kind == .wiki ? redirects.heading(headingID(wanted), onceOn: id) : nil)
        if let moved { return .page(moved.target, fragment: moved.fragment) }
        let byText = anchors.heading(like: wanted, on: target)
        if reference.kind == .wiki, let byText { return .page(id, fragment: byText) }
        report.add(
            .linkAnchor, in: page.path, at: reference.position, "'\(target.path)' has no heading '\(wanted)'",
            help: byText.map { "did you mean '#\($0)'?" } ?? "its headings: \(target.headingList)",
            guess: anchors.guess(wanted, on: target))
        return .page(id, fragment: nil)
    }

    // MARK: Faults

    private func reportDraft(_ draft: ParsedPage, of reference: Reference, from page: Page, report: inout Report) {
        report.add(
            .linkToDraft, in: page.path, at: reference.position,
            "'\(draft.path)' is not published: \(shelf.reason(for: draft).text)",
            help: shelf.reason(for: draft).help + "; until then the text stands without a link")
    }

    private func reportCase(
        _ path: String, right: String, of reference: Reference, from page: Page, report: inout Report
    ) {
        report.add(
            .linkCase, in: page.path, at: reference.position,
            "'\(path)' is spelled '\(right)': capitals and small letters differ",
            help: "write '\(PathSpellings.corrected(path, to: right))'; many web servers tell them apart")
    }

    private func reportMissing(_ path: String, of reference: Reference, from page: Page, report: inout Report) {
        let what =
            reference.kind == .image ? "image" : splitExtension(of: path).extension == "md" ? "page" : "page or file"
        let decoded = percentDecoded(path) ?? path
        let name = fileName(of: decoded)
        let wanted = (splitExtension(of: name).extension.isEmpty ? name + ".md" : name).lowercased()
        let known = current(decoded, from: page) ?? pathsByName[wanted]
        report.add(
            .linkTarget, in: page.path, at: reference.position, "no \(what) '\(path)'",
            help: known.map { "did you mean '\(relativeAddress(from: page.path, to: $0))'?" }
                ?? "check the path; it starts at the folder of this page",
            guess: known == nil ? Guess(fileNamed: wanted, in: files, from: page.path) : nil)
    }

    /// The path of the page that once had the address `decoded`.
    private func current(_ decoded: String, from page: Page) -> String? {
        guard let full = normalizedPath(decoded.hasPrefix("/") ? decoded : folder(of: page.path) + "/" + decoded),
            let old = oldAddress(full), let target = redirects.page(onceAt: old)
        else { return nil }
        return shelf.pages[target.index].path
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = utf8.firstIndex { $0 != " " } ?? endIndex
        let end = utf8.lastIndex { $0 != " " }.map { utf8.index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
