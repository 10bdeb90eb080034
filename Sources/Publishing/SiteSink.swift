// Where the files of a site go: a stage on disk, the memory of a test or of a preview.

import UTF8Text

/// Takes the files of a site, in any order and from several threads.
protocol SiteSink: Sendable {
    /// Called once, before the first file, with all addresses.
    func prepare(for addresses: [String]) throws(MachineError)
    func write(_ bytes: [UInt8], to address: String) throws(MachineError)
    /// Takes over a file of the content folder, by its path there.
    func copy(_ path: String, to address: String) throws(MachineError)
}

extension SiteSink {
    /// Makes every file of the site, on `jobs` cores.
    func take(_ plan: SitePlan, jobs: Int, progress: (Progress) -> Void) throws(MachineError) {
        progress(.step(.otherFiles))
        try prepare(for: plan.addresses)
        progress(.step(.rendering))
        try take(plan.parts[..<plan.pageCount], jobs: jobs) { progress(.rendering($0, of: plan.pageCount)) }
        progress(.step(.otherFiles))
        try take(plan.parts[plan.pageCount...], jobs: jobs) { _ in }
    }

    private func take(
        _ parts: ArraySlice<SitePart>, jobs: Int, progress: (Int) -> Void
    ) throws(MachineError) {
        // In slices, so that progress can be told and a full disk or a Ctrl-C is noticed early.
        for start in stride(from: parts.startIndex, to: parts.endIndex, by: 1024) {
            try throwIfInterrupted()
            let end = min(parts.endIndex, start + 1024)
            let faults = inParallel(end - start, jobs: jobs) { index -> MachineError? in
                do throws(MachineError) {
                    try take(parts[start + index])
                    return nil
                } catch {
                    return error
                }
            }
            if let fault = faults.compactMap({ $0 }).first { throw fault }
            progress(end - parts.startIndex)
        }
        try throwIfInterrupted()
    }

    private func take(_ part: SitePart) throws(MachineError) {
        switch part.source {
        case .copied(let path):
            for address in part.addresses { try copy(path, to: address) }
        case .made(let make):
            for (address, bytes) in zip(part.addresses, make()) { try write(bytes, to: address) }
        }
    }
}
