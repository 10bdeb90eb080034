// Ctrl-C and its like. The signals are held back while a build runs; the build asks now and then whether one waits,
// unwinds as from any other error, and lets the signal go at the end. So nothing happens in a signal handler, and what
// called this program sees it end by the signal: 130 for SIGINT and 143 for SIGTERM in a shell.

import CLinux

/// Call it before the first thread starts.
package func holdInterruptions() { linux_hold_interruptions() }

/// Ends this process if an interruption waits.
package func letInterruptionsGo() { linux_let_interruptions_go() }

func throwIfInterrupted() throws(MachineError) {
    if linux_held_interruption() != 0 { throw MachineError("interrupted", kind: .interruption) }
}
