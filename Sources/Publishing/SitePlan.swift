// What a site is made of: every file by its address, with what makes it. Names, order and collisions are settled here
// and nowhere else; where the files go is the matter of a sink.

import Content
import Knowledge
import Rendering
import Search
import UTF8Text

/// Files of a site that are made together: most often one.
struct SitePart: Sendable {
    enum Source: Sendable {
        /// Makes the bytes of the files, in the order of their addresses.
        case made(@Sendable () -> [[UInt8]])
        /// A file of the content folder, by its path there.
        case copied(String)
    }

    /// Relative to the root of the site.
    let addresses: [String]
    let source: Source

    init(at addresses: [String], made: @escaping @Sendable () -> [[UInt8]]) {
        self.addresses = addresses
        source = .made(made)
    }

    init(_ file: OutputFile) {
        self.init(at: [file.address]) { [file.bytes] }
    }

    init(copying path: String) {
        addresses = [path]
        source = .copied(path)
    }
}

struct SitePlan: Sendable {
    private(set) var parts: [SitePart] = []
    /// How many of the parts, from the first on, are pages.
    let pageCount: Int

    /// Larger sites are hardly ever read from a folder, and twice the files of the index cost them more.
    private static let pagesOfFolderSite = 2000

    /// - Parameters:
    ///   - siteTemplateFiles: the assets of the template, where they lie in the site.
    ///   - writesDataFiles: whether other tools get the vocabulary and the links.
    init(of site: Site, search: SearchIndex, siteTemplateFiles: [OutputFile], writesDataFiles: Bool) {
        // Two files at one address is an error of the handbook. Where it is published all the same, what readers cannot
        // do without stays: the files of the template and of search, then what authors wrote, then what is made of it.
        var taken: Set<[UInt8]> = []
        func take(_ part: SitePart) -> Bool {
            part.addresses.allSatisfy { taken.insert(Array($0.utf8)).inserted }
        }
        let handbook = site.handbook
        let hasScripts = Self.hasScripts(pages: handbook.pages.count, setting: handbook.settings.search.worksFromFolder)
        let ground = (siteTemplateFiles.map { SitePart($0) } + search.parts(withScripts: hasScripts)).filter(take)
        let assets = handbook.assets.map { SitePart(copying: $0.path) }.filter(take)
        let pages = handbook.pages.map { page in
            SitePart(at: [handbook.address(of: page.id)]) { [renderPage(page.id, of: site).bytes] }
        }.filter(take)
        let extra = renderSiteFiles(of: site) + (writesDataFiles ? renderDataFiles(of: site) : [])
        let planFiles = planDownloads(of: handbook).map { file in
            SitePart(at: [file.address]) { [renderPlanDownload(file, of: site).bytes] }
        }
        let others = (extra.map { SitePart($0) } + planFiles).filter(take)
        parts = pages + ground + assets + others
        pageCount = pages.count
    }

    /// Whether search works in a site that is opened from a folder too: as authors say, else where it costs little.
    static func hasScripts(pages: Int, setting: Bool?) -> Bool { setting ?? (pages <= pagesOfFolderSite) }

    /// Of all files.
    var addresses: [String] { parts.flatMap(\.addresses) }
}

extension SearchIndex {
    /// The files of the index; with scripts, each also as one that a page can load from a folder.
    fileprivate func parts(withScripts hasScripts: Bool) -> [SitePart] {
        func part(_ addresses: [String], _ files: @escaping @Sendable () -> [SearchFile]) -> SitePart {
            SitePart(at: addresses.flatMap { hasScripts ? [$0, $0 + ".js"] : [$0] }) {
                files().flatMap { hasScripts ? [$0.bytes, script(of: $0).bytes] : [$0.bytes] }
            }
        }
        return files.map { file in part([file.address]) { [file] } }
            + recordTasks.map { task in part(task.addresses) { self.files(of: task) } }
    }
}
