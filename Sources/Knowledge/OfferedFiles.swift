// The files that template pages offer instead of a fenced block.

import Content

/// The asset that each template page with the key `file` offers.
func resolveOfferedFiles(_ shelf: Shelf, assets: [Asset], report: inout Report) -> [PageID: Int] {
    lazy var named = NamedFiles(on: shelf, assets: assets)
    var files: [PageID: Int] = [:]
    for page in shelf.pages {
        guard case .template(let template) = page.parsed.header.details, let file = template.file else { continue }
        files[page.id] = named.asset(
            named: file, on: page,
            advice: "put the text of a Markdown template into a fenced block of this page", report: &report)
    }
    return files
}
