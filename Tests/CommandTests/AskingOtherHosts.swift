// `milepost check --external` against hosts of this machine, and against a `curl` that says what a test wants.

import Foundation
import TestSupport
import Testing

struct AskingOtherHosts {
    /// Hosts that run as long as the value lives, and a handbook that links to them.
    private final class Hosts {
        let folder: TestFolder
        let port: String
        private let server: RunningProgram

        init(_ content: [String: String] = [:]) throws {
            folder = try TestFolder()
            let script = repository.appending(path: "Tests/Hosts/server.py").path
            server = try folder.start(["/usr/bin/env", "python3", script, folder.path])
            let limit = Date().addingTimeInterval(60)
            while !folder.exists("port"), server.process.isRunning, Date() < limit { usleep(10_000) }
            port = try folder.text("port")
            for (name, text) in content { try write(name, text) }
        }

        /// Threads of a test block signals that ask, and its children inherit that.
        deinit { kill(server.process.processIdentifier, SIGKILL) }

        /// `HOST` stands for the first host, `HOST7` for another one.
        func write(_ name: String, _ text: String) throws {
            var text = text
            for number in (2...10).reversed() {
                text = text.replacing("HOST\(number)", with: "127.0.0.\(number):\(port)")
            }
            try folder.write("content/" + name, text.replacing("HOST", with: "127.0.0.1:\(port)"))
        }

        func check(_ flags: String..., environment: [String: String] = [:]) throws -> Run {
            try folder.run(
                [milepostPath, "check", "--external"] + flags,
                environment: ["XDG_CACHE_HOME": folder.path + "/cache"].merging(environment) { $1 })
        }

        /// The findings without the lines that they point to; `HOST` for the first host.
        func findings(_ run: Run) -> [String] {
            run.errors.replacing("127.0.0.1:\(port)", with: "HOST").split(separator: "\n").map(String.init).filter {
                $0.hasPrefix("content/") || $0.hasPrefix(" help: write")
            }
        }

        /// The requests as `METHOD path`, in order.
        func requests() throws -> [String] {
            guard folder.exists("requests") else { return [] }
            return try folder.text("requests").split(separator: "\n").map {
                let fields = $0.split(separator: "\t")
                return "\(fields[3]) \(fields[4])"
            }
        }
    }

    // MARK: Verdicts

    @Test(arguments: [
        ("/fine", nil, ["HEAD"]), ("/status/204", nil, ["HEAD"]), ("/status/404", "error-404", ["HEAD", "GET"]),
        ("/status/410", "error-410", ["HEAD"]), ("/get/405/200", nil, ["HEAD", "GET"]),
        ("/get/404/206", nil, ["HEAD", "GET"]),
        ("/get/403/416", nil, ["HEAD", "GET"]), ("/get/501/404", "error-404", ["HEAD", "GET"]),
        ("/status/403", "unsure-403", ["HEAD", "GET"]),
        ("/status/401", "unsure-401", ["HEAD"]), ("/drop", nil, ["HEAD", "GET"]),
        ("/busy/429/0/1", nil, ["HEAD", "HEAD"]),
        ("/busy/503/0/9", "unsure-503", ["HEAD", "HEAD", "HEAD"]), ("/busy/429/3600/9", "unsure-429", ["HEAD"]),
    ])
    func tellsWhatIsBrokenFromWhatCannotBeTold(path: String, verdict: String?, methods: [String]) throws {
        let hosts = try Hosts(["index.md": "# Home\n\nSee [the source](http://HOST\(path)#part).\n"])
        let run = try hosts.check()
        let place = "content/index.md:3:18: "
        let address = "'http://HOST\(path)#part'"
        let expected: [String] =
            switch verdict?.split(separator: "-").map(String.init) {
            case let words? where words[0] == "error":
                [place + "warning[external-link]: \(address) is not there: the host answers \(words[1])"]
            case let words?:
                [place + "note[external-unsure]: \(address) could not be checked: the host answers \(words[1])"]
            case nil: []
            }
        #expect(hosts.findings(run) == expected)
        #expect(run.status == 0)
        #expect(try hosts.requests() == methods.map { "\($0) \(path)" })
    }

