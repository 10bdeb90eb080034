// Hands files to worker processes and collects what they say: one loop, no threads, whatever the workers do.

/// What came of a file: the reply of a worker as it came, or why there is none.
enum WorkerAnswer: Sendable {
    case reply([UInt8])
    case failure(String)
}

struct WorkerPool {
    private let executable: String
    private let contentRoot: String
    private let timeLimit: Int
    private var workers: [WorkerProcess] = []

    /// Starts `count` workers for the files of a folder. `timeLimit` is for one file, in milliseconds of processor time.
    init(count: Int, executable: String, contentRoot: String, timeLimit: Int) throws(MachineError) {
        self.executable = executable
        self.contentRoot = contentRoot
        self.timeLimit = timeLimit
        do throws(MachineError) {
            for _ in 0..<count { workers.append(try WorkerProcess(executable: executable, contentRoot: contentRoot)) }
        } catch {
            stop()
            throw error
        }
    }

    /// What `read` makes of the answer for each of the files, which are given by their paths in the folder. Each answer is
    /// read as soon as it is there, while the workers are at other files, so that few are in memory at a time.
    mutating func results<Result>(
        forFiles paths: [String], read: (Int, WorkerAnswer) -> Result, progress: (Int) -> Void
    ) throws(MachineError) -> [Result] {
        var results = [Result?](repeating: nil, count: paths.count)
        var waiting = Array(paths.indices.reversed())
        var done = 0
        while true {
            for index in workers.indices {
                while workers[index].hasRoom, let file = waiting.popLast() {
                    workers[index].send(paths[file], file)
                }
            }
            if done == paths.count { return results.compactMap(\.self) }
            try throwIfInterrupted()
            waitForAny(
                reading: workers.filter { !$0.isClosed }.map(\.process.output),
                writing: workers.filter(\.hasUnwritten).map(\.process.input), milliseconds: 250)
            for index in workers.indices {
                for (file, reply) in workers[index].exchange() {
                    results[file] = read(file, .reply(reply))
                    done += 1
                }
                guard let fault = workers[index].fault(timeLimit: timeLimit) else { continue }
                let (suspect, others) = try replaceWorker(at: index)
                waiting.append(contentsOf: others.reversed())
                guard let suspect else { continue }
                if fault.isProof {
                    results[suspect] = read(suspect, .failure(fault.reason))
                    done += 1
                } else {
                    // A fresh worker tells whether it was the file, or what the old one had done before.
                    workers[index].send(paths[suspect], suspect)
                }
            }
            progress(done)
        }
    }

    /// Ends a worker and starts another; the files that it had in its hands, and the one that it was at.
    private mutating func replaceWorker(at index: Int) throws(MachineError) -> (suspect: Int?, others: [Int]) {
        let old = workers[index]
        guard old.hasStarted else {
            throw MachineError("start", executable, because: "it ends before it does anything")
        }
        workers[index] = try WorkerProcess(executable: executable, contentRoot: contentRoot)
        old.process.end()
        return (old.files.first, Array(old.files.dropFirst()))
    }

    /// Ends all workers: nothing can be asked of them then.
    mutating func stop() {
        for worker in workers { worker.process.end() }
        workers = []
    }
}
