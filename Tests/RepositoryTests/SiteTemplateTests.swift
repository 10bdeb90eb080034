// Holds the list of embedded files against the folder of the site template.

import Foundation
import TestSupport
import Testing

@Suite struct SiteTemplateTests {
    @Test func theProgramEmbedsEveryFileOfTheSiteTemplate() throws {
        let folder = repository.appending(path: "site-template")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let present = try paths.filter { path in
            let kind = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)[.type]
            return kind as? FileAttributeType == .typeRegular && !path.hasPrefix(".") && !path.contains("/.")
        }
        let listing = repository.appending(path: "Sources/CSiteTemplate/CSiteTemplate.c")
        let embedded = try String(contentsOf: listing, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.hasPrefix("#embed") ? line.split(separator: "\"")[1].dropFirst("../../site-template/".count) : nil
        }
        #expect(Set(embedded.map(String.init)) == Set(present))
        #expect(!present.isEmpty)
    }

    @Test func theTopOfTheRepositoryHoldsOnlyWhatWasAgreed() throws {
        let agreed: Set = [
            "Package.swift", "Sources", "Tests", "content", "site-template", "README.md", "Makefile", "LICENSE",
        ]
        // What builds leave behind is ignored by git.
        let made: Set = ["site", "Package.resolved"]
        let present = try FileManager.default.contentsOfDirectory(atPath: repository.path).filter { !$0.hasPrefix(".") }
        #expect(Set(present).subtracting(made) == agreed)
    }
}