    @Test(arguments: [
        ("/to/301/status/200", "/status/200"), ("/to/308/to/301/fine", "/fine"),
        ("/away/301/to/302/fine", "/to/302/fine"),
        ("/to/302/fine", nil), ("/to/302/to/301/fine", nil), ("/to/301/to/302/fine", nil),
    ])
    func saysWhereAnAddressHasMovedForGood(path: String, target: String?) throws {
        let hosts = try Hosts(["index.md": "# Home\n\n<http://HOST\(path)#part>\n"])
        let expected = target.map {
            [
                "content/index.md:3:2: note[external-moved]: 'http://HOST\(path)#part' has moved for good",
                " help: write 'http://HOST\($0)#part'",
            ]
        }
        #expect(try hosts.findings(hosts.check()) == expected ?? [])
        // What is known from the last time is said again.
        #expect(try hosts.findings(hosts.check()) == expected ?? [])
    }

    @Test func followsRedirectsToABrokenAddressAndNotForEver() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[a](http://HOST/to/301/status/404) [b](http://HOST2/loop)\n"])
        let found = try hosts.findings(hosts.check())
        #expect(found.count == 2)
        #expect(found[0].contains("external-link") && found[0].hasSuffix("the host answers 404"))
        #expect(found[1].contains("external-unsure") && found[1].hasSuffix("it leads on more than 10 times"))
    }

