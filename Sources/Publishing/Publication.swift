// From a handbook that was examined to a site in the place of the last one.

import Knowledge
import Rendering
import Search
import UTF8Text

struct Publication {
    let linked: LinkedHandbook
    let layouts: Layouts
    let templateAssets: [(name: String, bytes: [UInt8])]
    let jobs: Int
    /// The name and version of this program, for the pages.
    let generator: String
    let writesDataFiles: Bool

    func publish(through stage: Stage, progress: (Progress) -> Void) throws(MachineError) -> PublishingMode {
        progress(.step(.indexing))
        let plan = sitePlan()
        try stage.take(plan, jobs: jobs, progress: progress)
        progress(.step(.publishing))
        return try stage.publish(plan.addresses)
    }

    /// All files of the site, not made yet.
    func sitePlan() -> SitePlan {
        // The content is part of the name, so that a browser never shows new pages with an old style.
        let siteTemplateFiles = templateAssets.map { asset in
            let parts = splitExtension(of: asset.name)
            let end = parts.extension.isEmpty ? "" : "." + parts.extension
            return OutputFile(
                address: "assets/\(parts.stem).\(ContentHash(of: asset.bytes).short)\(end)", bytes: asset.bytes)
        }
        let site = Site(
            linked, layouts: layouts,
            templateAssets: Dictionary(
                uniqueKeysWithValues: zip(templateAssets.map(\.name), siteTemplateFiles.map(\.address))),
            generator: generator)
        return SitePlan(
            of: site, search: SearchIndex(of: linked.handbook, on: Cores(jobs: jobs)),
            siteTemplateFiles: siteTemplateFiles,
            writesDataFiles: writesDataFiles)
    }
}
