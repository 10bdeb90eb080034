// Which host is asked for what, and when, by a clock and answers of the tests' own.

import Testing

@testable import LinkChecking

@Suite struct LinkQueueTests {
    @Test func asksAHostForOneAddressAtATimeAndThenPauses() {
        var queue = LinkQueue(for: ["https://a.org/1", "https://a.org/2", "https://b.org/"], userAgent: "test")
        let first = queue.requests(now: 0)
        #expect(first.map(\.host) == [0, 1])
        #expect(first.compactMap(\.arguments.last) == ["https://a.org/1", "https://b.org/"])
        #expect(queue.requests(now: 10_000).isEmpty)
        #expect(queue.pause(now: 0) == nil)
        queue.take(answer(200), ofHost: 0, now: 100)
        #expect(queue.requests(now: 100).isEmpty)
        let pause = queue.pause(now: 100) ?? 0
        #expect(pause > 0)
        #expect(queue.requests(now: 100 + pause).compactMap(\.arguments.last) == ["https://a.org/2"])
    }

    @Test func asksEightHostsAtOnce() {
        var queue = LinkQueue(for: (0..<20).map { "https://host\($0).org/" }, userAgent: "test")
        #expect(queue.requests(now: 0).count == 8)
        queue.take(answer(200), ofHost: 3, now: 0)
        #expect(queue.requests(now: 0).map(\.host) == [8])
    }

    @Test func leavesABusyHostAloneForAsLongAsItAsks() {
        var queue = LinkQueue(for: ["https://a.org/1", "https://a.org/2"], userAgent: "test")
        _ = queue.requests(now: 0)
        queue.take(answer(429, headers: "Retry-After: 7"), ofHost: 0, now: 0)
        #expect(queue.pause(now: 0) == 7000)
        #expect(queue.requests(now: 6999).isEmpty)
        #expect(queue.requests(now: 7000).compactMap(\.arguments.last) == ["https://a.org/1"])
        #expect(!queue.isDone)
    }

    @Test func asksInAnotherWayWhenAHostRefusesTheFirst() {
        var queue = LinkQueue(for: ["https://a.org/"], userAgent: "test")
        #expect(queue.requests(now: 0).first?.arguments.contains("--head") == true)
        queue.take(answer(405), ofHost: 0, now: 0)
        #expect(queue.requests(now: 1000).first?.arguments.contains("--range") == true)
        queue.take(answer(404), ofHost: 0, now: 1000)
        #expect(queue.isDone)
        #expect(queue.verdicts == [.broken("the host answers 404")])
    }

    @Test(arguments: [(["https://a.org/"], nil), (["https://a.org/", "https://b.org/"], 2)])
    func onlySeveralHostsThatNobodyKnowsAreTheFaultOfTheNetwork(addresses: [String], count: Int?) {
        var queue = LinkQueue(for: addresses, userAgent: "test")
        for request in queue.requests(now: 0) {
            queue.take(LinkAnswer(output: [], exitCode: 6, now: 0), ofHost: request.host, now: 0)
        }
        #expect(queue.isDone)
        #expect(queue.unknownHosts == count)
    }

    private func answer(_ status: Int, headers: String...) -> LinkAnswer {
        let lines = ["HTTP/2 \(status)"] + headers + ["", "\(status) https://a.org/"]
        return LinkAnswer(output: Array(lines.joined(separator: "\n").utf8), exitCode: 0, now: 0)
    }
}
