// What else lies in content folders.

import Foundation
import TestSupport
import Testing

struct OddFiles {
    /// Builds, and expects these findings and no others.
    private func expect(
        _ findings: [String], status: Int32, in folder: TestFolder, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let run = try folder.milepost("build", "content")
        let found = run.errors.split(separator: "\n").filter { $0.contains("[") && $0.hasPrefix("content/") }
        #expect(run.status == status, "\(run.errors)", sourceLocation: location)
        #expect(found.map(String.init) == findings, sourceLocation: location)
    }

    private func handbook(_ files: [String: String] = [:]) throws -> TestFolder {
        try TestFolder(["content/index.md": "# Home\n"].merging(files) { $1 })
    }

    @Test func leavesOutDotFilesAndEditorLeftoversSilently() throws {
        let folder = try handbook([
            "content/.env": "secret", "content/.git/config": "x", "content/a.md~": "x", "content/#a.md#": "x",
            "content/.a.md.swp": "x", "content/~$plan.docx": "x", "content/Thumbs.db": "x", "content/x.bak": "x",
        ])
        try expect([], status: 0, in: folder)
        #expect(
            try folder.names(in: "site") == [".milepost", ".nojekyll", "404.html", "assets", "index.html", "search"])
    }

    @Test func followsNoSymbolicLink() throws {
        let folder = try handbook()
        try folder.shell("cd content; ln -s /etc/passwd p.md; ln -s /etc d; ln -s loop loop; ln -s ../content me")
        let message = "warning[file-kind]: a symbolic link is not followed"
        try expect(["d", "loop", "me", "p.md"].map { "content/\($0):1:1: \(message)" }, status: 0, in: folder)
        #expect(!folder.exists("site/p") && !folder.exists("site/d"))
    }

    @Test func doesNotWaitForAPipe() throws {
        let folder = try handbook()
        try folder.shell("mkfifo content/x.md content/y.png")
        let message = "1:1: warning[file-kind]: this is neither a file nor a folder"
        try expect(["content/x.md:\(message)", "content/y.png:\(message)"], status: 0, in: folder)
    }

    @Test func takesAFolderNamedLikeAPageForAFolder() throws {
        let folder = try handbook(["content/x.md/inner.md": "# Inner\n"])
        try expect([], status: 0, in: folder)
        #expect(folder.exists("site/x-md/inner/index.html"))
    }

    @Test func reportsNamesThatNoAddressCanHave() throws {
        let folder = try handbook()
        try folder.shell(
            #"cd content; touch "$(printf 'a\377.md')" "$(printf 'b\nc.md')" "$(printf 'd\342\200\256e.md')" 'f\g.md'"#)
        let message = "error[file-name]: the file name cannot be published"
        try expect(
            ["a\u{FFFD}.md", "b\\u{A}c.md", "d\\u{202E}e.md", "f\\g.md"].map { "content/\($0):1:1: \(message)" },
            status: 1, in: folder)
    }

    @Test func publishesBothOfTwoFilesThatSomeFileSystemTakesForOne() throws {
        // Swift takes the two compositions of é for one key: the shell tells them apart.
        for names in ["A.md a.md", #"$(printf '\303\251.md') $(printf 'e\314\201.md')"#] {
            let folder = try handbook()
            try folder.shell("cd content; for name in \(names); do echo '# Title' > \"$name\"; done")
            let run = try folder.milepost("build")
            #expect(run.status == 0)
            #expect(run.errors.contains("warning[address-taken]"))
            #expect(run.output.contains("3 pages"))
        }
    }

    @Test func givesTheSecondOfTwoFilesAtOneAddressAnother() throws {
        let folder = try handbook(["content/A.md": "# One\n", "content/a.md": "# Two\n"])
        for jobs in ["1", "2"] {
            #expect(try folder.milepost("build", "-j", jobs).status == 0)
            #expect(try folder.text("site/a/index.html").contains("One"))
            #expect(try folder.text("site/a-2/index.html").contains("Two"))
        }
    }

    @Test func publishesHiddenFilesAsFarAsPagesLinkToThem() throws {
        let folder = try handbook([
            "content/a.md": "# A\n\n[a](.gitbook/assets/a.txt) [o](/.github/OWNERS) [g](.git/config) [l](.far/b.txt)\n",
            "content/.gitbook/assets/a.txt": "a", "content/.gitbook/assets/b.txt": "b", "content/.github/OWNERS": "o",
            "content/.git/config": "secret", "outside/b.txt": "b",
        ])
        try folder.shell("ln -s ../outside content/.far")
        let run = try folder.milepost("build", "--keep-going")
        #expect(
            run.errors.contains("no page or file '.git/config'") && run.errors.contains("no page or file '.far/b.txt'"))
        #expect(try folder.names(in: "site/.gitbook/assets") == ["a.txt"])
        #expect(try folder.text("site/.github/OWNERS") == "o")
        #expect(try !folder.names(in: "site").contains(".git"))
    }

    @Test func reportsWhatCannotBeRead() throws {
        let folder = try handbook(["content/x.md": "# X\n", "content/p.pdf": "x", "content/d/y.md": "# Y\n"])
        try folder.shell("chmod 777 .; chmod -R a+rX content; chmod 0 content/x.md content/p.pdf content/d")
        var words = [milepostPath, "build"]
        if isRoot { words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + words }
        let run = try folder.run(words)
        try folder.shell("chmod -R u+rwX content")
        #expect(run.status == 1)
        for line in [
            "content/d:1:1: error[unreadable-file]: the folder cannot be read: Permission denied",
            "content/p.pdf:1:1: error[unreadable-file]: the file cannot be read",
            "content/x.md:1:1: error[unreadable-file]: the file cannot be read: Permission denied",
        ] {
            #expect(run.errors.contains(line + "\n"))
        }
    }

    @Test func refusesAPageOfAGigabyteWithoutReadingIt() throws {
        let folder = try handbook()
        try folder.shell("truncate -s 1G content/big.md")
        try expect(
            [
                "content/big.md:1:1: error[unreadable-file]: "
                    + "the file cannot be read: it has 1073741824 bytes; the limit is 8388608"
            ], status: 1, in: folder)
    }

    @Test func copiesOtherFilesByteForByteInAnySize() throws {
        let folder = try handbook()
        let bytes = Data((0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        try folder.write("content/files/data.bin", bytes)
        try folder.write("content/files/empty.txt", "")
        try expect([], status: 0, in: folder)
        #expect(try folder.tree("site")["files/data.bin"] == bytes)
        #expect(try folder.tree("site")["files/empty.txt"] == Data())
    }

    @Test func goesNoDeeperThanItSays() throws {
        let folder = try handbook()
        try folder.shell("mkdir -p content/" + Array(repeating: "d", count: 40).joined(separator: "/"))
        let deep = Array(repeating: "d", count: 33).joined(separator: "/")
        try expect(
            ["content/\(deep):1:1: error[unreadable-file]: the folder lies more than 32 levels deep"], status: 1,
            in: folder)
    }

    @Test func buildsAThousandPlainFilesWithTitlesAndNavigation() throws {
        let folder = try TestFolder()
        for number in 0..<1000 {
            let text =
                number % 2 == 0 ? "Text with a [link](../s\(number % 10)/page-\(number).md).\n" : "# Title \(number)\n"
            try folder.write("content/s\(number % 10)/page-\(number).md", text)
        }
        let run = try folder.milepost("build", "content")
        #expect(run.status == 0, "\(run.errors.prefix(500))")
        let page = try folder.text("site/s1/page-501/index.html")
        #expect(page.contains("<title>Title 501"))
        #expect(page.contains("../page-511/"))
        #expect(try folder.text("site/s2/page-2/index.html").contains("<title>Page 2"))
    }

    @Test func leavesOutDraftsUnlessAsked() throws {
        let folder = try handbook(["content/d.md": "---\ntitle: Draft\nstatus: draft\n---\n\nText\n"])
        let run = try folder.milepost("build")
        #expect(run.output.contains("1 page not approved and left out"))
        #expect(!folder.exists("site/d"))
        try folder.milepost("build", "--drafts")
        #expect(folder.exists("site/d/index.html"))
    }
}
