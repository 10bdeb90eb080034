// Holds the `import` lines of every module against the table below: what a module may know.

import Foundation
import TestSupport
import Testing

/// The modules of Milepost and what each may import, besides Swift's own.
private let allowedImports: [String: Set<String>] = [
    "UTF8Text": [],
    "Words": ["UTF8Text", "Foundation"],
    "Content": ["UTF8Text", "Words", "CCMarkGFM", "Yams", "Glibc", "Synchronization"],
    "Scheduling": ["UTF8Text"],
    "Plans": ["UTF8Text", "Scheduling", "Content"],
    "Knowledge": ["UTF8Text", "Words", "Content", "Plans"],
    "LinkChecking": ["UTF8Text", "Content", "Knowledge"],
    "Search": ["UTF8Text", "Words", "Content", "Knowledge", "CDeflate", "CStemmer"],
    "Templates": ["UTF8Text"],
    "Drawing": ["UTF8Text"],
    "PlanExports": ["UTF8Text", "Scheduling", "Content", "Plans"],
    "Rendering": ["UTF8Text", "Scheduling", "Content", "Plans", "Knowledge", "PlanExports", "Templates", "Drawing"],
    "Publishing": [
        "UTF8Text", "Content", "Plans", "Knowledge", "LinkChecking", "Search", "PlanExports", "Templates", "Rendering",
        "CLinux",
        "CSiteTemplate", "Glibc", "Dispatch", "Synchronization",
    ],
    "milepost": ["UTF8Text", "Plans", "Knowledge", "Publishing", "ArgumentParser", "Glibc"],
]

/// Files that a module's table entry may be used in: system calls and C stay in a few files, and named.
private let filesThatMayImport: [String: Set<String>] = [
    "CCMarkGFM": ["MarkdownTree.swift"],
    "Yams": ["YAMLTree.swift"],
    "CDeflate": ["Compression.swift"],
    "CStemmer": ["Stemmer.swift"],
    "Foundation": ["FoldedWord.swift"],
    "CLinux": ["FileSystem.swift", "Interruption.swift", "Processes.swift"],
    "CSiteTemplate": ["SiteTemplate.swift"],
    "Dispatch": ["Parallel.swift"],
]

@Suite struct ModuleMapTests {
    @Test func everyModuleImportsOnlyWhatItMayKnow() throws {
        for file in try swiftSources() {
            for module in try imports(of: file.url) {
                let allowed = try #require(allowedImports[file.module], "\(file.module) is not in the table")
                #expect(allowed.contains(module), "\(file.url.lastPathComponent) may not import \(module)")
                if let files = filesThatMayImport[module] {
                    #expect(
                        files.contains(file.url.lastPathComponent),
                        "\(module) belongs to \(files.sorted().joined(separator: ", "))")
                }
            }
        }
    }

    @Test func everyModuleOpensWithAFrontPage() throws {
        for module in allowedImports.keys {
            let name = module == "milepost" ? "Milepost" : module
            let url = repository.appending(path: "Sources/\(module)/\(name).swift")
            let text = try String(contentsOf: url, encoding: .utf8)
            #expect(text.hasPrefix("// "), "\(url.lastPathComponent) must open with what the module is")
        }
    }

    @Test func everySourceFileSaysWhatItIsFor() throws {
        for file in try swiftSources() {
            let text = try String(contentsOf: file.url, encoding: .utf8)
            #expect(text.hasPrefix("// "), "\(file.url.lastPathComponent) has no opening comment")
            #expect(text.split(separator: "\n").count <= 400, "\(file.url.lastPathComponent) has more than 400 lines")
        }
    }

    @Test func noSourceDeclaresAnythingPublicOrHidesFromTheCompiler() throws {
        for file in try swiftSources() {
            let text = try String(contentsOf: file.url, encoding: .utf8)
            for escape in ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "as! "] {
                #expect(!text.contains(escape), "\(file.url.lastPathComponent) contains \(escape)")
            }
        }
    }
}

/// The root of the repository, from the place of this file.

struct SwiftSource {
    let module: String
    let url: URL
}

func swiftSources() throws -> [SwiftSource] {
    let sources = repository.appending(path: "Sources")
    let found = try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted().filter {
        $0.hasSuffix(".swift")
    }
    #expect(found.count > 30, "the sources were not found")
    return found.map { path in
        SwiftSource(module: String(path.prefix { $0 != "/" }), url: sources.appending(path: path))
    }
}

private func imports(of url: URL) throws -> [String] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1,
            place == 0 || words[0] == "package"
        else { return nil }
        return String(words[place + 1])
    }
}
