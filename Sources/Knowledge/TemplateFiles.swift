// The files that template pages offer instead of a fenced block.

import Content
import UTF8Text

/// The asset that each template page with the key `file` offers.
func resolveTemplateFiles(_ shelf: Shelf, assets: [Asset], report: inout Report) -> [PageID: Int] {
    var byPath: [String: Int] = [:]
    for (index, asset) in assets.enumerated() { byPath[asset.path] = index }
    lazy var spellings = PathSpellings(of: shelf, addresses: [], assets: assets)
    var files: [PageID: Int] = [:]
    for page in shelf.pages {
        guard case .template(let template) = page.parsed.header.details, let file = template.file else { continue }
        let path = file.value.hasPrefix("/") ? file.value : folder(of: page.path) + "/" + file.value
        guard let full = normalizedPath(path) else {
            report.add(
                .linkOutside, in: page.path, at: file.position, "'\(file.value)' leads out of the content folder",
                help: "put the file beside the page")
            continue
        }
        if let asset = byPath[full] {
            files[page.id] = asset
        } else if shelf.byPath[full] != nil {
            report.add(
                .linkTarget, in: page.path, at: file.position, "'\(file.value)' is a page, not a file to download",
                help: "put the text of a Markdown template into a fenced block of this page")
        } else if let right = spellings.find(full), case .asset(let asset) = right.place {
            files[page.id] = asset
            report.add(
                .linkCase, in: page.path, at: file.position,
                "'\(file.value)' is spelled '\(right.path)': capitals and small letters differ",
                help: "write '\(PathSpellings.corrected(file.value, to: right.path))'")
        } else {
            report.add(
                .linkTarget, in: page.path, at: file.position, "no file '\(file.value)'",
                help: nearest(to: full, in: byPath.keys.sorted()).map { "did you mean '/\($0)'?" }
                    ?? "the path starts at the folder of this page")
        }
    }
    return files
}
