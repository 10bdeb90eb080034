// Publishes a site in one step: written beside the output folder, then exchanged with it. Until then, and whatever goes
// wrong, the last good site stays as it was.

import Glibc
import UTF8Text

/// How the new site took the place of the old one.
package enum PublishingMode: Sendable {
    case renamed, exchanged
    /// The file system could not exchange folders; readers may have seen old and new pages together for a moment.
    case fileByFile
}

/// A site in the making. Not visible to anyone until `publish`.
struct Stage: SiteSink {
    let output: OutputFolder
    let inventory: OutputInventory
    let path: String
    /// The content folder, for what is copied.
    let contentRoot: String
    /// How many files are removed at the same time.
    let jobs: Int

    /// Makes an empty stage. Whoever makes one holds the lock of the output folder, so a stage that is already there
    /// is that of a build that was killed.
    init(
        for output: OutputFolder, replacing inventory: OutputInventory, copyingFrom contentRoot: String, jobs: Int
    ) throws(MachineError) {
        self.contentRoot = contentRoot
        self.jobs = jobs
        self.output = output
        self.inventory = inventory
        path = output.sibling("stage")
        try removeTree(path, jobs: jobs)
        try makeNewDirectory(path)
    }

    /// Makes the folders that the files at `addresses` need; refuses when a file that is not ours stands in the way.
    func prepare(for addresses: [String]) throws(MachineError) {
        let collisions = SiteShape(addresses).collisions(with: inventory.foreign)
        if let file = collisions.first {
            throw .wrongRequest(
                "'\(output.path)/\(file)' was not written by Milepost and stands where the site has a file; move it away"
            )
        }
        for folder in SiteShape(addresses).foldersTopDown { try makeNewDirectory(path + "/" + folder) }
    }

    func write(_ bytes: [UInt8], to address: String) throws(MachineError) {
        try writeFile(path + "/" + address, bytes)
    }

    func copy(_ file: String, to address: String) throws(MachineError) {
        try copyFile(contentRoot + "/" + file, to: path + "/" + address)
    }

    /// Puts the stage in the place of the output folder. `addresses` are the files that were written.
    func publish(_ addresses: [String]) throws(MachineError) -> PublishingMode {
        try write(OutputFolder.marker(listing: addresses), to: OutputFolder.markerName)
        let old = status(of: output.path)
        if let old {
            try keepForeignFiles()
            try setPermissions(of: path, to: old.permissions)
        }
        try syncFileSystem(of: path)
        guard old != nil else {
            try renameFile(path, to: output.path)
            return .renamed
        }
        switch exchange(path, output.path) {
        case 0:
            try removeTree(path, jobs: jobs)
            return .exchanged
        case EXDEV, EINVAL, ENOSYS, EBUSY:
            try moveFileByFile(addresses)
            return .fileByFile
        case let code: throw MachineError("publish", output.path, code: code)
        }
    }

    private func keepForeignFiles() throws(MachineError) {
        for file in inventory.foreign {
            try makeDirectories(path + "/" + folder(of: file))
            if !hardLink(output.path + "/" + file, to: path + "/" + file) {
                try copyFile(output.path + "/" + file, to: path + "/" + file)
            }
        }
        for folder in inventory.emptyFolders { try makeDirectories(path + "/" + folder) }
    }

    /// Throws the stage away.
    func discard() { try? removeTree(path, jobs: jobs) }
}
