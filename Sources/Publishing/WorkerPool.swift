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

    /// Starts `count` workers. `timeLimit` is for one file, in milliseconds of processor time.
    init(count: Int, executable: String, timeLimit: Int) throws(MachineError) {
        self.executable = executable
        self.timeLimit = timeLimit
        do throws(MachineError) {
            for _ in 0..<count { workers.append(try WorkerProcess(executable: executable)) }
        } catch {
            stop()
            throw error
        }
    }

    /// The answer for each of `count` files, which `read` hands out by number when a worker is ready for it.
    mutating func answers(
        forFiles count: Int, read: (Int) -> SourceFile?, progress: (Int) -> Void
    ) throws(MachineError) -> [WorkerAnswer?] {
        var answers = [WorkerAnswer?](repeating: nil, count: count)
        var waiting = Array((0..<count).reversed())
        var done = 0
        while true {
            for index in workers.indices {
                while workers[index].hasRoom, let file = waiting.popLast() {
                    if let source = read(file) { workers[index].send(source, file) } else { done += 1 }
                }
            }
            if done == count { return answers }
            try throwIfInterrupted()
            waitForAny(
                reading: workers.filter { !$0.isClosed }.map(\.process.output),
                writing: workers.filter(\.hasUnwritten).map(\.process.input), milliseconds: 250)
            for index in workers.indices {
                for (file, bytes) in workers[index].exchange() {
                    answers[file] = .result(bytes)
                    done += 1
                }
                guard let fault = workers[index].fault(timeLimit: timeLimit) else { continue }
                let (suspect, others) = try replaceWorker(at: index)
                waiting.append(contentsOf: others.reversed())
                guard let suspect else { continue }
                if fault.isProof {
                    answers[suspect] = .failure(fault.reason)
                    done += 1
                } else if let source = read(suspect) {
                    // A fresh worker tells whether it was the file, or what the old one had done before.
                    workers[index].send(source, suspect)
                } else {
                    done += 1
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
        workers[index] = try WorkerProcess(executable: executable)
        old.process.end()
        return (old.files.first, Array(old.files.dropFirst()))
    }

    /// Ends all workers: nothing can be asked of them then.
    mutating func stop() {
        for worker in workers { worker.process.end() }
        workers = []
    }
}
