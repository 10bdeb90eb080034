// Where a site may not be published. Nothing is touched then, and the command line is what is wrong.

import TestSupport
import Testing

struct RefusingAnOutputFolder {
    private func expectRefusal(
        of output: String, content: String = "content", saying words: String,
        _ location: SourceLocation = #_sourceLocation, prepare: (TestFolder) throws -> Void = { _ in }
    ) throws {
        let folder = try TestFolder(["content/index.md": "# Home\n", "mine/letter.txt": "Dear\n"])
        try prepare(folder)
        let before = try folder.tree(".")
        let run = try folder.milepost("build", content, "-o", output)
        #expect(run.status == 2, sourceLocation: location)
        #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: location)
        #expect(run.output.isEmpty, sourceLocation: location)
        #expect(try folder.tree(".") == before, sourceLocation: location)
    }

    @Test func refusesAFolderWithFilesOfOthers() throws {
        try expectRefusal(of: "mine", saying: "holds files that Milepost did not write")
    }

    @Test func refusesTheRoot() throws { try expectRefusal(of: "/", saying: "cannot be an output folder") }

    @Test func refusesAPathThatEndsInDots() throws {
        try expectRefusal(of: "new/..", saying: "cannot be an output folder")
        try expectRefusal(of: "new/.", saying: "cannot be an output folder")
    }

    @Test(arguments: ["content", "content/", "./mine/../content", "content/site", "content/a/b", "."])
    func refusesTheContentFolderAndWhatLiesInItOrAroundIt(output: String) throws {
        try expectRefusal(of: output, saying: "must lie apart")
    }

    @Test func refusesTheFolderAroundTheCurrentOne() throws {
        try expectRefusal(of: "..", content: ".", saying: "must lie apart")
    }

    @Test func refusesASymbolicLinkEvenToAFolderOfOurs() throws {
        for target in ["ours", "nowhere"] {
            try expectRefusal(of: "link", saying: "symbolic link") { folder in
                try folder.milepost("build", "-o", "ours")
                try folder.shell("ln -s \(target) link")
            }
        }
        try expectRefusal(of: "link/", saying: "symbolic link") { try $0.shell("ln -s mine link") }
    }

    @Test func refusesTheContentFolderUnderAnotherName() throws {
        try expectRefusal(of: "link/site", saying: "must lie apart") { try $0.shell("ln -s content link") }
    }

    @Test func refusesAFile() throws { try expectRefusal(of: "mine/letter.txt", saying: "is not a folder") }

    @Test func refusesAFolderWithANameThatItCannotKeep() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        try folder.milepost("build")
        try folder.shell(#"printf x > "site/$(printf '\377')""#)
        let run = try folder.milepost("build")
        #expect(run.status == 2)
        #expect(run.errors.contains("not UTF-8"))
        #expect(try folder.shell("ls site | grep -c index.html").output == "1\n")
    }
}
