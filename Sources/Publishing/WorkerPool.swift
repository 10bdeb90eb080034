// Hands files to worker processes and collects what they say: one loop, no threads, whatever the workers do.

import Content
import UTF8Text

/// A file's result as it came from a worker, or why there is none.
enum WorkerAnswer: Sendable {
    case result([UInt8])
    case failure(String)
}

struct WorkerPool {
    private let executable: String
    private let timeLimit: Int
    private var workers: [WorkerProcess] = []

    /// Starts `count` workers. `timeLimit` is for one file, in milliseconds.
    init(count: Int, executable: String, timeLimit: Int) throws(MachineError) {
        self.executable = executable
        self.timeLimit = timeLimit
        ignoreBrokenPipes()
        for _ in 0..<count { workers.append(try WorkerProcess(executable: executable)) }
    }

    /// The answer for each of `count` files, which `read` hands out by number when a worker is ready for it.
    mutating func answers(
        forFiles count: Int, read: (Int) -> SourceFile?, progress: (Int) -> Void
    ) throws(MachineError) -> [WorkerAnswer?] {
        var answers = [WorkerAnswer?](repeating: nil, count: count)
        var waiting = Array((0..<count).reversed())
        var done = 0
        while done < count {
            for index in workers.indices {
                while workers[index].hasRoom, let file = waiting.popLast() {
                    guard let source = read(file) else {
                        done += 1
                        continue
                    }
                    workers[index].send(source, file)
                }
            }
            if workers.allSatisfy(\.isIdle), waiting.isEmpty { break }
            waitForAny(
                reading: workers.filter { !$0.isIdle }.map(\.process.output),
                writing: workers.filter(\.hasUnwritten).map(\.process.input), milliseconds: 250)
            for index in workers.indices where !workers[index].isIdle {
                for (file, bytes) in workers[index].exchange() {
                    answers[file] = .result(bytes)
                    done += 1
                }
                guard let fault = workers[index].fault(timeLimit: timeLimit) else { continue }
                // The file it was at is the one to blame; the others in its hands start anew elsewhere.
                let (blamed, others) = workers[index].stop()
                if let blamed {
                    answers[blamed] = .failure(fault)
                    done += 1
                }
                waiting.append(contentsOf: others.reversed())
                workers[index] = try WorkerProcess(executable: executable)
            }
            progress(done)
        }
        return answers
    }

    func stop() { for worker in workers { worker.process.end() } }
}

private struct WorkerProcess {
    let process: ChildProcess
    /// The files in its hands, the one that it is at first.
    private var files: [Int] = []
    private var unwritten: [UInt8] = []
    private var written = 0
    private var unread: [UInt8] = []
    private var isClosed = false
    /// When it last gave an answer or was handed the first file.
    private var lastSign = 0

    /// More than one, so that a worker never waits for the next; few, so that little starts anew when it dies.
    private static let filesInHand = 6

    init(executable: String) throws(MachineError) {
        process = try ChildProcess(starting: executable, arguments: [workerArgument])
    }

    var isIdle: Bool { files.isEmpty }
    var hasRoom: Bool { files.count < Self.filesInHand && !isClosed }
    var hasUnwritten: Bool { written < unwritten.count && !isClosed }

    mutating func send(_ source: SourceFile, _ file: Int) {
        if files.isEmpty { lastSign = monotonicMilliseconds() }
        files.append(file)
        if !hasUnwritten { (unwritten, written) = ([], 0) }
        unwritten.append(contentsOf: message(source))
    }

    /// Writes and reads what is possible now, and returns the finished files.
    mutating func exchange() -> [(file: Int, bytes: [UInt8])] {
        while hasUnwritten {
            guard let count = writeAvailable(process.input, unwritten, from: written) else {
                isClosed = true
                break
            }
            if count == 0 { break }
            written += count
        }
        while let bytes = readAvailable(process.output) {
            if bytes.isEmpty {
                isClosed = true
                break
            }
            unread.append(contentsOf: bytes)
        }
        var finished: [(Int, [UInt8])] = []
        var start = 0
        while unread.count - start >= 4 {
            let end = start + 4 + messageLength(Array(unread[start..<start + 4]))
            guard unread.count >= end, !files.isEmpty else { break }
            finished.append((files.removeFirst(), Array(unread[start + 4..<end])))
            start = end
            lastSign = monotonicMilliseconds()
        }
        unread.removeFirst(start)
        return finished
    }

    /// Why the worker must be replaced, if so.
    func fault(timeLimit: Int) -> String? {
        if isClosed, !files.isEmpty { return "needs more memory than one page may have, or crashes the parser" }
        guard !files.isEmpty, monotonicMilliseconds() - lastSign > timeLimit else { return nil }
        return "takes longer than \(timeLimit / 1000) seconds to parse"
    }

    mutating func stop() -> (blamed: Int?, others: [Int]) {
        process.end()
        return (files.first, Array(files.dropFirst()))
    }
}
