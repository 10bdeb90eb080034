// Where in the site each page lies: folder plus slug, and no two files at one place.

import Content
import UTF8Text

/// Where the page of search lies, which no file of a handbook makes.
package let searchPageAddress = "search/index.html"

/// Where the home page lies.
private let homeAddress = "index.html"

/// The path of each page's file in the site, by page. Where two would lie at one address, the second gets another.
func assignAddresses(_ shelf: Shelf, assets: [Asset], report: inout Report) -> [String] {
    var addresses = Addresses()
    for asset in assets { addresses.reserve(asset, report: &report) }
    let folders = FolderAddresses(of: shelf)
    var wanted = shelf.pages.map(folders.address(of:))
    // What authors wrote comes before what is made up, so that only the latter has to move.
    var displaced: [Page] = []
    for page in shelf.pages where !page.isMadeUp { addresses.settle(page, at: wanted[page.id.index], or: &displaced) }
    for page in shelf.pages where page.isMadeUp { addresses.settle(page, at: wanted[page.id.index], or: &displaced) }
    // Only when all others have theirs, so that none of them has to move for a page that did.
    for page in displaced { addresses.move(page, from: &wanted[page.id.index], report: &report) }
    return wanted
}

private struct Addresses {
    /// What owns an address, as findings name it.
    private var owners = [addressKey(searchPageAddress): "the page of search"]

    /// A file lies where its path says.
    mutating func reserve(_ asset: Asset, report: inout Report) {
        let key = addressKey(asset.path)
        // Their folders cannot be files.
        switch key {
        case addressKey(searchPageAddress), addressKey(folder(of: searchPageAddress)):
            report.add(
                .addressReserved, in: asset.path, at: .start,
                "the page of search is published at the same address, \(searchPageAddress)", help: "rename the file")
        case homeAddress:
            report.add(
                .addressReserved, in: asset.path, at: .start, "the home page is published at the same address, \(key)",
                help: "rename the file; write what it says into index.md")
        default: owners[key] = "'\(asset.path)'"
        }
    }

    mutating func settle(_ page: Page, at address: String, or displaced: inout [Page]) {
        if owner(of: address) == nil {
            owners[addressKey(address)] = page.nameInFindings
        } else {
            displaced.append(page)
        }
    }

    /// What lies at an address, or where a folder of it must be.
    private func owner(of address: String) -> String? {
        if let owner = owners[addressKey(address)] { return owner }
        var around = folder(of: address)
        while !around.isEmpty {
            if let owner = owners[addressKey(around)] { return owner }
            around = folder(of: around)
        }
        return nil
    }

    mutating func move(_ page: Page, from address: inout String, report: inout Report) {
        let place = folder(of: address)
        var number = 2
        while owner(of: "\(place)-\(number)/index.html") != nil { number += 1 }
        let free = "\(place)-\(number)/index.html"
        // The list of a folder has no file in which a finding could be mended.
        if !page.isMadeUp, let owner = owner(of: address) {
            report.add(
                .addressTaken, in: page.path, at: page.parsed.header.slug?.position ?? .start,
                "\(owner) is published at the same address, \(place)/, so this page gets \(place)-\(number)/",
                help: "rename one of the files, or give this page another slug")
        }
        address = free
        owners[addressKey(free)] = page.nameInFindings
    }
}

/// The addresses of folders, each made once.
private struct FolderAddresses {
    private var addresses = ["": ""]

    init(of shelf: Shelf) {
        for path in shelf.folders.paths.sorted() where !path.isEmpty {
            let name = slug(shelf.folders.name(ofFolder: path))
            addresses[path] = addresses[folder(of: path), default: ""] + (name.isEmpty ? "folder" : name) + "/"
        }
    }

    func address(of page: Page) -> String {
        guard let opened = page.folderOpened else {
            return addresses[folder(of: page.path), default: ""] + (page.slug.isEmpty ? "page" : page.slug)
                + "/index.html"
        }
        guard page.parsed.header.slug != nil, !opened.isEmpty else {
            return addresses[opened, default: ""] + "index.html"
        }
        return addresses[folder(of: opened), default: ""] + page.slug + "/index.html"
    }
}

/// Addresses that some file system takes for one: in case, and in the composition of letters.
func addressKey(_ address: String) -> String {
    // Swift compares strings by canonical equivalence, which takes care of composition.
    address.lowercased()
}
