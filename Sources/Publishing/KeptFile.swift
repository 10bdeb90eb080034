// Files that Milepost keeps for later runs and people keep in version control: JSON, one entry a line, always in the same
// order, so that two versions can be compared and merged line by line.
//
//     {"milepost":"baseline","version":1,
//     "findings":[
//     {"file":"a.md","rule":"orphan",…},
//     …
//     ]}

import UTF8Text

struct KeptFile {
    /// What the file is for: `baseline`, `lock`, `cache`.
    let kind: String
    /// As the caller named it.
    let path: String

    private static let version = 1
    private static let bytesLimit = 256 << 20

    /// Whether there is something at the path.
    var exists: Bool { realPath(path) != nil }

    /// Reads the file, which must be of this kind.
    ///
    /// - Throws: `MachineError` with the place of the fault, as a wrong request: the caller named the file.
    func read() throws(MachineError) -> ReadJSON {
        let bytes: [UInt8]
        do throws(MachineError) {
            bytes = try readFile(realPath(path) ?? path, limit: Self.bytesLimit)
        } catch {
            throw .wrongRequest("the \(kind) '\(path)' cannot be read: \(error.reason)")
        }
        let file: ReadJSON
        do throws(InvalidJSON) {
            file = try readJSON(bytes)
        } catch {
            throw fault(at: error.position, "the JSON is not valid, \(error.reason)")
        }
        guard file["milepost"]?.string == kind else {
            throw fault(at: file.position, "it was not written by Milepost as a \(kind)")
        }
        guard file["version"]?.integer == Self.version else {
            throw fault(at: file.position, "it was written by another version of Milepost; write it anew")
        }
        return file
    }

    func fault(at position: SourcePosition, _ reason: String) -> MachineError {
        .wrongRequest("the \(kind) '\(path)' cannot be used: line \(position.line): \(reason)")
    }

    /// Writes the file in one step: whoever reads it sees the old or the new one.
    func write(_ lists: [(name: String, entries: [JSON])]) throws(MachineError) {
        var bytes: [UInt8] = []
        bytes.append(contentsOf: "{\"milepost\":\"\(kind)\",\"version\":\(Self.version)".utf8)
        for list in lists {
            bytes.append(contentsOf: ",\n\"\(list.name)\":[".utf8)
            for (index, entry) in list.entries.enumerated() {
                bytes.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
                bytes.append(contentsOf: entry.bytes)
            }
            bytes.append(contentsOf: list.entries.isEmpty ? "]".utf8 : "\n]".utf8)
        }
        bytes.append(contentsOf: "}\n".utf8)
        try replaceFile(realPath(path) ?? path, bytes)
    }
}
