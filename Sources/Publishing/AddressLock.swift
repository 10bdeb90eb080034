// The addresses that were published last, as a file that is kept in version control.

import Knowledge
import UTF8Text

/// Which lock a check is held against.
package struct LockOptions: Sendable {
    /// As the caller named it.
    package let path: String
    /// Whether it is to list what there is now, whatever vanished.
    package let isRewritten: Bool

    package init(path: String, isRewritten: Bool) {
        self.path = path
        self.isRewritten = isRewritten
    }
}

/// What a lock lists.
package struct LockUse: Sendable {
    package let pages: Int
    package let files: Int
    /// Whether it was written.
    package let isWritten: Bool
}

struct AddressLock {
    private let file: KeptFile

    init(path: String) { file = KeptFile(kind: "lock", path: path) }

    func read() throws(MachineError) -> PublishedAddresses {
        guard file.exists else {
            throw .wrongRequest("the lock '\(file.path)' does not exist; to start one, add --write-lock")
        }
        let json = try file.read()
        func list(_ name: String) throws(MachineError) -> [ReadJSON] {
            guard let list = json[name]?.array else { throw file.fault(at: json.position, "'\(name)' is missing") }
            return list
        }
        var pages: [PublishedAddresses.Page] = []
        for page in try list("pages") {
            guard let address = page["address"]?.string, let path = page["file"]?.string,
                let title = page["title"]?.string, let anchors = page["anchors"]?.strings
            else { throw file.fault(at: page.position, "a page needs 'address', 'file', 'title' and 'anchors'") }
            pages.append(.init(address: address, file: path, title: title, anchors: anchors))
        }
        var files: [String] = []
        for entry in try list("files") {
            guard let address = entry.string else { throw file.fault(at: entry.position, "a file needs an address") }
            files.append(address)
        }
        var redirects: [PublishedAddresses.OldAddress] = []
        for redirect in try list("redirects") {
            guard let from = redirect["from"]?.string, let to = redirect["to"]?.string else {
                throw file.fault(at: redirect.position, "a redirect needs 'from' and 'to'")
            }
            redirects.append(.init(from: from, to: to))
        }
        return PublishedAddresses(pages: pages, files: files, oldAddresses: redirects)
    }

    /// Writes what is published now. What is there already must be a lock.
    func write(_ published: PublishedAddresses) throws(MachineError) {
        if file.exists { _ = try file.read() }
        let pages = published.pages.map { page in
            JSON.object([
                ("address", .string(page.address)), ("file", .string(page.file)), ("title", .string(page.title)),
                ("anchors", .array(page.anchors.map { .string($0) })),
            ])
        }
        let redirects = published.oldAddresses.map { old in
            JSON.object([("from", .string(old.from)), ("to", .string(old.to))])
        }
        try file.write([
            ("pages", pages), ("files", published.files.map { .string($0) }), ("redirects", redirects),
        ])
    }
}
