// Renders every page into the stage and puts the stage in the place of the last site.

import Content
import Knowledge
import Rendering
import Synchronization
import Templates
import UTF8Text

struct Publication {
    let stage: Stage
    let handbook: Handbook
    let templates: TemplateSet
    let templateAssets: [(name: String, bytes: [UInt8])]
    let contentRoot: String
    let options: BuildOptions

    func publish(progress: (BuildProgress) -> Void) throws(MachineError) -> PublishingMode {
        // The content is part of the name, so that a browser never shows new pages with an old style.
        let named = templateAssets.map { asset in
            let parts = splitExtension(of: asset.name)
            return (
                asset.name, "assets/\(parts.stem).\(ContentHash(of: asset.bytes).short).\(parts.extension)", asset.bytes
            )
        }
        let site = Site(
            handbook: handbook, templates: templates,
            templateAssets: Dictionary(uniqueKeysWithValues: named.map { ($0.0, $0.1) }), generator: options.generator)
        let authored = Set(handbook.assets.map(\.path))
        let extra = renderSiteFiles(of: site).filter { !authored.contains($0.address) }
        let addresses = handbook.addresses + handbook.assets.map(\.path) + named.map(\.1) + extra.map(\.address)

        try stage.makeFolders(for: addresses)
        for (_, address, bytes) in named { try stage.write(bytes, to: address) }
        for file in extra { try stage.write(file.bytes, to: file.address) }
        for asset in handbook.assets {
            try stage.write(try readFile(contentRoot + "/" + asset.path, limit: 1 << 30), to: asset.path)
        }
        try renderPages(of: site, progress: progress)
        return try stage.publish(addresses)
    }

    private func renderPages(of site: Site, progress: (BuildProgress) -> Void) throws(MachineError) {
        let stage = stage
        let count = handbook.pages.count
        // In slices, so that progress can be told and a full disk is noticed early.
        var start = 0
        while start < count {
            let end = min(count, start + 1024)
            let first = start
            let faults = inParallel(end - start, jobs: options.jobs) { index -> MachineError? in
                let file = renderPage(PageID(first + index), of: site)
                do throws(MachineError) {
                    try stage.write(file.bytes, to: file.address)
                    return nil
                } catch {
                    return error
                }
            }
            if let fault = faults.compactMap({ $0 }).first { throw fault }
            start = end
            progress(.rendering(end, of: count))
        }
    }
}
