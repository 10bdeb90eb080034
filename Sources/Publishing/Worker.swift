// The worker: a copy of this program that parses one file after the other from its standard input. It may run out of
// time or memory or crash on a hostile page; then it is replaced, and the page gets a diagnostic.

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

/// Parses files from standard input until it ends. Each message is its length in four bytes, least significant first,
/// and a wire value: a `SourceFile` in, a `ParseResult` out. An empty message comes first, and says that it works.
package func runWorker() {
    limitThisProcess(addressSpace: WorkerLimit.addressSpace)
    guard writeOutput([0, 0, 0, 0]) else { return }
    while let header = readInput(4), let bytes = readInput(messageLength(header)) {
        var reader = WireReader(bytes)
        guard let source = try? SourceFile(from: &reader), writeOutput(message(parse(source))) else { return }
    }
}

func message(_ value: some WireCodable) -> [UInt8] {
    var writer = WireWriter()
    writer.value(value)
    let count = writer.bytes.count
    return (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + writer.bytes
}

func messageLength(_ header: [UInt8]) -> Int {
    header.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
}
