// UTF8Text: reads, points into, hashes and writes UTF-8.
//
// The text of a handbook travels as bytes from `read(2)` to `write(2)`. This module holds what every later module needs
// to handle such bytes safely: validation, lines and positions, escaping, slugs, addresses, dates, and the diagnostics
// that point back into a file. It imports nothing and must never know what a handbook is.

/// Why a file is not UTF-8 text, as a sentence for an author.
package struct InvalidUTF8: Error, Equatable {
    /// The first offending byte, counted from 0.
    package let offset: Int
    package let reason: String
}

/// Checks that `bytes` are UTF-8 text, and returns where the text starts: after a byte order mark, if there is one.
///
/// - Throws: `InvalidUTF8` for UTF-16 (recognised by its byte order mark), a NUL byte or an ill-formed sequence.
package func checkUTF8(_ bytes: [UInt8]) throws(InvalidUTF8) -> Int {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw InvalidUTF8(offset: 0, reason: "the file is UTF-16; save it as UTF-8")
    }
    do {
        _ = try UTF8Span(validating: bytes.span)
    } catch {
        throw InvalidUTF8(offset: error.byteOffsets.lowerBound, reason: "the file is not valid UTF-8; save it as UTF-8")
    }
    if let zero = bytes.firstIndex(of: 0) {
        throw InvalidUTF8(offset: zero, reason: "the file holds a NUL byte; it is not a text file")
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}
