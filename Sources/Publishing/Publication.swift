// Renders every page into the stage and puts the stage in the place of the last site.

import Content
import Knowledge
import Rendering
import Search
import Synchronization
import Templates
import UTF8Text

struct Publication {
    let stage: Stage
    let handbook: Handbook
    let layouts: Layouts
    let templateAssets: [(name: String, bytes: [UInt8])]
    let contentRoot: String
    let jobs: Int
    /// The name and version of this program, for the pages.
    let generator: String
    let writesDataFiles: Bool

    /// Larger sites are hardly ever read from a folder, and twice the files of the index cost them more.
    private static let pagesOfFolderSite = 2000

    func publish(progress: (Progress) -> Void) throws(MachineError) -> PublishingMode {
        // The content is part of the name, so that a browser never shows new pages with an old style.
        let named = templateAssets.map { asset in
            let parts = splitExtension(of: asset.name)
            let end = parts.extension.isEmpty ? "" : "." + parts.extension
            return (asset.name, "assets/\(parts.stem).\(ContentHash(of: asset.bytes).short)\(end)", asset.bytes)
        }
        let site = Site(
            handbook: handbook, layouts: layouts,
            templateAssets: Dictionary(uniqueKeysWithValues: named.map { ($0.0, $0.1) }), generator: generator)
        // Two files at one address is an error of the handbook; where it is published all the same, the first stays.
        var taken: Set<[UInt8]> = []
        func take(_ address: String) -> Bool { taken.insert(Array(address.utf8)).inserted }
        let assets = handbook.assets.map(\.path).filter(take)
        let pages = handbook.pages.indices.filter { take(handbook.addresses[$0]) }
        let data = writesDataFiles ? renderDataFiles(of: site) : []
        let extra = (renderSiteFiles(of: site) + data).filter { take($0.address) }
        let planFiles = planFileAddresses(of: handbook).filter { take($0.address) }
        progress(.step(.indexing))
        let search = SearchIndex(of: handbook, on: Cores(jobs: jobs))
        let hasScripts = handbook.settings.search.worksFromFolder ?? (pages.count <= Self.pagesOfFolderSite)
        let searchAddresses = (search.files.map(\.address) + search.recordTasks.flatMap(\.addresses)).flatMap {
            hasScripts ? [$0, $0 + ".js"] : [$0]
        }
        let addresses =
            assets + pages.map { handbook.addresses[$0] } + named.map(\.1) + extra.map(\.address)
            + planFiles.map(\.address) + searchAddresses

        progress(.step(.otherFiles))
        try stage.makeFolders(for: addresses)
        for (_, address, bytes) in named { try stage.write(bytes, to: address) }
        for file in extra { try stage.write(file.bytes, to: file.address) }
        for asset in assets {
            try throwIfInterrupted()
            try stage.copy(contentRoot + "/" + asset, to: asset)
        }
        progress(.step(.rendering))
        try write(pages.count, progress: progress) { [renderPage(PageID(pages[$0]), of: site)] }
        progress(.step(.otherFiles))
        try write(planFiles.count) { [renderPlanFile(planFiles[$0], of: site)] }
        try write(search.files.count) { outputFiles(search.files[$0], hasScript: hasScripts) }
        try write(search.recordTasks.count) { task in
            search.files(of: search.recordTasks[task]).flatMap { outputFiles($0, hasScript: hasScripts) }
        }
        progress(.step(.publishing))
        try throwIfInterrupted()
        return try stage.publish(addresses)
    }

    /// Renders and writes files in parallel.
    private func write(
        _ count: Int, progress: (Progress) -> Void = { _ in }, render: @Sendable (Int) -> [OutputFile]
    ) throws(MachineError) {
        let stage = stage
        // In slices, so that progress can be told and a full disk or a Ctrl-C is noticed early.
        for start in stride(from: 0, to: count, by: 1024) {
            try throwIfInterrupted()
            let end = min(count, start + 1024)
            let faults = inParallel(end - start, jobs: jobs) { index -> MachineError? in
                do throws(MachineError) {
                    for file in render(start + index) { try stage.write(file.bytes, to: file.address) }
                    return nil
                } catch {
                    return error
                }
            }
            if let fault = faults.compactMap({ $0 }).first { throw fault }
            progress(.rendering(end, of: count))
        }
    }
}

private func outputFiles(_ file: SearchFile, hasScript: Bool) -> [OutputFile] {
    (hasScript ? [file, script(of: file)] : [file]).map { OutputFile(address: $0.address, bytes: $0.bytes) }
}
