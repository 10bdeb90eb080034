// Runs the requests to other hosts, each a process of its own. One loop, no threads, like that of the workers.

import LinkChecking

struct LinkRequests {
    private(set) var queue: LinkQueue

    private struct Running {
        let host: Int
        let process: ChildProcess
        let started: Int
        var output: [UInt8] = []
    }

    private let program: String
    private var running: [Running] = []

    /// The headers of all responses to one request.
    private static let outputBytes = 4 << 20

    init(_ queue: LinkQueue, program: String) {
        self.queue = queue
        self.program = program
    }

    /// Runs all requests. When this throws, what is known so far stands.
    mutating func run(of count: Int, progress: (Progress) -> Void) throws(MachineError) {
        do throws(MachineError) {
            while !queue.isDone {
                try throwIfInterrupted()
                try start()
                wait()
                takeAnswers()
                progress(.asking(queue.done, of: count))
            }
            if let hosts = queue.unknownHosts {
                throw MachineError("none of \(hosts) hosts can be found; is there a network?")
            }
        } catch {
            for request in running { request.process.end() }
            throw error
        }
    }

    private mutating func start() throws(MachineError) {
        for (host, arguments) in queue.requests(now: monotonicMilliseconds()) {
            let process = try ChildProcess(starting: program, arguments: arguments)
            running.append(Running(host: host, process: process, started: monotonicMilliseconds()))
        }
    }

    private func wait() {
        let pause = queue.pause(now: monotonicMilliseconds())
        waitForAny(reading: running.map(\.process.output), writing: [], milliseconds: max(1, min(250, pause ?? 250)))
    }

    private mutating func takeAnswers() {
        running = running.compactMap { request in
            var request = request
            guard let answer = Self.answer(to: &request) else { return request }
            queue.take(answer, ofHost: request.host, now: monotonicMilliseconds())
            return nil
        }
    }

    /// What a host has answered, if its request is at its end.
    private static func answer(to request: inout Running) -> LinkAnswer? {
        let isOpen = readAvailable(request.process.output, into: &request.output)
        // It ends itself in time; if not, something is wrong with it.
        let isOverdue = monotonicMilliseconds() - request.started > (LinkLimit.time + 10) * 1000
        if isOpen, !isOverdue, request.output.count <= outputBytes { return nil }
        let exitCode = isOpen ? nil : request.process.waitForExit()
        if isOpen { request.process.end() }
        return LinkAnswer(output: isOpen ? [] : request.output, exitCode: exitCode, now: secondsSince1970Now())
    }
}
