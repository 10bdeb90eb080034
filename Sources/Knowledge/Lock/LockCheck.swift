// Holds the addresses of a handbook against those that were published last: what vanished needs a redirect, which is
// proposed where its author can write it.

package import Content
package import UTF8Text

extension Rule {
    package static let addressLock = Rule(
        "url-lock", .error, "A published address or heading that is gone without a redirect (with --lock only).")
}

extension Handbook {
    /// What was published and leads nowhere now.
    ///
    /// - Parameters:
    ///   - leftOut: Pages that are not published because they are not approved.
    ///   - authored: The paths of the pages that lie in the content folder.
    package func check(
        against published: PublishedAddresses, downloads: [String], leftOut: [ParsedPage], authored: Set<String>
    ) -> [Diagnostic] {
        var check = LockCheck(
            handbook: self, published: published, files: Set(assets.map(\.path) + downloads), leftOut: leftOut,
            authored: authored)
        check.checkPages()
        check.checkOldAddresses()
        check.checkFiles()
        return check.diagnostics
    }
}

private struct LockCheck {
    /// A redirect that a page is to declare.
    private struct Loss {
        let message: String
        /// The page where the redirect belongs.
        let page: PageID
        let isCertain: Bool
        let redirect: String
    }

    private let handbook: Handbook
    private let published: PublishedAddresses
    private let files: Set<String>
    private let drafts: [String: ParsedPage]
    private let authored: Set<String>
    private let anchors: [Set<String>]
    /// The anchors that each page had, by address.
    private let publishedAnchors: [String: Set<String>]
    /// What `newAnchors(of:since:)` has found.
    private var newAnchors: [String: NameList] = [:]
    private let redirectTargets: [String: PageID]
    private var successors: Successors
    private var losses: [Loss] = []
    private var others: [Diagnostic] = []
    /// Addresses that were spoken of, and the page that most likely took the place of each page among them.
    private var lost: Set<String> = []
    private var heirs: [String: PageID] = [:]

