// Files whose path has a name with a dot in front, as `.gitbook/assets/chart.png`: published only when a page links to them.

import Content
import UTF8Text

/// The folders in which version control keeps what is nobody's to read.
private let neverPublished: Set<String> = [".git", ".hg", ".svn", ".bzr", ".ssh"]

/// The paths of the hidden files in the content folder that links and images of pages lead to.
func hiddenFiles(linkedFrom pages: [ParsedPage], root: String) -> [String] {
    var looked: Set<String> = []
    var found: [String] = []
    for page in pages {
        for reference in page.markdown.references where reference.kind != .wiki && reference.target.utf8.contains(".") {
            guard let path = hiddenPath(of: reference.target, on: page), looked.insert(path).inserted else { continue }
            if status(of: root + "/" + path)?.kind == .file, liesInFolders(path, root: root) { found.append(path) }
        }
    }
    return found
}

/// The path that a link names, if a part of it starts with a dot.
private func hiddenPath(of target: String, on page: ParsedPage) -> String? {
    guard target.hasPrefix(".") || target.contains("/.") || target.contains("%2E"), scheme(of: target) == nil else {
        return nil
    }
    let written = target.prefix { $0 != "#" && $0 != "?" }
    guard let decoded = percentDecoded(String(written)), !decoded.utf8.contains(0),
        let path = normalizedPath(decoded.hasPrefix("/") ? decoded : folder(of: page.path) + "/" + decoded)
    else { return nil }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.contains(where: { $0.hasPrefix(".") }), !parts.contains(where: neverPublished.contains),
        path.visibleOnOneLine == path
    else { return nil }
    return path
}

/// Whether no folder on the way is a symbolic link, which could lead anywhere.
private func liesInFolders(_ path: String, root: String) -> Bool {
    var around = folder(of: path)
    while !around.isEmpty {
        guard status(of: root + "/" + around)?.kind == .directory else { return false }
        around = folder(of: around)
    }
    return true
}
