// How a stage is published where the file system cannot exchange folders: an overlay of a container, a mounted volume.
// Readers may see old and new pages together for a moment, and a build that is killed leaves a mixture, which the next
// one mends.

import Glibc
import UTF8Text

extension Stage {
    /// Assets first, so that no page lacks its style; then pages; what is gone last.
    func moveFileByFile(_ addresses: [String]) throws(MachineError) {
        let shape = SiteShape(addresses)
        let stale = inventory.ours.filter { !shape.holds($0) && $0 != OutputFolder.markerName }
        // Whatever happens from here on, the next build knows old and new files for ours.
        let both = OutputFolder.marker(listing: inventory.ours.filter { $0 != OutputFolder.markerName } + addresses)
        try writeFile(path + "/" + OutputFolder.markerName + "-moving", both)
        try move(OutputFolder.markerName + "-moving", to: OutputFolder.markerName)

        try remove(stale.filter(shape.isInTheWay))
        let isPage = { (address: String) in splitExtension(of: address).extension == "html" }
        for address in addresses.filter({ !isPage($0) }) + addresses.filter(isPage) {
            try makeDirectories(output.path + "/" + folder(of: address))
            try move(address, to: address)
        }
        try remove(stale.filter { !shape.isInTheWay($0) })
        try move(OutputFolder.markerName, to: OutputFolder.markerName)
        try removeTree(path)
    }

    private func move(_ address: String, to destination: String) throws(MachineError) {
        let source = path + "/" + address
        let target = output.path + "/" + destination
        if unsafe rename(source, target) == 0 { return }
        guard errno == EXDEV else { throw MachineError("rename '\(source)' to", target) }
        let copy = output.path + "/" + OutputFolder.markerName + "-new"
        try copyFile(source, to: copy)
        try renameFile(copy, to: target)
    }

    private func remove(_ files: [String]) throws(MachineError) {
        for file in files {
            try removeTree(output.path + "/" + file)
            var current = folder(of: file)
            while !current.isEmpty, removeEmptyDirectory(output.path + "/" + current) { current = folder(of: current) }
        }
    }
}
