// The HTML of a page while it is written, with holes where only all pages together know what to write.

import UTF8Text

struct HTMLDraft {
    /// How far something is written: where bytes and holes end.
    struct End: Equatable {
        var bytes: Int
        let holes: Int
    }

    private(set) var written = HTMLWithHoles()

    var last: UInt8? { written.bytes.last }
    var count: Int { written.bytes.count }
    var end: End { End(bytes: written.bytes.count, holes: written.holes.count) }

    /// What was written from byte `start` on.
    func bytes(from start: Int) -> ArraySlice<UInt8> { written.bytes[start...] }

    mutating func write(_ html: StaticString) { written.bytes.write(html) }
    /// Writes HTML, or text of which is known that nothing in it needs an escape.
    mutating func write(_ html: String) { written.bytes.append(contentsOf: html.utf8) }
    mutating func write(_ html: ArraySlice<UInt8>) { written.bytes.append(contentsOf: html) }

    mutating func writeEscaped(_ text: ArraySlice<UInt8>) { written.bytes.appendEscapedRuns(text) }
    mutating func writeEscaped(_ text: String) { written.bytes.appendEscapedRuns(text) }

    mutating func writeAttribute(_ name: StaticString, _ value: String) {
        write(" ")
        write(name)
        write("=\"")
        writeEscaped(value)
        write("\"")
    }

    /// Starts a new line unless the HTML already stands at the start of one.
    mutating func startLine() {
        if let last = written.bytes.last, last != "\n" { written.bytes.append("\n") }
    }

    /// Writes a tag that starts a line.
    mutating func writeLine(_ html: StaticString) {
        startLine()
        write(html)
    }

    mutating func addHole(_ kind: Hole.Kind, _ reference: Int) {
        written.holes.append(Hole(offset: written.bytes.count, kind: kind, reference: reference))
    }
}
