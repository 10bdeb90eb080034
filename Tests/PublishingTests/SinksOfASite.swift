// A site is a list of files to make, whatever takes them: memory gets what the disk gets.

import Foundation
import Synchronization
import TestSupport
import Testing
import UTF8Text

@testable import Publishing

/// Keeps what it is given.
private final class Memory: SiteSink {
    private struct State {
        var prepared: [String] = []
        var files: [String: [UInt8]] = [:]
        var copies: [String: String] = [:]
    }

    private let state = Mutex(State())

    func prepare(for addresses: [String]) { state.withLock { $0.prepared = addresses } }
    func write(_ bytes: [UInt8], to address: String) { state.withLock { $0.files[address] = bytes } }
    func copy(_ path: String, to address: String) { state.withLock { $0.copies[address] = path } }

    var prepared: [String] { state.withLock { $0.prepared } }
    var files: [String: [UInt8]] { state.withLock { $0.files } }
    var copies: [String: String] { state.withLock { $0.copies } }
}

@Suite struct SinksOfASite {
    private func plan(_ folder: TestFolder) throws -> SitePlan {
        let options = ReadingOptions(
            content: folder.path + "/content", jobs: 2, workerExecutable: milepostPath,
            today: try #require(.init("2026-06-01")))
        let examination = try examine(options, further: []) { _ in }
        return Publication(
            linked: examination.linked, layouts: try #require(examination.layouts),
            templateAssets: examination.templateAssets, jobs: 2, generator: "test", writesDataFiles: true
        ).sitePlan()
    }

    private func handbook() throws -> TestFolder {
        try TestFolder([
            "content/index.md": "# Home\n\n[a](a.md) [t](files/t.csv)\n", "content/a.md": "# A\n\nText.\n",
            "content/files/t.csv": "a,b\n",
            "content/templates/form.md": "---\ntype: template\n---\n\n# Form\n\n```csv\na,b\n```\n",
        ])
    }

    @Test func memoryTakesWhatTheDiskTakes() throws {
        let folder = try handbook()
        let memory = Memory()
        let plan = try plan(folder)
        try memory.take(plan, jobs: 2) { _ in }
        #expect(memory.prepared == plan.addresses)
        #expect(Set(memory.files.keys).union(memory.copies.keys) == Set(plan.addresses))
        #expect(memory.copies == ["files/t.csv": "files/t.csv"])

        try folder.milepost(
            "build", "--data-files", "--keep-going", environment: ["SOURCE_DATE_EPOCH": "1780272000"])
        for (address, bytes) in memory.files where !address.hasSuffix(".html") {
            let file = URL(filePath: folder.path + "/site/" + address)
            #expect(try Array(Data(contentsOf: file)) == bytes, "\(address)")
        }
        // The pages name the program.
        let page = try String(contentsOfFile: folder.path + "/site/a/index.html", encoding: .utf8)
        let ours = String(decoding: try #require(memory.files["a/index.html"]), as: UTF8.self)
        #expect(page.replacing(#/content="Milepost [0-9.]+"/#, with: "content=\"test\"") == ours)
    }

    @Test func onlySmallSitesHaveScriptsOfTheirIndexUnlessAuthorsSaySo() {
        #expect(SitePlan.hasScripts(pages: 2000, setting: nil) && !SitePlan.hasScripts(pages: 2001, setting: nil))
        #expect(SitePlan.hasScripts(pages: 2001, setting: true) && !SitePlan.hasScripts(pages: 1, setting: false))
    }

    @Test func noAddressIsTakenTwiceAndTheSearchIndexKeepsItsOwn() throws {
        let folder = try handbook()
        try folder.write("content/a/index.html", "an asset where a page goes")
        try folder.write("content/search/manifest.bin", "an asset where the index goes")
        try folder.write("content/robots.txt", "User-agent: *\n")
        try folder.write("content/handbook.yml", "title: T\nbase_url: https://example.org/\n")
        let memory = Memory()
        let plan = try plan(folder)
        #expect(Set(plan.addresses).count == plan.addresses.count)
        try memory.take(plan, jobs: 1) { _ in }
        #expect(memory.copies["search/manifest.bin"] == nil)
        #expect(memory.files["search/manifest.bin"]?.isEmpty == false)
        // What authors wrote comes before what is made from it.
        #expect(memory.copies["a/index.html"] == "a/index.html" && memory.files["a/index.html"] == nil)
        #expect(memory.copies["robots.txt"] == "robots.txt" && memory.files["robots.txt"] == nil)
    }
}
