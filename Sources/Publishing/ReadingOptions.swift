// What a run is asked to read.

package import UTF8Text

/// What to read, and by what to judge it.
package struct ReadingOptions: Sendable {
    package var content: String
    package var siteTemplateFolder: String?
    /// Takes the place of the one in the configuration.
    package var baseURL: String?
    package var includesDrafts = false
    /// Whether warnings count as failures too.
    package var isStrict = false
    package var accepted: AcceptedFindingsOptions?
    /// Worker processes and threads.
    package var jobs: Int
    /// The program to start workers from: this one.
    package var workerExecutable: String
    /// How much processor time one file may take to parse, in milliseconds.
    package var parseTimeLimit = WorkerLimit.milliseconds
    /// The day that the handbook is read on.
    package var today: CalendarDate

    package init(content: String, jobs: Int, workerExecutable: String, today: CalendarDate) {
        self.content = content
        self.jobs = jobs
        self.workerExecutable = workerExecutable
        self.today = today
    }

    /// The content folder as the file system knows it.
    ///
    /// - Throws: `MachineError` when a folder that is named does not exist.
    func contentRoot() throws(MachineError) -> String {
        guard let root = realPath(content), status(of: root)?.kind == .directory else {
            throw .wrongRequest("the content folder '\(content)' does not exist")
        }
        if let folder = siteTemplateFolder, status(of: folder + "/.")?.kind != .directory {
            throw .wrongRequest("the template folder '\(folder)' does not exist")
        }
        return root
    }
}
