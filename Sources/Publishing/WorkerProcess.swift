// One worker as its parent sees it: the files in its hands, what is on its way to it and what has come back.

/// Why a worker must be replaced.
struct WorkerFault {
    let reason: String
    /// Whether the file that it was at is certainly to blame.
    let isProof: Bool
}

struct WorkerProcess {
    let process: ChildProcess
    /// The files in its hands, the one that it is at first.
    private(set) var files: [Int] = []
    /// Whether it has said that it works.
    private(set) var hasStarted = false
    /// Whether it has ended, or says what makes no sense.
    private(set) var isClosed = false
    private var answered = 0
    private var unwritten: [UInt8] = []
    private var written = 0
    private var unread: [UInt8] = []
    /// Its processor time when it last gave an answer or was handed the first file.
    private var lastSign = 0

    /// More than one, so that a worker never waits for the next; few, so that little starts anew when it dies.
    private static let filesInHand = 6
    /// Longer answers cannot be: a page's HTML has a limit far below.
    private static let answerBytes = 256 << 20

    init(executable: String, contentRoot: String) throws(MachineError) {
        process = try ChildProcess(starting: executable, arguments: [workerArgument, contentRoot])
    }

    var hasRoom: Bool { files.count < Self.filesInHand && !isClosed }
    var hasUnwritten: Bool { written < unwritten.count && !isClosed }

    mutating func send(_ path: String, _ file: Int) {
        if files.isEmpty { lastSign = process.processorMilliseconds }
        files.append(file)
        if !hasUnwritten { (unwritten, written) = ([], 0) }
        unwritten += messageHeader(path.utf8.count)
        unwritten += path.utf8
    }

    /// Writes and reads what is possible now, and returns the finished files.
    mutating func exchange() -> [(file: Int, reply: [UInt8])] {
        // Asked first, so that all that it has said is read.
        let hasEnded = process.hasEnded
        while hasUnwritten {
            guard let count = writeAvailable(process.input, unwritten, from: written) else {
                isClosed = true
                break
            }
            if count == 0 { break }
            written += count
        }
        if !readAvailable(process.output, into: &unread) || hasEnded { isClosed = true }
        var finished: [(Int, [UInt8])] = []
        var start = 0
        while unread.count - start >= 4 {
            let length = messageLength(unread[start..<start + 4])
            if length > Self.answerBytes { isClosed = true }
            let end = start + 4 + length
            guard unread.count >= end else { break }
            if hasStarted {
                guard !files.isEmpty else { break }
                finished.append((files.removeFirst(), Array(unread[start + 4..<end])))
            }
            hasStarted = true
            start = end
        }
        unread.removeFirst(start)
        if !finished.isEmpty {
            answered += finished.count
            lastSign = process.processorMilliseconds
        }
        return finished
    }

    /// Why the worker must be replaced, if so. What it has said must have been read before.
    func fault(timeLimit: Int) -> WorkerFault? {
        if isClosed {
            return WorkerFault(
                reason: "needs more memory than one page may have, or crashes the parser", isProof: answered == 0)
        }
        guard !files.isEmpty, process.processorMilliseconds - lastSign > timeLimit else { return nil }
        return WorkerFault(reason: "takes longer than \(seconds(timeLimit)) to parse", isProof: true)
    }

    private func seconds(_ milliseconds: Int) -> String {
        let tenths = milliseconds % 1000 / 100
        return "\(milliseconds / 1000)\(tenths == 0 ? "" : ".\(tenths)") seconds"
    }
}
