// Where the files of tests lie.

package import Foundation

/// The folder of the whole project.
package let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// Results that other programs, or hands, worked out: JSON by name.
package func oracle(_ name: String) throws -> Data {
    try Data(contentsOf: repository.appending(path: "Tests/Oracles/\(name).json"))
}
