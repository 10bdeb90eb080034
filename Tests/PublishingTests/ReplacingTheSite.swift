// The old site stays as it is until the new one takes its place whole.

import Foundation
import TestSupport
import Testing

struct ReplacingTheSite {
    private let good = ["content/index.md": "# Home\n", "content/old.md": "# Old\n"]

    @Test func publishesEveryPageAndTheListOfItsFiles() throws {
        let folder = try TestFolder(good)
        #expect(try folder.milepost("build").status == 0)
        let files = try folder.tree("site")
        #expect(files["index.html"] != nil && files["old/index.html"] != nil)
        let marker = try folder.text("site/.milepost").split(separator: "\n").dropFirst().map(String.init)
        #expect(Set(marker).union([".milepost"]) == Set(files.keys))
        #expect(try folder.names() == ["content", "site"])
    }

    @Test func keepsTheOldSiteByteForByteWhenTheBuildHasErrors() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        let before = try folder.tree("site")
        try folder.write("content/new.md", "# New\n\n[gone](missing.md)\n")
        #expect(try folder.milepost("build").status == 1)
        #expect(try folder.tree("site") == before)
        #expect(try folder.names() == ["content", "site"])
    }

    @Test func publishesErrorsAndAllWithKeepGoing() throws {
        let folder = try TestFolder(good)
        try folder.write("content/new.md", "# New\n\n[gone](missing.md)\n")
        let run = try folder.milepost("build", "--keep-going")
        #expect(run.status == 1)
        #expect(run.output.contains("Published with errors"))
        #expect(folder.exists("site/new/index.html"))
    }

    @Test func removesStaleFilesOfOursAndKeepsThoseOfOthers() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        try folder.write("site/CNAME", "handbook.example.org\n")
        try folder.write("site/.git/HEAD", "ref: refs/heads/main\n")
        try folder.write("site/old/notes.txt", "mine\n")
        try folder.shell("ln -s CNAME site/alias; mkdir -p site/.git/refs/tags")
        try folder.remove("content/old.md")
        let run = try folder.milepost("build")
        #expect(run.status == 0)
        #expect(run.output.contains("4 other files kept"))
        #expect(!folder.exists("site/old/index.html"))
        #expect(try folder.text("site/CNAME") == "handbook.example.org\n")
        #expect(try folder.text("site/.git/HEAD") == "ref: refs/heads/main\n")
        #expect(try folder.text("site/old/notes.txt") == "mine\n")
        #expect(try folder.tree("site")["alias"] == Data("CNAME".utf8))
        #expect(folder.exists("site/.git/refs/tags"))
    }

    @Test func refusesToTakeThePlaceOfAFileThatIsNotOurs() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        try folder.write("site/CNAME", "theirs\n")
        let before = try folder.tree("site")
        try folder.write("content/CNAME", "ours\n")
        let run = try folder.milepost("build")
        #expect(run.status == 2)
        #expect(run.errors.contains("CNAME' was not written by Milepost"))
        #expect(try folder.tree("site") == before)
    }

    @Test func refusesToPutAFolderWhereAForeignFileStands() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        try folder.write("site/guide", "theirs\n")
        try folder.write("content/guide.md", "# Guide\n")
        #expect(try folder.milepost("build").status == 2)
        #expect(try folder.text("site/guide") == "theirs\n")
    }

    @Test func claimsOnlyWhatLiesInTheFolderWhateverTheMarkerLists() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        try folder.write("precious.txt", "keep\n")
        let marker = try folder.text("site/.milepost")
        try folder.write("site/.milepost", marker + "../precious.txt\n/etc/hostname\n")
        #expect(try folder.milepost("build").status == 0)
        #expect(try folder.text("precious.txt") == "keep\n")
        #expect(try folder.text("site/.milepost") == marker)
    }

    @Test func keepsThePermissionsOfTheOutputFolder() throws {
        let folder = try TestFolder(good)
        try folder.milepost("build")
        try folder.shell("chmod 2750 site")
        try folder.milepost("build")
        #expect(try folder.shell("stat -c %a site").output == "2750\n")
    }

    @Test func sweepsTheStageOfABuildThatWasKilled() throws {
        let folder = try TestFolder(good)
        try folder.write(".site.stage/half/index.html", "half")
        try folder.write(".site.lock", "")
        #expect(try folder.milepost("build").status == 0)
        #expect(try folder.names() == ["content", "site"])
    }

    @Test func makesTheFoldersAboveTheOutput() throws {
        let folder = try TestFolder(good)
        #expect(try folder.milepost("build", "-o", "new/deep/site/").status == 0)
        #expect(folder.exists("new/deep/site/index.html"))
    }

    @Test func letsOnlyOneOfTwoBuildersIn() throws {
        let folder = try TestFolder(good)
        // The lock as another builder holds it, until its standard input ends.
        let run = try folder.shell(#"exec 9>.site.lock; flock 9; "$MILEPOST" build 9>&-"#)
        #expect(run.status == 70)
        #expect(run.errors.contains("another build is writing"))
        #expect(!folder.exists("site"))
        #expect(try folder.milepost("build").status == 0)
    }

    @Test func leavesAWholeSiteWhenManyBuildersStartAtOnce() throws {
        let folder = try TestFolder(good)
        let builders = try (0..<6).map { _ in try folder.start([milepostPath, "build"]) }
        let runs = try builders.map { try $0.wait() }
        #expect(runs.contains { $0.status == 0 })
        #expect(runs.allSatisfy { $0.status == 0 || $0.status == 70 && $0.errors.contains("another build") })
        #expect(try folder.names() == ["content", "site"])
        #expect(folder.exists("site/old/index.html"))
    }

    @Test func publishesFileByFileToAMountedVolume() throws {
        guard isRoot else { return }
        let folder = try TestFolder(good)
        try folder.write("content/guide", "a file that becomes a folder\n")
        // In a mount namespace of its own, so that nothing stays mounted.
        let script = #"""
            mkdir site && mount -t tmpfs tmpfs site && "$MILEPOST" build && cp -a site first || exit 3
            echo mine > site/CNAME
            rm content/old.md content/guide && echo '# Guide' > content/guide.md
            "$MILEPOST" build && cp -a site second
            """#
        let run = try folder.run(["/usr/bin/unshare", "-m", "/bin/sh", "-c", script])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("file by file"))
        #expect(folder.exists("first/old/index.html") && !folder.exists("second/old"))
        #expect(folder.exists("second/guide/index.html"))
        #expect(try folder.text("second/CNAME") == "mine\n")
        try folder.milepost("build", "-o", "clean")
        var published = try folder.tree("second")
        published["CNAME"] = nil
        #expect(try published == folder.tree("clean"))
        #expect(try folder.names() == ["clean", "content", "first", "second", "site"])
    }

    @Test func buildsAnEmptyFolder() throws {
        let folder = try TestFolder()
        try folder.shell("mkdir content")
        #expect(try folder.milepost("build").status == 0)
        #expect(folder.exists("site/index.html"))
    }
}
