// Asks hosts for addresses: several hosts at once, but each only for one address at a time, with a pause in between.
// One loop, no threads, like that of the workers.

import UTF8Text

struct LinkRequests {
    /// As the addresses stand; `nil` for those that were not asked for yet.
    private(set) var verdicts: [LinkVerdict?]

    private struct Request {
        let address: Int
        let method: LinkMethod
        /// How often the host was asked to be patient with it.
        let retries: Int
    }

    private struct Host {
        /// The last one is next.
        var waiting: [Request] = []
        var running: (request: Request, process: ChildProcess, started: Int, output: [UInt8])?
        /// When it may be asked again, by the clock that only goes forward.
        var readyAt = 0
        var isUnknown = false
    }

    private let addresses: [String]
    private let program: String
    private let userAgent: String
    private var hosts: [Host] = []

    private static let hostsAtOnce = 8
    /// Between two requests to one host, in milliseconds.
    private static let pause = 500
    /// The headers of all responses to one request.
    private static let outputBytes = 4 << 20

    init(for addresses: [String], program: String, userAgent: String) {
        self.addresses = addresses
        self.program = program
        self.userAgent = userAgent
        verdicts = Array(repeating: nil, count: addresses.count)
        var places: [String: Int] = [:]
        for (index, address) in addresses.enumerated() {
            let name = hostName(of: address)
            let place = places[name] ?? hosts.count
            if place == hosts.count { hosts.append(Host()) }
            places[name] = place
            hosts[place].waiting.append(Request(address: index, method: .head, retries: 0))
        }
        for index in hosts.indices { hosts[index].waiting.reverse() }
    }

    /// Asks for all addresses. When this throws, the verdicts so far stand.
    mutating func run(progress: (Progress) -> Void) throws(MachineError) {
        do throws(MachineError) {
            try ask(progress: progress)
        } catch {
            for host in hosts { host.running?.process.end() }
            throw error
        }
        // One host that nobody knows is the author's fault; if nobody knows any, it is that of this machine.
        if hosts.count > 1, hosts.allSatisfy(\.isUnknown) {
            verdicts = Array(repeating: nil, count: addresses.count)
            throw MachineError("none of \(hosts.count) hosts can be found; is there a network?")
        }
    }

    private mutating func ask(progress: (Progress) -> Void) throws(MachineError) {
        var done = 0
        while done < addresses.count {
            try throwIfInterrupted()
            try startRequests()
            let now = monotonicMilliseconds()
            let nextStart = hosts.filter { $0.running == nil && !$0.waiting.isEmpty }.map { $0.readyAt - now }.min()
            waitForAny(
                reading: hosts.compactMap { $0.running?.process.output }, writing: [],
                milliseconds: max(1, min(250, nextStart ?? 250)))
            for index in hosts.indices {
                guard let answer = readAnswer(ofHost: index) else { continue }
                done += take(answer.answer, to: answer.request, ofHost: index)
            }
            progress(.asking(done, of: addresses.count))
        }
    }

    private mutating func startRequests() throws(MachineError) {
        let now = monotonicMilliseconds()
        var running = hosts.count { $0.running != nil }
        for index in hosts.indices where running < Self.hostsAtOnce {
            guard hosts[index].running == nil, hosts[index].readyAt <= now, let request = hosts[index].waiting.popLast()
            else { continue }
            let arguments = curlArguments(addresses[request.address], method: request.method, userAgent: userAgent)
            let process = try ChildProcess(starting: program, arguments: arguments)
            hosts[index].running = (request, process, now, [])
            running += 1
        }
    }

    /// What a host has answered, if its request is at its end.
    private mutating func readAnswer(ofHost index: Int) -> (request: Request, answer: LinkAnswer)? {
        guard var running = hosts[index].running else { return nil }
        let isOpen = readAvailable(running.process.output, into: &running.output)
        // It ends itself in time; if not, something is wrong with it.
        let isOverdue = monotonicMilliseconds() - running.started > (LinkLimit.time + 10) * 1000
        if isOpen, !isOverdue, running.output.count <= Self.outputBytes {
            hosts[index].running = running
            return nil
        }
        let exitCode = isOpen ? nil : running.process.waitForExit()
        if isOpen { running.process.end() }
        hosts[index].running = nil
        hosts[index].readyAt = monotonicMilliseconds() + Self.pause
        return (
            running.request,
            LinkAnswer(output: isOpen ? [] : running.output, exitCode: exitCode, now: secondsSince1970Now())
        )
    }

    /// How many addresses are done with because of an answer: one or none.
    private mutating func take(_ answer: LinkAnswer, to request: Request, ofHost index: Int) -> Int {
        switch answer.step(afterAsking: request.method, retries: request.retries) {
        case .done(let verdict):
            verdicts[request.address] = verdict
            hosts[index].isUnknown = answer.exitCode == 6
            return 1
        case .ask(let method):
            hosts[index].waiting.append(Request(address: request.address, method: method, retries: request.retries))
        case .retry(let seconds):
            // The host is busy: it is not asked for anything else meanwhile.
            hosts[index].readyAt = monotonicMilliseconds() + max(Self.pause, seconds * 1000)
            hosts[index].waiting.append(
                Request(address: request.address, method: request.method, retries: request.retries + 1))
        }
        return 0
    }
}

/// The name and port of the host of an address, in lower case.
private func hostName(of address: String) -> String {
    let rest = address.utf8.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority[...]
    return String(decoding: host, as: UTF8.self).lowercased()
}
