// Which address is asked for next: several hosts at once, but each only for one address at a time, with a pause in
// between, and for nothing at all while it asks for patience.

import UTF8Text

package struct LinkQueue: Sendable {
    /// As the addresses stand; `nil` for those that are not known yet.
    package private(set) var verdicts: [LinkVerdict?]
    /// How many addresses are done with.
    package private(set) var done = 0

    private struct Request {
        let address: Int
        let method: LinkMethod
        /// How often the host was asked to be patient with it.
        let retries: Int
    }

    private struct Host {
        /// The last one is next.
        var waiting: [Request] = []
        var asked: Request?
        /// When it may be asked again, by the caller's clock.
        var readyAt = 0
        var isUnknown = false
    }

    private let addresses: [String]
    private let userAgent: String
    private var hosts: [Host] = []

    private static let hostsAtOnce = 8
    /// Between two requests to one host, in milliseconds.
    private static let pause = 500

    /// - Parameter userAgent: how the requests introduce themselves.
    package init(for addresses: [String], userAgent: String) {
        self.addresses = addresses
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

    package var isDone: Bool { done == addresses.count }

    /// How many hosts no one knows, if that is all of several: one host that nobody knows is the author's fault; if
    /// nobody knows any, it is that of this machine.
    package var unknownHosts: Int? { hosts.count > 1 && hosts.allSatisfy(\.isUnknown) ? hosts.count : nil }

    /// The requests that may start, each with the number of its host and the arguments of `curl`. The caller starts them,
    /// and tells by `take` how each ended.
    /// - Parameter now: in milliseconds, by a clock that only goes forward.
    package mutating func requests(now: Int) -> [(host: Int, arguments: [String])] {
        var running = hosts.count { $0.asked != nil }
        var requests: [(Int, [String])] = []
        for index in hosts.indices where running < Self.hostsAtOnce {
            guard hosts[index].asked == nil, hosts[index].readyAt <= now, let request = hosts[index].waiting.popLast()
            else { continue }
            hosts[index].asked = request
            requests.append(
                (index, curlArguments(addresses[request.address], method: request.method, userAgent: userAgent)))
            running += 1
        }
        return requests
    }

    /// In how many milliseconds the next request may start; `nil` when none waits for its time.
    package func pause(now: Int) -> Int? {
        hosts.filter { $0.asked == nil && !$0.waiting.isEmpty }.map { $0.readyAt - now }.min()
    }

    /// Learns from the answer to the request that a host was asked last.
    package mutating func take(_ answer: LinkAnswer, ofHost index: Int, now: Int) {
        guard let request = hosts[index].asked else { return }
        hosts[index].asked = nil
        hosts[index].readyAt = now + Self.pause
        switch answer.step(afterAsking: request.method, retries: request.retries) {
        case .done(let verdict):
            verdicts[request.address] = verdict
            hosts[index].isUnknown = answer.isOfUnknownHost
            done += 1
        case .ask(let method):
            hosts[index].waiting.append(Request(address: request.address, method: method, retries: request.retries))
        case .retry(let seconds):
            // The host is busy: it is not asked for anything else meanwhile.
            hosts[index].readyAt = now + max(Self.pause, seconds * 1000)
            hosts[index].waiting.append(
                Request(address: request.address, method: request.method, retries: request.retries + 1))
        }
    }
}

/// The name and port of the host of an address, in lower case.
private func hostName(of address: String) -> String {
    let rest = address.utf8.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority[...]
    return String(decoding: host, as: UTF8.self).lowercased()
}
