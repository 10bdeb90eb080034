// The navigation beside every page: the top of the handbook, opened along the path to the page.

import Content
import Knowledge
import UTF8Text

/// The navigation for the pages of one folder: the same for all of them but for the mark of the current page, and in long
/// lists for the neighbours that it stands among.
struct NavigationFragment: Sendable {
    /// HTML whose links are relative to a page of this folder.
    let html: [UInt8]
    /// Where the link of each page starts to be marked as current: behind `<a`.
    let marks: [PageID: Int]
    /// The lists of which a page shows only its neighbours: where in the HTML each item starts, and where the last ends.
    let longLists: [[Int]]

    static let none = NavigationFragment(html: [], marks: [:], longLists: [])

    /// The HTML for a page of the folder.
    /// - Parameters:
    ///   - mark: where the link of that page is.
    ///   - place: of the page among the pages of the folder.
    func html(markedAt mark: Int, place: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(longLists.isEmpty ? html.count + 32 : 8192)
        func copy(_ range: Range<Int>) {
            guard range.contains(mark) else {
                result += html[range]
                return
            }
            result += html[range.lowerBound..<mark]
            result.write(" aria-current=\"page\"")
            result += html[mark..<range.upperBound]
        }
        var copied = 0
        for starts in longLists {
            copy(copied..<starts[0])
            let window = neighbours(of: place, among: starts.count - 1)
            copy(starts[window.lowerBound]..<starts[window.upperBound])
            copied = starts[starts.count - 1]
        }
        copy(copied..<html.count)
        return result
    }
}

/// A folder with more pages than this shows those around the current one and a link to all of them.
private let longestList = 60
private let windowRadius = 12

/// Which members of a long list stand beside the page at `place`.
private func neighbours(of place: Int, among count: Int) -> Range<Int> {
    let start = max(0, min(place - windowRadius, count - 2 * windowRadius))
    return start..<min(count, start + 2 * windowRadius)
}

/// One fragment for each page of a folder, for the pages in it; `marks` is empty for pages that are no folder's.
func navigationFragments(of handbook: Handbook, labels: [[UInt8]], wording: Wording) -> [NavigationFragment] {
    handbook.pages.map { page in
        guard !handbook.tree.groups[page.id.index].isEmpty else { return .none }
        // As seen from a page of the folder that does not exist, so that no link is shortened for one of them.
        let around = folder(of: handbook.address(of: page.id))
        let sibling = (around.isEmpty ? "" : around + "/") + "*/index.html"
        var writer = NavigationWriter(handbook: handbook, labels: labels, wording: wording, from: sibling, current: nil)
        writer.write(openTo: page.id)
        return NavigationFragment(html: writer.html, marks: writer.marks, longLists: writer.longLists)
    }
}

extension Site {
    func navigationHTML(for id: PageID) -> [UInt8] {
        let page = handbook[id]
        if page.folderOpened == nil, let folder = handbook.tree.parents[id.index] {
            let fragment = navigation[folder.index]
            if let mark = fragment.marks[id] {
                return fragment.html(markedAt: mark, place: handbook.tree.places[id.index])
            }
        }
        var writer = NavigationWriter(
            handbook: handbook, labels: navigationLabels, wording: wording, from: handbook.address(of: id), current: id)
        writer.write(openTo: handbook.tree.groups[id.index].isEmpty ? handbook.tree.parents[id.index] : id)
        return writer.html
    }
}

private struct NavigationWriter {
    let handbook: Handbook
    let labels: [[UInt8]]
    let wording: Wording
    /// The address of the page that the links are written for.
    let from: String
    /// The page to mark, where the navigation is not shared.
    let current: PageID?
    private(set) var html: [UInt8] = []
    private(set) var marks: [PageID: Int] = [:]
    /// Where the items of the long lists start, and where the last ends, where the navigation is shared.
    private(set) var longLists: [[Int]] = []
    /// The folder whose pages share the navigation.
    private var shared: PageID?
    private var open: Set<PageID> = []
    /// The child of each folder that leads to the current page.
    private var path: [PageID: PageID] = [:]

    init(handbook: Handbook, labels: [[UInt8]], wording: Wording, from: String, current: PageID?) {
        self.handbook = handbook
        self.labels = labels
        self.wording = wording
        self.from = from
        self.current = current
    }

    mutating func write(openTo folder: PageID?) {
        guard let home = handbook.home else { return }
        if let folder {
            open = Set(handbook.tree.trail(of: folder))
            open.insert(folder)
        }
        if current == nil { shared = folder }
        var child = current ?? folder
        while let page = child, let folder = handbook.tree.parents[page.index] {
            path[folder] = page
            child = folder
        }
        html.write("<ul class=\"nav-list\">")
        // At the top, the handbook's sections; their pages only where the reader is.
        for group in handbook.tree.groups[home.index] {
            writeItems(group.members, of: home)
        }
        writeAllLink(of: home)
        html.write("</ul>")
    }

    private mutating func writeItem(_ id: PageID) {
        guard !handbook[id].parsed.header.navigation.isHidden else { return }
        html.write("<li>")
        writeLink(id)
        if open.contains(id) { writeChildren(of: id) }
        html.write("</li>")
    }

    private mutating func writeChildren(of id: PageID) {
        let groups = handbook.tree.groups[id.index]
        guard !groups.isEmpty else { return }
        html.write("<ul>")
        for group in groups {
            guard let title = group.title else {
                writeItems(group.members, of: id)
                continue
            }
            html.write("<li class=\"nav-group\"><span class=\"nav-caption\">")
            html.appendEscaped(title)
            html.write("</span><ul>")
            writeItems(group.members, of: id)
            html.write("</ul></li>")
        }
        writeAllLink(of: id)
        html.write("</ul>")
    }

    /// All of a short list; of a long one the neighbours of the page that leads to the current one, or all where each page
    /// of the folder takes its own.
    private mutating func writeItems(_ members: [PageID], of folder: PageID) {
        guard members.count > longestList else {
            for member in members { writeItem(member) }
            return
        }
        guard folder == shared else {
            let place = path[folder].map { handbook.tree.places[$0.index] } ?? 0
            for index in neighbours(of: place, among: members.count) { writeItem(members[index]) }
            return
        }
        var starts: [Int] = []
        starts.reserveCapacity(members.count + 1)
        for member in members {
            starts.append(html.count)
            writeItem(member)
        }
        longLists.append(starts + [html.count])
    }

    private mutating func writeAllLink(of id: PageID) {
        let count = handbook.tree.childCount(of: id)
        guard count > longestList else { return }
        html.write("<li><a href=\"")
        html.appendRelativeAddress(from: from, to: handbook.address(of: id))
        html.write("\">")
        html.appendEscaped(wording.pages.allPages(count))
        html.write("</a></li>")
    }

    private mutating func writeLink(_ id: PageID) {
        html.write("<a")
        marks[id] = html.count
        if id == current { html.write(" aria-current=\"page\"") }
        html.write(" href=\"")
        html.appendRelativeAddress(from: from, to: handbook.address(of: id))
        html.write("\">")
        html.append(contentsOf: labels[id.index])
        html.write("</a>")
    }
}
