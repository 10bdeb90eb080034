// Where every reference of every page leads.

import Content
import UTF8Text

/// The destination of each reference, by page and in the order of the page's references.
func resolveReferences(
    _ shelf: Shelf, addresses: [String], names: Names, assets: [Asset], anchors: Anchors, redirects: Redirects,
    style: LinkStyle?, report: inout Report
) -> [[Destination]] {
    let resolver = Resolver(
        shelf: shelf, addresses: addresses, names: names, assets: assets, anchors: anchors, redirects: redirects,
        style: style)
    return shelf.pages.map { page in
        page.parsed.markdown.references.map { reference in
            resolver.destination(of: reference, on: page, report: &report)
        }
    }
}

private struct Resolver {
    let shelf: Shelf
    let names: Names
    private let paths: LinkPaths
    /// Every path that a link can name, for guesses, and by file name in small letters.
    private let files: NameList
    private let pathsByName: [String: String]
    private let spellings: PathSpellings
    private let anchors: Anchors
    private let looseAnchors: LooseAnchors
    private let redirects: Redirects

    init(
        shelf: Shelf, addresses: [String], names: Names, assets: [Asset], anchors: Anchors, redirects: Redirects,
        style: LinkStyle?
    ) {
        self.shelf = shelf
        self.names = names
        paths = LinkPaths(shelf, addresses: addresses, assets: assets, style: style)
        spellings = PathSpellings(of: shelf, addresses: addresses, assets: assets)
        files = NameList(filesAt: shelf.pages.filter { !$0.isMadeUp }.map(\.path) + assets.map(\.path))
        pathsByName = Dictionary(uniqueKeysWithValues: zip(files.names, files.paths ?? []))
        self.anchors = anchors
        looseAnchors = LooseAnchors(anchors)
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
        if name.isEmpty, heading?.isEmpty != false {
            report.add(
                .linkTarget, in: page.path, at: reference.position, "the link names no page",
                help: "write the name in front: [[page|text]]")
            return .nowhere
        }
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
            let found = candidates.map { shelf.pages[$0.index] }
            report.add(
                .ambiguousLink, in: page.path, at: reference.position,
                "'\(name)' may mean \(found.map(\.nameInFindings).joined(separator: " or "))",
                help: "name it by its path: [[\(splitPath(found[0].path))]]")
        case .draft(let draft): reportDraft(draft, of: reference, from: page, report: &report)
        case .nothing:
            if let asset = paths.asset(named: name, from: page) { return .asset(asset) }
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
        switch paths.read(decoded, on: page) {
        case .place(let place): return destination(at: place, fragment, of: reference, from: page, report: &report)
        case .placeByAddress(let place):
            report.add(
                .linkByAddress, in: page.path, at: reference.position,
                "'\(path)' leads to \(name(of: place)) only as an address, from where this page is published",
                help: "write '\(relativeAddress(from: page.path, to: file(of: place)))', or set 'links: addresses' in "
                    + "handbook.yml if all links are written so")
            return destination(at: place, fragment, of: reference, from: page, report: &report)
        case .twoPlaces(let file, let address):
            report.add(
                .linkTwoWays, in: page.path, at: reference.position,
                "'\(path)' leads to \(name(of: file)); read as an address, it would be \(name(of: address))",
                help: "set 'links: files' or 'links: addresses' in handbook.yml to say which you mean")
            return destination(at: file, fragment, of: reference, from: page, report: &report)
        case .outside:
            report.add(
                .linkOutside, in: page.path, at: reference.position, "'\(path)' leads out of the content folder",
                help: "a handbook can only link to files of its own, or to an https address")
            return .nowhere
        case .nowhere: break
        }
        guard let full = normalizedPath(decoded.hasPrefix("/") ? decoded : folder(of: page.path) + "/" + decoded) else {
            return .nowhere
        }
        if let draft = shelf.draftsByPath[full] ?? shelf.draftsByPath[full + ".md"] {
            reportDraft(draft, of: reference, from: page, report: &report)
        } else if let right = spellings.find(full) {
            reportCase(path, right: right.path, of: reference, from: page, report: &report)
            // It is plain what was meant, so that the site need not suffer.
            return destination(at: right.place, fragment, of: reference, from: page, report: &report)
        } else if decoded.utf8.contains("\\"),
            case .place(let place) = paths.read(decoded.replacing("\\", with: "/"), on: page)
        {
            report.add(
                .linkTarget, in: page.path, at: reference.position, "'\(path)' parts its folders with '\\'",
                help: "write '\(path.replacing("\\", with: "/"))': paths in links have '/' on every system")
            return destination(at: place, fragment, of: reference, from: page, report: &report)
        } else {
            reportMissing(path, of: reference, from: page, report: &report)
        }
        return .nowhere
    }

    private func destination(
        at place: LinkPaths.Place, _ fragment: String?, of reference: Reference, from page: Page, report: inout Report
    ) -> Destination {
        switch place {
        case .page(let id): withFragment(fragment, on: id, of: reference, from: page, report: &report)
        case .asset(let index): .asset(index)
        }
    }

    private func name(of place: LinkPaths.Place) -> String {
        switch place {
        case .page(let id): shelf.pages[id.index].nameInFindings
        case .asset: "'\(file(of: place))'"
        }
    }

    private func file(of place: LinkPaths.Place) -> String {
        switch place {
        case .page(let id):
            // A folder without a page of its own is linked by its path.
            shelf.pages[id.index].isMadeUp
                ? folder(of: shelf.pages[id.index].path) + "/" : shelf.pages[id.index].path
        case .asset(let index): paths.path(ofAsset: index)
        }
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
        if reference.kind == .wiki, let byText = anchors.heading(like: wanted, on: target) {
            return .page(id, fragment: byText)
        }
        switch looseAnchors.match(wanted, on: target) {
        case .top: return .page(id, fragment: nil)
        case .anchor(let found): return .page(id, fragment: found)
        case nil: break
        }
        report.add(
            .linkAnchor, in: page.path, at: reference.position, "\(target.nameInFindings) has no heading '\(wanted)'",
            help: target.isMadeUp ? "it has no text; link to the folder alone" : "its headings: \(target.headingList)",
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
        let name = fileName(of: decoded.hasSuffix("/") ? String(decoded.dropLast()) : decoded)
        let isName = !name.isEmpty && !name.utf8.allSatisfy { $0 == "." }
        let wanted = (splitExtension(of: name).extension.isEmpty ? name + ".md" : name).lowercased()
        let address = adviceOnAddress(path)
        let known = isName && address == nil ? current(decoded, from: page) ?? pathsByName[wanted] : nil
        let advice =
            known.map { "did you mean '\(relativeAddress(from: page.path, to: $0))'?" } ?? address
        report.add(
            .linkTarget, in: page.path, at: reference.position, "no \(what) '\(path)'",
            help: advice ?? "check the path; it starts at the folder of this page",
            guess: advice == nil && isName ? Guess(fileNamed: wanted, in: files, from: page.path) : nil)
    }

    /// For authors who left out how to get to another host or to a mailbox.
    private func adviceOnAddress(_ path: String) -> String? {
        let host = path.prefix { $0 != "/" }.lowercased()
        if host.utf8.contains("@") {
            return host.count == path.count ? "write 'mailto:\(path)' for a mail address" : nil
        }
        let isHost =
            host.hasPrefix("www.")
            || ["com", "org", "net", "edu", "gov", "io", "int", "eu", "uk", "de", "fr"].contains(
                splitExtension(of: host).extension)
        return isHost ? "write 'https://\(path)' for an address of another site" : nil
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
