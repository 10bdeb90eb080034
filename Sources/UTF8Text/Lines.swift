// Where in a file something stands, and the line that holds it.

/// A place in a text file as editors count: both from 1, the column in UTF-8 bytes.
package struct SourcePosition: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    package static let start = SourcePosition(line: 1, column: 1)
}

/// The lines of a text: ended by LF, CR LF or a lone CR, as Markdown and YAML end them.
package struct Lines: Sendable {
    private let bytes: [UInt8]
    /// Where each line starts; the last entry is where a line after the end would start.
    private let starts: [Int]

    package init(of bytes: [UInt8]) {
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == "\n" {
                starts.append(index)
            } else if byte == "\r" {
                if index < bytes.count, bytes[index] == "\n" { index += 1 }
                starts.append(index)
            }
        }
        self.bytes = bytes
        self.starts = starts
    }

    package var count: Int { starts.count }

    /// All lines with their ends.
    package var text: [UInt8] { bytes }

    /// The bytes of line `number` (from 1) without its end; empty for a line that does not exist.
    package func range(ofLine number: Int) -> Range<Int> {
        guard number >= 1, number <= starts.count else { return bytes.count..<bytes.count }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == "\n" || bytes[end - 1] == "\r" { end -= 1 }
        return start..<end
    }

    package func text(ofLine number: Int) -> String {
        String(decoding: bytes[range(ofLine: number)], as: UTF8.self)
    }

    /// Where line `number` (from 1) starts, as an offset; the end of the text for a line that does not exist.
    package func offset(ofLine number: Int) -> Int {
        number >= 1 && number <= starts.count ? starts[number - 1] : bytes.count
    }

    package func position(at offset: Int) -> SourcePosition {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: offset - starts[low] + 1)
    }

    /// The same, for a place that is probably on line `number` or the next.
    package func position(at offset: Int, near number: Int) -> SourcePosition {
        var line = number
        while line >= 1, line <= number + 1, line <= starts.count, starts[line - 1] <= offset {
            if line == starts.count || offset < starts[line] {
                return SourcePosition(line: line, column: offset - starts[line - 1] + 1)
            }
            line += 1
        }
        return position(at: offset)
    }

    /// The byte at an offset; `nil` outside of the text.
    package func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

    /// The first offset in `range` where `needle` stands, all of it within the range; `nil` for an empty one.
    package func firstOffset(of needle: [UInt8], in range: Range<Int>) -> Int? {
        firstOffset(of: needle.span, in: range)
    }

    package func firstOffset(of needle: Span<UInt8>, in range: Range<Int>) -> Int? {
        guard !needle.isEmpty else { return nil }
        let text = bytes.span
        let first = needle[0]
        let last = min(range.upperBound, bytes.count) - needle.count
        var start = range.lowerBound
        while start <= last {
            if text[start] == first {
                var length = 1
                while length < needle.count, text[start + length] == needle[length] { length += 1 }
                if length == needle.count { return start }
            }
            start += 1
        }
        return nil
    }
}
