// Golden sites: a small folder goes in; every file of the site and every finding must come out as they were.
//
// The sites are rendered with the plain templates of Tests/Golden/template, so that a change of the design changes none
// of them. After a change that is meant, run the tests with MILEPOST_REWRITE_GOLDEN=1 and read the difference in git.

import Foundation
import TestSupport
import Testing

@Suite struct GoldenSiteTests {
    @Test(arguments: ["every-type", "plain-folder", "faults", "linking"])
    func theSiteIsAsItWas(name: String) throws {
        let golden = repository.appending(path: "Tests/Golden/\(name)")
        let folder = FileManager.default.temporaryDirectory.appending(path: "milepost-golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: golden.appending(path: "content"), to: folder.appending(path: "content"))

        // A site that is about the text of its pages alone has templates of its own, which show nothing else.
        let own = golden.appending(path: "template")
        let template =
            FileManager.default.fileExists(atPath: own.path) ? own : repository.appending(path: "Tests/Golden/template")
        let findings = try findingsOfBuild(in: folder, template: template)
        var files = try textFiles(below: folder.appending(path: "site"))
        files["findings.txt"] = findings
        let expected = golden.appending(path: "expected")
        if ProcessInfo.processInfo.environment["MILEPOST_REWRITE_GOLDEN"] != nil {
            try? FileManager.default.removeItem(at: expected)
            for (path, text) in files {
                let url = expected.appending(path: path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: url, atomically: false, encoding: .utf8)
            }
        }
        let kept = try textFiles(below: expected)
        #expect(Set(files.keys) == Set(kept.keys))
        for (path, text) in kept { #expect(files[path] == text, "\(name): \(path)") }
    }

    /// Builds `content` into `site` of the folder, also with errors, and returns what was found.
    private func findingsOfBuild(in folder: URL, template: URL) throws -> String {
        let process = Process()
        process.executableURL = try milepostProgram()
        process.currentDirectoryURL = folder
        process.arguments = [
            "build", "content", "-o", "site", "--keep-going", "-q", "--template", template.path,
        ]
        process.environment = ["SOURCE_DATE_EPOCH": "1796083200"]  // 2026-12-01
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// The text of every file by path, but for the assets of the template, which the design may change, and the files of
    /// the search index, which are compressed and have tests of their own.
    private func textFiles(below folder: URL) throws -> [String: String] {
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appending(path: path)
            let kind = try FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
            guard kind == .typeRegular, !path.hasPrefix("assets/"), path != ".milepost",
                !path.hasSuffix(".bin"), !path.hasSuffix(".bin.js")
            else { continue }
            files[path] = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        return files
    }
}

/// The root of the repository, from the place of this file.

/// The program as it was built beside these tests.
func milepostProgram() throws -> URL {
    var folder = Bundle(for: Anchor.self).bundleURL
    while folder.path != "/" {
        let program = folder.appending(path: "milepost")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        folder = folder.deletingLastPathComponent()
    }
    throw CocoaError(.fileNoSuchFile)
}

private final class Anchor {}
