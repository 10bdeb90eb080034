// Finds the files of a content folder: bytewise order, no dot-files, no editor leftovers, no symbolic links.

package import UTF8Text

extension Rule {
    package static let fileName = Rule(
        "file-name", .error,
        "A file name that cannot be published: not UTF-8, or with characters that no address can have.")
    package static let fileKind = Rule(
        "file-kind", .warning, "Something that is neither a file nor a folder, such as a symbolic link; it is left out."
    )
    package static let unreadableFile = Rule("unreadable-file", .error, "A file that cannot be read.")
    package static let parserFailed = Rule(
        "parser-failed", .error, "A page that the parser could not finish within its time and memory.")

    /// Every rule of this module.
    package static let ofPublishing: [Rule] =
        [
            .fileName, .fileKind, .unreadableFile, .parserFailed, .unusedSuppression, .staleBaseline,
        ] + ofQueries
}

struct ContentFolder {
    let root: String
    /// Paths relative to the root, in byte order.
    private(set) var paths: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let depthLimit = 32

    init(reading root: String) throws(MachineError) {
        self.root = root
        try visit("", depth: 0)
        paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func visit(_ folder: String, depth: Int) throws(MachineError) {
        let prefix = folder.isEmpty ? "" : folder + "/"
        for bytes in try names(inDirectory: folder.isEmpty ? root : root + "/" + folder) {
            guard !isLeftOut(bytes) else { continue }
            guard let name = String(validating: bytes, as: UTF8.self), isPublishable(name) else {
                report(
                    .fileName, prefix + escaped(bytes), "the file name cannot be published",
                    help: "rename it: letters, digits, spaces and - _ . are always fine")
                continue
            }
            let path = prefix + name
            switch status(of: root + "/" + path)?.kind {
            case .file: paths.append(path)
            case .directory: visitInner(path, depth: depth + 1)
            case .symbolicLink:
                report(.fileKind, path, "a symbolic link is not followed", help: "put the file itself here")
            case .other: report(.fileKind, path, "this is neither a file nor a folder", help: "remove it")
            case nil:
                report(.unreadableFile, path, "this cannot be looked at", help: "check the permissions of its folder")
            }
        }
    }

    /// A folder that cannot be read is a finding; only for the content folder itself it is the end.
    private mutating func visitInner(_ folder: String, depth: Int) {
        guard depth <= Self.depthLimit else {
            return report(
                .unreadableFile, folder, "the folder lies more than \(Self.depthLimit) levels deep",
                help: "move it up")
        }
        do throws(MachineError) {
            try visit(folder, depth: depth)
        } catch {
            report(
                .unreadableFile, folder, "the folder cannot be read: \(error.reason)", help: "check its permissions")
        }
    }

    /// Dot-files, and what editors and office programs leave beside a file.
    private func isLeftOut(_ name: [UInt8]) -> Bool {
        name.first == "." || name.last == "~" || name.starts(with: "~$".utf8)
            || name.first == "#" && name.last == "#" || name.elementsEqual("Thumbs.db".utf8)
            || [".swp", ".tmp", ".bak", ".orig"].contains { name.reversed().starts(with: $0.utf8.reversed()) }
    }

    /// No control characters, direction marks or backslashes; not too long for any file system.
    private func isPublishable(_ name: String) -> Bool {
        name.utf8.count <= 240 && name.visibleOnOneLine == name && !name.utf8.contains("\\")
    }

    private func escaped(_ name: [UInt8]) -> String {
        String(decoding: name, as: UTF8.self).visibleOnOneLine
    }

    private mutating func report(_ rule: Rule, _ path: String, _ message: String, help: String) {
        diagnostics.append(Diagnostic(rule, path: path, at: .start, message, help: help))
    }
}
