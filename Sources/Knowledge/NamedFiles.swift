// Files that pages name in their front matter, by their path from the page's folder.

import Content
import UTF8Text

/// The path from the content folder of a file that the page at `page` names; `nil` when it leads out.
func pathOfFile(named name: String, onPageAt page: String) -> String? {
    normalizedPath(name.hasPrefix("/") ? name : folder(of: page) + "/" + name)
}

struct NamedFiles {
    private let shelf: Shelf
    private let byPath: [String: Int]
    private let spellings: PathSpellings
    /// The paths that may be meant by one that does not exist.
    private let candidates: NameList

    init(on shelf: Shelf, assets: [Asset], suggesting isMeant: (String) -> Bool = { _ in true }) {
        self.shelf = shelf
        candidates = NameList(assets.map(\.path).filter(isMeant))
        byPath = Dictionary(assets.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        spellings = PathSpellings(of: shelf, addresses: [], assets: assets)
    }

    /// The place in the assets of the file that `page` names, or a finding.
    /// - Parameter advice: For an author who names a page instead of a file.
    func asset(named file: Located<String>, on page: Page, advice: String, report: inout Report) -> Int? {
        guard let path = pathOfFile(named: file.value, onPageAt: page.path) else {
            report.add(
                .linkOutside, in: page.path, at: file.position, "'\(file.value)' leads out of the content folder",
                help: "put the file beside the page")
            return nil
        }
        if let asset = byPath[path] { return asset }
        if shelf.byPath[path] != nil {
            report.add(
                .linkTarget, in: page.path, at: file.position, "'\(file.value)' is a page, not a file to download",
                help: advice)
        } else if let right = spellings.find(path), case .asset(let asset) = right.place {
            report.add(
                .linkCase, in: page.path, at: file.position,
                "'\(file.value)' is spelled '\(right.path)': capitals and small letters differ",
                help: "write '\(PathSpellings.corrected(file.value, to: right.path))'")
            return asset
        } else {
            report.add(
                .linkTarget, in: page.path, at: file.position, "no file '\(file.value)'",
                help: "the path starts at the folder of this page", guess: Guess(path, in: candidates, prefix: "/"))
        }
        return nil
    }
}
