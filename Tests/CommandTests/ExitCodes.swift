// How the program ends: 0 clean, 1 findings, 2 wrong command line or configuration, 70 the machine.

import Foundation
import TestSupport
import Testing

struct ExitCodes {
    private func folder(_ files: [String: String] = [:]) throws -> TestFolder {
        try TestFolder(["content/index.md": "# Home\n"].merging(files) { $1 })
    }

    /// A handbook with a warning and no error.
    private func warned() throws -> TestFolder { try folder(["content/index.md": "# Home\n\n<blink>\n"]) }

    @Test func isZeroWhenThereIsNothingToReport() throws {
        let run = try folder().milepost("build")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func isOneForErrors() throws {
        #expect(try folder(["content/index.md": "[x](gone.md)\n"]).milepost("build").status == 1)
    }

    @Test func isZeroForWarningsUnlessTheyAreToFailTheBuild() throws {
        #expect(try warned().milepost("build").status == 0)
        let strict = try warned()
        #expect(try strict.milepost("build", "--strict").status == 1)
        #expect(!strict.exists("site"))
        let configured = try warned()
        try configured.write("content/handbook.yml", "strict: true\n")
        #expect(try configured.milepost("build").status == 1)
    }

    @Test(arguments: [
        ["--frob"], ["--jobs", "0"], ["--jobs", "257"], ["--jobs", "many"], ["-j"], ["--format", "xml"],
        ["--color", "blue"], ["--base-url", "ftp://example.org"], ["--base-url", "example.org"],
        ["--base-url", "https://example.org/?a"], ["one", "two"],
    ])
    func isTwoForAWrongCommandLine(arguments: [String]) throws {
        let folder = try folder()
        let run = try folder.run([milepostPath, "build"] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
        #expect(try folder.names() == ["content"])
    }

    @Test func isTwoForAnUnknownCommand() throws { #expect(try folder().milepost("frob").status == 2) }

    @Test func isTwoWhenAFolderThatIsNamedDoesNotExist() throws {
        let run = try folder().milepost("build", "nowhere")
        #expect(run.status == 2)
        #expect(run.errors == "milepost: error: the content folder 'nowhere' does not exist\n")
        #expect(try folder().milepost("build", "content/index.md").status == 2)
        #expect(try folder().milepost("build", "--template", "nowhere").status == 2)
    }

    @Test func isTwoForADayThatIsNone() throws {
        #expect(try folder().milepost("build", environment: ["SOURCE_DATE_EPOCH": "today"]).status == 2)
    }

    @Test(arguments: ["rules: {nope: off}\n", "rules: {orphan: maybe}\n", "language: 7\n", "base_url: home\n", "["])
    func isTwoForAWrongConfiguration(text: String) throws {
        let folder = try folder(["content/handbook.yml": text])
        let run = try folder.milepost("build")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("content/handbook.yml:"))
        #expect(!folder.exists("site"))
    }

    @Test func isSeventyWhenTheOutputCannotBeWritten() throws {
        let folder = try folder(["locked/readme.txt": ""])
        try folder.shell("chmod 555 locked; chmod 755 . ; chmod -R a+rX content")
        var words = [milepostPath, "build", "-o", "locked/site"]
        if isRoot { words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + words }
        let run = try folder.run(words)
        #expect(run.status == 70, "\(run.errors)")
        #expect(run.errors.contains("Permission denied"))
    }

    @Test func isSeventyWhenStandardOutputIsFull() throws {
        let folder = try folder()
        #expect(try folder.shell(#""$MILEPOST" build > /dev/full"#).status == 70)
    }

    @Test func writesToNoFileInPlaceOfAClosedStandardStream() throws {
        let folder = try folder(["content/index.md": "# Home\n\n<blink>\n"])
        try folder.milepost("build")
        let site = try folder.tree("site")
        #expect(try folder.shell(#""$MILEPOST" build <&- >&- 2>&-"#).status == 0)
        #expect(try folder.tree("site") == site)
    }
}
