// Where in the site each page lies: folder plus slug, and no two files at one place.

import Content
import UTF8Text

/// The path of each page's file in the site, by page.
func assignAddresses(_ shelf: Shelf, assets: [Asset], report: inout Report) -> [String] {
    var owners: [String: String] = [:]
    for asset in assets { owners[addressKey(asset.path)] = asset.path }
    return shelf.pages.map { page in
        let address = address(of: page)
        let key = addressKey(address)
        // A file that lies where a folder of the address must be is in the way too.
        if let owner = owners[key] ?? owners[addressKey(folder(of: address))] {
            report.add(
                .addressTaken, in: page.path, at: .start, "'\(owner)' is published at the same address, \(address)",
                help: "rename one of the files, or give this page another slug")
        } else {
            owners[key] = page.path
        }
        return address
    }
}

private func address(of page: Page) -> String {
    var parts = folder(of: page.path).split(separator: "/").map { component in
        let name = slug(numberPrefix(of: String(component)).rest)
        return name.isEmpty ? "folder" : name
    }
    if isFolderIndex(page.path) {
        if page.parsed.header.slug != nil, !parts.isEmpty { parts[parts.count - 1] = page.slug }
    } else {
        parts.append(page.slug.isEmpty ? "page" : page.slug)
    }
    return (parts + ["index.html"]).joined(separator: "/")
}

/// Addresses that some file system takes for one: in case, and in the composition of letters.
func addressKey(_ address: String) -> String {
    // Swift compares strings by canonical equivalence, which takes care of composition.
    address.lowercased()
}

/// Resolves the old addresses that pages declare.
func resolveRedirects(_ shelf: Shelf, addresses: [String], assets: [Asset], report: inout Report) -> [Redirect] {
    var owners: [String: String] = [:]
    for page in shelf.pages { owners[addressKey(addresses[page.id.index])] = page.path }
    for asset in assets { owners[addressKey(asset.path)] = asset.path }
    var redirects: [Redirect] = []
    for page in shelf.pages {
        for old in page.parsed.header.redirects {
            guard let address = redirectAddress(old.value) else {
                report.add(
                    .linkOutside, in: page.path, at: old.position, "'\(old.value)' is not an address of this handbook",
                    help: "write the old path, for example old/name/")
                continue
            }
            if let owner = owners[addressKey(address)] {
                report.add(
                    .redirectTaken, in: page.path, at: old.position, "'\(old.value)' already leads to '\(owner)'",
                    help: "remove this line, or the other claim")
                continue
            }
            owners[addressKey(address)] = page.path
            redirects.append(Redirect(address: address, target: page.id))
        }
    }
    return redirects
}

private func redirectAddress(_ text: String) -> String? {
    guard scheme(of: text) == nil, !text.utf8.contains("#"), !text.utf8.contains("?"), !text.utf8.contains("\\"),
        let decoded = percentDecoded(text), let path = normalizedPath(decoded), !path.isEmpty
    else { return nil }
    let name = splitExtension(of: fileName(of: path))
    switch name.extension {
    case "html", "htm": return path
    case "md": return (folder(of: path).isEmpty ? "" : folder(of: path) + "/") + name.stem + "/index.html"
    default: return path + "/index.html"
    }
}
