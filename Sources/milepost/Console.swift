// Standard output and standard error, colours and the progress line.

import ArgumentParser
import Glibc
import Publishing

enum Console { case output, errors }

func print(_ text: String, to console: Console, terminator: String = "\n") {
    print(Array((text + terminator).utf8), to: console)
}

func print(_ bytes: [UInt8], to console: Console) {
    let descriptor: Int32 = console == .output ? STDOUT_FILENO : STDERR_FILENO
    var written = 0
    while written < bytes.count {
        let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
            // Nobody can read it; a full disk under standard output must not look like success.
            if console == .output { exit(ExitStatus.machineFailed.rawValue) }
            return
        }
        written += count
    }
}

/// Makes sure that the next file to be opened is not taken for a standard stream that the caller has closed.
func openStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
        _ = unsafe open("/dev/null", O_RDWR)
    }
}

func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
}

func isTerminal(_ console: Console) -> Bool { isatty(console == .output ? STDOUT_FILENO : STDERR_FILENO) == 1 }

enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// `NO_COLOR` (no-color.org) counts where the command line leaves the choice.
    func isOn(for console: Console) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: isTerminal(console) && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
        }
    }
}

/// One line that tells how far a long build is. Only on a terminal, and never in continuous integration.
struct ProgressLine {
    private let isOn: Bool
    private let started = now()
    private var lastShown = 0
    private var isShown = false
    /// Where somebody asked for them.
    private var timings: Timings?

    init(isQuiet: Bool, timings: Timings? = nil) {
        isOn = !isQuiet && isTerminal(.errors) && environment("CI") == nil
        self.timings = timings
    }

    mutating func show(_ progress: Progress) {
        if case .step(let step) = progress { timings?.begin(step) }
        guard isOn, now() - started > 1000, now() - lastShown > 100 else { return }
        lastShown = now()
        isShown = true
        let text =
            switch progress {
            case .step(let step): step.rawValue.prefix(1).uppercased() + step.rawValue.dropFirst()
            case .parsing(let done, let count): "Parsing \(done) of \(count)"
            case .rendering(let done, let count): "Rendering \(done) of \(count)"
            case .asking(let done, let count): "Asking for \(done) of \(count) addresses"
            }
        print("\r\u{1B}[K\(text)", to: .errors, terminator: "")
    }

    /// Prints what each step took, if somebody asked for it.
    mutating func printTimings() {
        timings?.end()
        if let timings { print(timings.table, to: .errors) }
    }

    mutating func clear() {
        guard isShown else { return }
        isShown = false
        print("\r\u{1B}[K", to: .errors, terminator: "")
    }
}
