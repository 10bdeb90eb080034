// What a build is asked for, and what comes of it.

package struct BuildOptions: Sendable {
    package var reading: ReadingOptions
    package var output: String
    /// Whether a build with errors is published all the same.
    package var keepsGoing = false
    /// Whether `terms.json` and `links.json` are written into the site.
    package var writesDataFiles = false
    /// The name and version of this program, for the pages.
    package var generator: String

    package init(reading: ReadingOptions, output: String, generator: String) {
        self.reading = reading
        self.output = output
        self.generator = generator
    }
}

/// What came out of a build.
package struct BuildOutcome: Sendable {
    package let examination: Examination
    /// How the site was published; `nil` when it was not.
    package let published: PublishingMode?
    /// Files in the output folder that Milepost did not write and kept.
    package let keptFiles: [String]
}
