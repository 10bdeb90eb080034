// What rendering makes.

/// A file of the site.
package struct OutputFile: Sendable {
    /// Relative to the root of the site.
    package let address: String
    package let bytes: [UInt8]

    package init(address: String, bytes: [UInt8]) {
        self.address = address
        self.bytes = bytes
    }
}
