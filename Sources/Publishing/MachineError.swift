// Why a build could not be done: the machine, or what was asked of it. Never the content of a handbook.

import Glibc

package struct MachineError: Error, CustomStringConvertible {
    package enum Kind: Sendable {
        /// Disk, permissions, another build, a worker that does not start.
        case fault
        /// The command line or the environment asks for what cannot be: a folder that is not there, or not ours.
        case wrongRequest
        /// The build was told to end, and has cleaned up.
        case interruption
    }

    package let kind: Kind
    package let description: String
    /// The description without the path, for a diagnostic that names the file itself.
    let reason: String

    init(_ description: String, kind: Kind = .fault) {
        self.kind = kind
        self.description = description
        reason = description
    }

    init(_ action: String, _ path: String, because reason: String) {
        kind = .fault
        description = "cannot \(action) '\(path)': \(reason)"
        self.reason = reason
    }

    /// - Parameter code: The error number, read right after the call that failed.
    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.init(action, path, because: unsafe String(cString: strerror(code)))
    }

    static func wrongRequest(_ description: String) -> MachineError { MachineError(description, kind: .wrongRequest) }
}
