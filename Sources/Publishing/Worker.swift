// The worker: a copy of this program that reads and parses one file after the other, as its standard input names them.
// It may run out of time or memory or crash on a hostile page; then it is replaced, and the page gets a diagnostic.

import Content
import UTF8Text

/// The argument that makes this program a worker.
package let workerArgument = "parse-worker"

enum WorkerLimit {
    /// Of the whole process, in bytes; a page needs a few megabytes.
    static let addressSpace = 2 << 30
    /// Of processor time, for one page; ordinary pages take less than a millisecond.
    static let milliseconds = 10_000
}

/// What a worker says about a file.
enum WorkerReply: WireCodable {
    case parsed(ParseResult)
    /// Why it cannot be read.
    case unreadable(String)

    func write(to wire: inout WireWriter) {
        switch self {
        case .parsed(let result):
            wire.integer(0)
            wire.value(result)
        case .unreadable(let reason):
            wire.integer(1)
            wire.value(reason)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        self = try wire.integer() == 0 ? .parsed(wire.value()) : .unreadable(wire.value())
    }

    /// Reads and parses a file of the folder `contentRoot`.
    init(to path: String, in contentRoot: String) {
        do throws(MachineError) {
            let bytes = try readFile(contentRoot + "/" + path, limit: FileLimit.text)
            self = .parsed(parse(SourceFile(path: path, bytes: bytes)))
        } catch {
            self = .unreadable(error.reason)
        }
    }
}

/// Reads and parses the files of the folder `contentRoot` that standard input names, until it ends. Each message is its
/// length in four bytes, least significant first, and what it says: the path of a file in, a `WorkerReply` out. An
/// empty message comes first, and says that it works.
package func runWorker(contentRoot: String) {
    limitThisProcess(addressSpace: WorkerLimit.addressSpace)
    guard writeOutput(messageHeader(0)) else { return }
    while let header = readInput(4), let path = readInput(messageLength(header)) {
        var wire = WireWriter()
        wire.value(WorkerReply(to: String(decoding: path, as: UTF8.self), in: contentRoot))
        guard writeOutput(messageHeader(wire.bytes.count)), writeOutput(wire.bytes) else { return }
    }
}

func messageHeader(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } }

func messageLength(_ header: some Collection<UInt8> & BidirectionalCollection) -> Int {
    header.reversed().reduce(0) { $0 << 8 | Int($1) }
}
