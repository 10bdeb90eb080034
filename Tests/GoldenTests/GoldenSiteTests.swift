// Golden sites: a small folder goes in; every file of the site and every finding must come out as they were.
//
// The sites are rendered with the plain templates of Tests/Golden/template, so that a change of the design changes none
// of them. After a change that is meant, run the tests with MILEPOST_REWRITE_GOLDEN=1 and read the difference in git.

import Foundation
import TestSupport
import Testing

/// 2026-12-01, the day of all golden sites.
let goldenDay = ["SOURCE_DATE_EPOCH": "1796083200"]

/// A folder with the content of a golden site.
func goldenFolder(_ name: String) throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
        atPath: repository.path + "/Tests/Golden/\(name)/content", toPath: folder.path + "/content")
    return folder
}

@Suite struct GoldenSiteTests {
    @Test(arguments: ["every-type", "plain-folder", "faults", "linking"])
    func theSiteIsAsItWas(name: String) throws {
        let golden = repository.appending(path: "Tests/Golden/\(name)")
        let folder = try goldenFolder(name)

        // A site that is about the text of its pages alone has templates of its own, which show nothing else.
        let own = golden.path + "/template"
        let template =
            FileManager.default.fileExists(atPath: own) ? own : repository.path + "/Tests/Golden/template"
        let run = try folder.milepost(
            "build", "content", "-o", "site", "--keep-going", "-q", "--template", template, environment: goldenDay)
        var site = text(of: try folder.tree("site"))
        site["findings.txt"] = run.errors
        let expected = golden.appending(path: "expected")
        if ProcessInfo.processInfo.environment["MILEPOST_REWRITE_GOLDEN"] != nil {
            try? FileManager.default.removeItem(at: expected)
            for (path, text) in site {
                let url = expected.appending(path: path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: url, atomically: false, encoding: .utf8)
            }
        }
        let kept = text(of: try files(below: expected.path))
        #expect(Set(site.keys) == Set(kept.keys))
        for (path, text) in kept { #expect(site[path] == text, "\(name): \(path)") }
    }

    /// The text of every file by path, but for the assets of the template, which the design may change, and the files of
    /// the search index, which are compressed and have tests of their own.
    private func text(of files: [String: Data]) -> [String: String] {
        files.filter { path, _ in
            !path.hasPrefix("assets/") && path != ".milepost" && !path.hasSuffix(".bin") && !path.hasSuffix(".bin.js")
        }.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
