// Names that exist, and one that does not: what "did you mean …?" is asked about. The answer comes when a finding is
// about to be shown, because most handbooks have few of these and some have a hundred thousand.

/// Names of which an author may have meant one: those of all pages, of the headings of one, of the tasks of a plan.
///
/// An object, so that many findings share one list and its index is built once. A list equals itself alone.
package final class NameList: Sendable {
    package let names: [String]
    /// For each name, the path of what it names; `nil` where the names themselves are the answers.
    package let paths: [String]?

    package init(_ names: some Sequence<String>) {
        self.names = Array(names)
        paths = nil
    }

    /// The files at `paths`, by their names without regard to case. Of several with one name, the first is meant.
    package init(filesAt paths: some Sequence<String>) {
        var seen: Set<String> = []
        var names: [String] = []
        var kept: [String] = []
        for path in paths {
            let name = fileName(of: path).lowercased()
            guard seen.insert(name).inserted else { continue }
            names.append(name)
            kept.append(path)
        }
        self.names = names
        self.paths = kept
    }
}

extension NameList: Hashable {
    package static func == (left: NameList, right: NameList) -> Bool { left === right }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Names of which it must be known whether there is one, and which an author may have meant.
package struct KnownNames: Sendable {
    private let names: Set<String>
    package let list: NameList

    package init(_ names: some Sequence<String>) {
        self.names = Set(names)
        list = NameList(self.names)
    }

    package func contains(_ name: String) -> Bool { names.contains(name) }
    package func union(_ other: KnownNames) -> KnownNames { KnownNames(names.union(other.names)) }
}

/// A question to `Suggestions`: which of a list did the author mean by a name that is not in it?
package struct Guess: Hashable, Sendable {
    package let name: String
    package let list: NameList
    /// Stands before the answer, as `#` before the id of a heading.
    let prefix: String
    /// The page that a path is written on, from whose folder it leads; `nil` where answers are names.
    let page: String?

    /// - Parameter prefix: Stands before the answer, as `#` before the id of a heading.
    package init(_ name: String, in list: NameList, prefix: String = "") {
        self.name = name
        self.list = list
        self.prefix = prefix
        page = nil
    }

    /// A file that a page links to, by a name that is not there.
    package init(fileNamed name: String, in list: NameList, from page: String) {
        self.name = name.lowercased()
        self.list = list
        prefix = ""
        self.page = page
    }
}
