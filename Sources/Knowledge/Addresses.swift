// Where in the site each page lies: folder plus slug, and no two files at one place.

import Content
import UTF8Text

/// Where the page of search lies, which no file of a handbook makes.
package let searchPageAddress = "search/index.html"

/// The path of each page's file in the site, by page.
func assignAddresses(_ shelf: Shelf, assets: [Asset], report: inout Report) -> [String] {
    // What owns an address, as findings name it.
    var owners = [addressKey(searchPageAddress): "the page of search"]
    // Its folder cannot be a file.
    let keptForSearch: Set = [addressKey(searchPageAddress), addressKey(folder(of: searchPageAddress))]
    for asset in assets {
        let key = addressKey(asset.path)
        if keptForSearch.contains(key) {
            report.add(
                .addressTaken, in: asset.path, at: .start,
                "the page of search is published at the same address, \(searchPageAddress)", help: "rename the file")
        } else {
            owners[key] = "'\(asset.path)'"
        }
    }
    return shelf.pages.map { page in
        let address = address(of: page)
        let key = addressKey(address)
        // A file that lies where a folder of the address must be is in the way too.
        if let owner = owners[key] ?? owners[addressKey(folder(of: address))] {
            report.add(
                .addressTaken, in: page.path, at: .start, "\(owner) is published at the same address, \(address)",
                help: "rename one of the files, or give this page another slug")
        } else {
            owners[key] = "'\(page.path)'"
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
