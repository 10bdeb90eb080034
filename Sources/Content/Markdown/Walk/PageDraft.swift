// What every part of the walk writes to: the HTML and the words of the page, what it points to, and what is wrong with
// it. A part keeps what it alone has to know to itself.

import UTF8Text

struct PageDraft {
    var html = HTMLDraft()
    var text = TextDraft()
    var ids = PageIDs()
    var places: PlaceFinder
    var log: DiagnosticLog
    private(set) var references: [Reference] = []
    /// How many other pages are written into this one, `![[page]]`, and where the first is.
    var embeddedPages: (count: Int, first: SourcePosition)?
    /// The start of a text that belongs to what stands before it: the size of an image, the end of a link.
    var takenStart: (node: MarkdownNode, count: Int)?
    /// The end of a line in the middle of a link.
    var takenLineEnd: MarkdownNode?
    /// Bytes of addresses and titles in references so far.
    private var referenceBytes = 0

    init(places: PlaceFinder, log: DiagnosticLog) {
        self.places = places
        self.log = log
    }

    /// How much was written, with what will be written into the holes.
    var byteCount: Int { html.count + referenceBytes }

    // MARK: Words

    /// Writes text of the page's author: as HTML, and into the words of the page.
    mutating func writeWords(_ text: ArraySlice<UInt8>, as place: TextPlace) {
        var rest = text
        while !rest.isEmpty {
            let line = rest.firstLine
            writeLine(line, as: place)
            rest = rest[line.endIndex...]
        }
    }

    private mutating func writeLine(_ line: ArraySlice<UInt8>, as place: TextPlace) {
        let position = places.findText(line)
        var start = line.startIndex
        var next = start
        // Nearly no line has a picture's name in it.
        while let colon = line[next...].firstIndex(of: ":") {
            next = colon + 1
            guard let (picture, length) = emoji(at: line[colon...]) else { continue }
            write(line[start..<colon], as: place, at: position, in: line)
            let column = position.column + colon - line.startIndex
            noteWords(Array(picture.utf8)[...], as: place, at: SourcePosition(line: position.line, column: column))
            html.write(picture)
            start = colon + length
            next = start
        }
        write(line[start...], as: place, at: position, in: line)
    }

    /// Each character that is escaped is a run of its own: it takes more bytes in the HTML than in the text.
    private mutating func write(
        _ part: ArraySlice<UInt8>, as place: TextPlace, at position: SourcePosition, in line: ArraySlice<UInt8>
    ) {
        var start = part.startIndex
        while start < part.endIndex {
            let plain = part[start...].prefix { !$0.needsHTMLEscape }
            let run = plain.isEmpty ? part[start...start] : plain
            let column = position.column + start - line.startIndex
            text.add(run, as: place, at: SourcePosition(line: position.line, column: column), html: html.end)
            if plain.isEmpty { html.writeEscaped(run) } else { html.write(run) }
            text.attach(upTo: html.end)
            start = run.endIndex
        }
    }

    mutating func writeSpace() {
        text.addSpace(html: html.end)
        html.write("\n")
    }

    /// Notes words that stand in the HTML in some other way, if at all: no link can be put around them.
    mutating func noteWords(_ words: ArraySlice<UInt8>, as place: TextPlace, at position: SourcePosition) {
        if !words.isEmpty { text.add(words, as: place, at: position, html: html.end) }
    }

    // MARK: References

    /// Notes that the page points to `target`; `nil` when no page may.
    mutating func addReference(
        _ kind: Reference.Kind, to target: String, title: String = "", size: AuthorSize = AuthorSize(),
        at place: SourcePosition
    ) -> Int? {
        if kind != .wiki {
            if let fault = faultOfAddress(target, isImage: kind == .image) {
                log.report(
                    .linkScheme, at: place, fault,
                    help: "link to https, http, mailto or tel, or to a file of the handbook")
                return nil
            }
            referenceBytes += target.utf8.count + title.utf8.count
        }
        references.append(
            Reference(kind: kind, target: target, title: title, position: place, textOffset: text.count, size: size))
        return references.count - 1
    }
}

extension ArraySlice<UInt8> {
    /// Up to and with the first end of a line.
    var firstLine: ArraySlice<UInt8> { self[..<(firstIndex(of: "\n").map { $0 + 1 } ?? endIndex)] }
}