    @Test func takesAHostWithoutASecureConnectionForBrokenAndOneThatIsOffForUnsure() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[a](https://HOST/) [b](http://127.0.0.1:1/)\n"])
        let found = try hosts.findings(hosts.check())
        #expect(found.count == 2)
        #expect(
            found[0].hasSuffix(
                "warning[external-link]: 'https://HOST/' is not there: the host has no secure connection"))
        #expect(found[1].hasSuffix("'http://127.0.0.1:1/' could not be checked: the host does not take connections"))
    }

    @Test(arguments: [
        (6, "warning[external-link]: 'http://a.test/' is not there: no host has this name"),
        (60, "warning[external-link]: 'http://a.test/' is not there: the certificate of the host is not valid"),
        (28, "note[external-unsure]: 'http://a.test/' could not be checked: the host does not answer in 20 seconds"),
        (99, "note[external-unsure]: 'http://a.test/' could not be checked: the connection fails (curl 99)"),
    ])
    func knowsTheExitCodesOfCurl(code: Int, message: String) throws {
        let folder = try TestFolder(["content/index.md": "# Home\n\n[a](http://a.test/) [b](http://b.test/)\n"])
        try folder.write("bin/curl", "#!/bin/sh\ncase \"$*\" in *a.test*) exit \(code);; esac\nprintf '\\n200 x'\n")
        try folder.shell("chmod +x bin/curl")
        let run = try folder.milepost(
            "check", "--external", "--cache", "c", environment: ["PATH": folder.path + "/bin:/bin"])
        #expect(run.errors.split(separator: "\n").first == "content/index.md:3:5: \(message)")
    }

    // MARK: Which addresses, and how often

    @Test func asksForEachAddressOnceAndReportsEachPlace() throws {
        let hosts = try Hosts([
            "a.md": "# A\n\n[x](http://HOST/status/404#one)\n![](http://HOST/status/404)\n[y](mailto:a@b.test)\n",
            "b.md":
                "# B\n\n[x](http://HOST/status/404#two) <!-- milepost-ignore external-link: comes back in May -->\n",
            "d.md": "---\nstatus: draft\n---\n[x](http://HOST/draft)\n",
            "sources.yml": "sources:\n  - id: S\n    title: Title\n    url: http://HOST/status/404\n",
            "handbook.yml": "rules: {image-alternative: off, external-image: off, orphan: off, unreachable: off}\n",
        ])
        let run = try hosts.check("--strict")
        #expect(run.status == 1)
        #expect(
            hosts.findings(run).map { $0.split(separator: " ")[0] } == [
                "content/a.md:3:5:", "content/a.md:4:5:", "content/sources.yml:4:10:",
            ])
        #expect(run.output.contains(" 3 findings, 1 suppressed; "))
        #expect(run.output.hasSuffix("\nAsked other hosts for 1 of 1 address.\n"))
        #expect(try hosts.requests() == ["HEAD /status/404", "GET /status/404"])
    }

    @Test func isNoPartOfABuildNorOfAPlainCheck() throws {
        let hosts = try Hosts([
            "index.md": "# Home\n\n[x](http://HOST/status/404) <!-- milepost-ignore external-link: x -->\n"
        ])
        #expect(try hosts.folder.milepost("build", "--strict").status == 0)
        #expect(try hosts.folder.milepost("check", "--strict").status == 0)
        #expect(try hosts.requests() == [])
    }

    @Test func sendsOddAddressesAsABrowserWould() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[x](<http://HOST/größe/a b/[c]{d}?q=\"x\"&y=%20>)\n"])
        #expect(try hosts.check().status == 0)
        #expect(try hosts.requests() == ["HEAD /gr%C3%B6%C3%9Fe/a%20b/[c]%7Bd%7D?q=%22x%22&y=%20"])
    }

    @Test func introducesItselfAndTakesLittle() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[x](http://HOST/get/405/200)\n"])
        _ = try hosts.check()
        let lines = try hosts.folder.text("requests").split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(lines.allSatisfy { $0[6].wholeMatch(of: /Milepost\/\d+\.\d+\.\d+ \(link check\)/) != nil })
        #expect(lines.map { String($0[5]) } == ["None", "bytes=0-1023"])
    }

    // MARK: Politeness

    @Test func asksOneHostForOneAddressAtATimeAndEightHostsAtMost() throws {
        let links = (0..<30).map { "[x](http://HOST\($0 % 10 == 0 ? "" : String($0 % 10 + 1))/slow/0.4/\($0))" }
        let hosts = try Hosts(["index.md": "# Home\n\n" + links.joined(separator: "\n") + "\n"])
        #expect(try hosts.check().errors.isEmpty)
        let spans = try hosts.folder.text("requests").split(separator: "\n").map { line in
            let fields = line.split(separator: "\t")
            return (start: Double(fields[0]) ?? 0, end: Double(fields[1]) ?? 0, host: String(fields[2]))
        }
        #expect(spans.count == 30)
        let most = spans.map { one in spans.count { $0.start <= one.start && one.start < $0.end } }.max() ?? 0
        #expect((2...8).contains(most))
        for host in Set(spans.map(\.host)) {
            let own = spans.filter { $0.host == host }.sorted { $0.start < $1.start }
            for (one, next) in zip(own, own.dropFirst()) { #expect(next.start - one.end > 0.45) }
        }
    }

    @Test func waitsAsLongAsAHostAsks() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[x](http://HOST/busy/429/2/1) [y](http://HOST/fine)\n"])
        #expect(try hosts.check().errors.isEmpty)
        #expect(try hosts.requests() == ["HEAD /busy/429/2/1", "HEAD /busy/429/2/1", "HEAD /fine"])
        let starts = try hosts.folder.text("requests").split(separator: "\n").compactMap {
            Double($0.split(separator: "\t")[0])
        }
        #expect(starts[1] - starts[0] >= 2)
    }

    @Test func understandsADateToWaitFor() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[x](http://HOST/busy/503/Fri,_31_Dec_2100_23:59:59_GMT/9)\n"])
        #expect(try hosts.findings(hosts.check()).count == 1)
        #expect(try hosts.requests().count == 1)
        let past = try Hosts(["index.md": "# Home\n\n[x](http://HOST/busy/503/Sun,_06_Nov_1994_08:49:37_GMT/1)\n"])
        #expect(try past.findings(past.check()).isEmpty)
    }

    // MARK: Cache

    @Test func remembersWhatIsGoodForAWeekAndNeverWhatIsNot() throws {
        let hosts = try Hosts([
            "index.md": "# Home\n\n[a](http://HOST/fine) [b](http://HOST2/status/410) [c](http://HOST3/status/401)\n"
        ])
        _ = try hosts.check()
        let cache = "cache/milepost/links.json"
        let kept = try hosts.folder.text(cache)
        #expect(kept.contains("/fine") && !kept.contains("status"))
        let again = try hosts.check()
        #expect(
            again.output.hasSuffix(
                "\nAsked other hosts for 2 of 3 addresses; the rest were good within the last week.\n"))
        #expect(try hosts.requests().count { $0.hasSuffix("/fine") } == 1)
        let checked = try #require(kept.firstMatch(of: /"checked":(\d+)/)?.1)
        let then = try #require(Int(checked))
        for time in [then - 7 * 86_400, then + 1_000_000] {
            try hosts.folder.write(cache, kept.replacing(checked, with: String(time)))
            _ = try hosts.check()
        }
        #expect(try hosts.requests().count { $0.hasSuffix("/fine") } == 3)
    }

    @Test func writesABrokenCacheAnewButNoFileThatIsSomethingElse() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[a](http://HOST/fine)\n"])
        try hosts.folder.write("cache/milepost/links.json", "{\"milepost\":")
        #expect(try hosts.check().status == 0)
        #expect(try hosts.folder.text("cache/milepost/links.json").contains("/fine"))
        let named = try hosts.check("--cache", "content/index.md")
        #expect(named.status == 2)
        #expect(try hosts.folder.text("content/index.md").hasPrefix("# Home"))
        #expect(try hosts.check("--cache", "own.json").status == 0)
        #expect(hosts.folder.exists("own.json"))
        #expect(try hosts.folder.milepost("check", "--cache", "own.json").status == 2)
        try hosts.folder.remove("cache")
        try hosts.folder.write("cache", "in the way")
        #expect(try hosts.check().status == 0)
    }

    // MARK: Faults

    @Test func isSeventyWithoutCurlOrWithoutANetwork() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n\n[a](http://a.test/) [b](http://b.test/)\n"])
        let without = try folder.milepost("check", "--external", environment: ["PATH": folder.path])
        #expect(without.status == 70)
        #expect(without.errors.contains("the program 'curl', which asks other hosts, is not installed"))
        try folder.write("bin/curl", "#!/bin/sh\nexit 6\n")
        try folder.shell("chmod +x bin/curl")
        let offline = try folder.milepost("check", "--external", environment: ["PATH": folder.path + "/bin:/bin"])
        #expect(offline.status == 70)
        #expect(offline.errors == "milepost: error: none of 2 hosts can be found; is there a network?\n")
    }

    @Test func endsCleanlyWhenItIsInterruptedAndKeepsWhatItLearned() throws {
        let hosts = try Hosts(["index.md": "# Home\n\n[a](http://HOST/fine) [b](http://HOST2/slow/15)\n"])
        let run = try hosts.folder.shell(
            """
            export XDG_CACHE_HOME="$PWD/cache"
            env --default-signal=INT "$MILEPOST" check --external & checker=$!
            until grep -q fine requests; do sleep 0.05; done
            sleep 0.3; kill -INT $checker; wait $checker; code=$?
            ps --ppid $checker -o pid= ; exit $code
            """)
        #expect(run.status == 130)
        #expect(run.output.isEmpty)
        #expect(try hosts.folder.text("cache/milepost/links.json").contains("/fine"))
        #expect(try hosts.folder.shell("ps -eo args | grep '[c]url.*\(hosts.port)' || true").output.isEmpty)
    }
}