    init(
        handbook: Handbook, published: PublishedAddresses, files: Set<String>, leftOut: [ParsedPage],
        authored: Set<String>
    ) {
        self.handbook = handbook
        self.published = published
        self.files = files
        self.authored = authored
        drafts = Dictionary(leftOut.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        anchors = handbook.pages.map { Set(handbook.lastingAnchors(of: $0)) }
        publishedAnchors = Dictionary(
            published.pages.map { ($0.address, Set($0.anchors)) }, uniquingKeysWith: { first, _ in first })
        redirectTargets = Dictionary(
            handbook.redirects.addresses.map { (addressKey($0.address), $0.target) },
            uniquingKeysWith: { first, _ in first })
        successors = Successors(in: handbook, since: published)
    }

    // MARK: What is gone

    mutating func checkPages() {
        for page in published.pages {
            let file = siteFile(at: page.address)
            if let id = handbook.page(atAddress: file) {
                checkAnchors(of: page, on: id)
            } else if handbook.isRedirected(file) {
                checkAnchors(of: page, on: redirectTargets[addressKey(file)] ?? home)
            } else if !files.contains(page.address) {
                losePage(page)
            }
        }
    }

    private mutating func losePage(_ page: PublishedAddresses.Page) {
        lost.insert(page.address)
        if let draft = drafts[page.file] {
            let status = draft.header.status
            let reason =
                draft.header.release.reasonToHold(on: handbook.today) ?? "its status is \(status.value.rawValue)"
            others.append(
                Diagnostic(
                    .addressLock, path: draft.path, at: status.position,
                    "'\(page.address)' was published, and now its page is not: \(reason)",
                    help: "approve it, or let the page that takes its place say: redirects: [\(yaml(page.address))]"))
            return
        }
        let successor = successors.successor(of: page)
        heirs[page.address] = successor
        losses.append(
            Loss(
                message: "'\(page.address)' was published and is gone", page: successor ?? home,
                isCertain: successor != nil, redirect: yaml(page.address)))
    }

    private mutating func checkAnchors(of page: PublishedAddresses.Page, on id: PageID) {
        let file = siteFile(at: page.address)
        for anchor in page.anchors where !anchors[id.index].contains(anchor) {
            if !handbook.isRedirected(anchor, at: file) { loseAnchor(anchor, of: page.address, on: id) }
        }
    }

    private mutating func loseAnchor(_ anchor: String, of address: String, on id: PageID) {
        guard lost.insert("\(address)#\(anchor)").inserted else { return }
        let message = "'\(address)#\(anchor)' was published and is gone"
        let isHere = publicAddress(of: handbook.address(of: id)) == address
        if let other = successors.page(withAnchor: anchor, butNot: id) {
            let redirect = "{from: \"\(percentEncodedPath(address))#\(escaped(anchor))\", to: \"#\(escaped(anchor))\"}"
            losses.append(Loss(message: message, page: other, isCertain: true, redirect: redirect))
            return
        }
        // New headings first: one of them may be the old one under another name.
        let new = newAnchors(of: id, since: address)
        let target = new.names.count == 1 ? new.names.first : successors.nearestName(to: anchor, in: new)
        let from = (isHere ? "" : percentEncodedPath(address)) + "#" + escaped(anchor)
        let to = target.map { ", to: \"#\(escaped($0))\"" } ?? ""
        losses.append(
            Loss(message: message, page: id, isCertain: target != nil, redirect: "{from: \"\(from)\"\(to)}"))
    }

    /// The anchors of a page that it had not, or that the page at `address` had not.
    private mutating func newAnchors(of id: PageID, since address: String) -> NameList {
        let key = "\(id.index) \(address)"
        if let known = newAnchors[key] { return known }
        let new = NameList(anchors[id.index].subtracting(publishedAnchors[address] ?? []))
        newAnchors[key] = new
        return new
    }

    /// Redirects are addresses that were published too.
    mutating func checkOldAddresses() {
        for old in published.oldAddresses where !lost.contains(old.from) {
            let from = old.from.splitAtHash
            let file = siteFile(at: from.address)
            let target = old.to.splitAtHash.address
            let place =
                handbook.page(atAddress: siteFile(at: target)) ?? redirectTargets[addressKey(siteFile(at: target))]
                ?? heirs[target] ?? home
            if let anchor = from.anchor {
                let isThere = handbook.page(atAddress: file).map { anchors[$0.index].contains(anchor) } ?? false
                guard !isThere, !handbook.isRedirected(anchor, at: file), !lost.contains(from.address) else { continue }
                let to = old.to.splitAtHash.anchor.map { ", to: \"#\(escaped($0))\"" } ?? ""
                let isHere = handbook.address(of: place) == file
                let address = isHere ? "" : percentEncodedPath(from.address)
                losses.append(
                    Loss(
                        message: "the redirect from '\(old.from)' was published and is gone", page: place,
                        isCertain: true, redirect: "{from: \"\(address)#\(escaped(anchor))\"\(to)}"))
            } else if handbook.page(atAddress: file) == nil, !handbook.isRedirected(file), !files.contains(old.from) {
                lost.insert(from.address)
                losses.append(
                    Loss(
                        message: "the redirect from '\(old.from)' was published and is gone", page: place,
                        isCertain: true, redirect: yaml(old.from)))
            }
        }
    }

    mutating func checkFiles() {
        let byName = Dictionary(grouping: files.sorted()) { fileName(of: $0) }
        for file in published.files where !files.contains(file) && !handbook.isRedirected(file) {
            guard handbook.page(atAddress: file) == nil else { continue }
            let now = byName[fileName(of: file)]?.first.map { "now there is '\($0)'; " } ?? ""
            let path = handbook[home].path
            others.append(
                Diagnostic(
                    .addressLock, path: path, at: .start, "the file '\(file)' was published and is gone",
                    help: "\(now)put it back, or let it go with --write-lock"))
        }
    }

    // MARK: What to do

    var diagnostics: [Diagnostic] {
        let byPage = Dictionary(grouping: losses, by: \.page)
        let lines = byPage.compactMapValues { losses in
            wholeLine(losses[0].page, adding: losses.map(\.redirect))
        }
        return others
            + losses.map { loss in
                let page = handbook[loss.page]
                let isThere = authored.contains(page.path)
                let place = isThere ? "the front matter" : "the front matter of a new '\(page.path)'"
                let proposal = lines[loss.page].map { "write \($0)" } ?? "add to 'redirects': \(loss.redirect)"
                return Diagnostic(
                    .addressLock, path: fileToMend(page),
                    at: page.parsed.header.redirects.first?.from.position ?? .start,
                    loss.message,
                    help: loss.isCertain
                        ? "in \(place) \(proposal)" : "put it back, or where it belongs now \(proposal)")
            }
    }

    /// The redirects of a page as it should say them, with those that it says already; `nil` for too many to read.
    private func wholeLine(_ id: PageID, adding new: [String]) -> String? {
        let declared = handbook[id].parsed.header.redirects
        guard declared.count + new.count <= 12 else { return nil }
        return "redirects: [\((declared.map(yaml) + new).joined(separator: ", "))]"
    }

    private var home: PageID { handbook.home ?? PageID(0) }

    /// The file that a page is made from, when it has none of its own.
    private func fileToMend(_ page: Page) -> String {
        if authored.contains(page.path) { return page.path }
        switch page.kind {
        case .glossary: return SpecialFile.glossary.rawValue
        case .sources: return SpecialFile.sources.rawValue
        default: return page.path
        }
    }

    private func yaml(_ redirect: DeclaredRedirect) -> String {
        guard let to = redirect.to else { return inList(redirect.from.value) }
        return "{from: \"\(redirect.from.value)\", to: \"#\(escaped(to.value))\"}"
    }

    /// An address as authors write it in a list in brackets.
    private func yaml(_ address: String) -> String {
        inList(address.utf8.contains { "%#?\\\"".utf8.contains($0) } ? percentEncodedPath(address) : address)
    }

    private func inList(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || "/-_.".utf8.contains(byte)
        }
        return isPlain && text.utf8.first != "-" ? text : "\"\(text)\""
    }

    private func escaped(_ anchor: String) -> String { percentEncodedFragment(anchor) }
}

extension String {
    fileprivate var splitAtHash: (address: String, anchor: String?) {
        guard let hash = utf8.firstIndex(of: "#") else { return (self, nil) }
        return (String(self[..<hash]), String(self[utf8.index(after: hash)...]))
    }
}
