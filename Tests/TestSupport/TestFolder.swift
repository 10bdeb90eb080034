// A folder of a test's own, and the built `milepost` run on it.

package import Foundation

/// A temporary directory that goes when the value does.
package final class TestFolder: Sendable {
    package let path: String

    package init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/milepost-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    package func write(_ name: String, _ bytes: Data) throws {
        let file = path + "/" + name
        let parent = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: file))
    }

    package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    package func text(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    /// The names in a folder, hidden ones too, sorted.
    package func names(in folder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    /// Every file under `folder` with its bytes, see `files(below:)`.
    package func tree(_ folder: String) throws -> [String: Data] { try files(below: path + "/" + folder) }

    /// Runs `milepost` with this folder as the current one and waits for its end.
    @discardableResult
    package func milepost(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
        try run([milepostPath] + arguments, environment: environment)
    }

    /// Runs any program with this folder as the current one.
    @discardableResult
    package func run(_ words: [String], environment: [String: String] = [:]) throws -> Run {
        try start(words, environment: environment).wait()
    }

    /// Runs a line of shell. Threads of a test block signals, which a shell would inherit and wait for in vain.
    @discardableResult
    package func shell(_ line: String, environment: [String: String] = [:]) throws -> Run {
        let unblock =
            "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); "
            + "os.execv('/bin/sh', ['sh', '-c', sys.argv[1]])"
        return try run(["/usr/bin/env", "python3", "-c", unblock, line], environment: environment)
    }

    package func start(_ words: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.environment = [
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "MILEPOST": milepostPath, "SOURCE_DATE_EPOCH": "1767225600",
        ].merging(environment) { $1 }
        // Files, because a full pipe would stop a program that nobody reads.
        let output = try TemporaryFile()
        let errors = try TemporaryFile()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.handle
        process.standardError = errors.handle
        try process.run()
        return RunningProgram(process: process, output: output, errors: errors)
    }
}

/// Every file below a folder with its bytes, by path; a symbolic link counts as its text.
package func files(below root: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
        let file = root + "/" + name
        let type = try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
        if type == .typeSymbolicLink {
            files[name] = Data(try FileManager.default.destinationOfSymbolicLink(atPath: file).utf8)
        } else if type == .typeRegular {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: file))
        }
    }
    return files
}

/// How a program ended and what it said.
package struct Run {
    /// The exit status; 128 and the number of the signal that ended it, as a shell tells it.
    package let status: Int32
    package let output: String
    package let errors: String
}

package struct RunningProgram {
    package let process: Process
    fileprivate let output: TemporaryFile
    fileprivate let errors: TemporaryFile

    package func wait() throws -> Run {
        process.waitUntilExit()
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return Run(
            status: signal + process.terminationStatus, output: try output.text(), errors: try errors.text())
    }
}

private final class TemporaryFile {
    private let path = FileManager.default.temporaryDirectory.path + "/milepost-\(UUID().uuidString).out"
    let handle: FileHandle

    init() throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
}

/// The program that was built with this test: it lies beside the test bundle, or in the build folder of the package.
package let milepostPath: String = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/milepost"
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return repository.path + "/.build/debug/milepost"
}()

/// Whether tests may do what only root may: mount, become another user.
package let isRoot = getuid() == 0
