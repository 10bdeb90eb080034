// The words of a page without their markup, block by block, with the way back: to the HTML, where a link may be put
// around some of them, and to the file, where they stand.

package import UTF8Text

/// What a stretch of text is part of, which decides whether Milepost may put a link there. `PageWalk.place` says.
package enum TextPlace: UInt8, CaseIterable, Sendable {
    /// Text of a paragraph, of a list or of a table's body.
    case prose
    case heading
    case link
    case code
    case image
    case tableHeader
    case alertTitle
    case footnote
    /// An element of raw HTML: a caption, a citation, an abbreviation …
    case element
    /// `[[!word]]`.
    case escaped
    /// Between `<!-- autolink off -->` and `<!-- autolink on -->`.
    case switchedOff
    /// U+FFFC in the place of a link whose text is the title of its target.
    case targetTitle
}

/// A stretch of text that stands on one line of the file, in one place, and in the HTML byte for byte, but for one
/// that is a single escaped character.
package struct TextRun: Hashable, Sendable {
    // A page has hundreds of these, so they are kept small.
    private let bytesBefore: UInt32
    private let htmlBefore: UInt32
    private let line: UInt32
    private let column: UInt32
    package let place: TextPlace
    /// Whether neither a tag nor a link stands between the run before and this one.
    package let isAttached: Bool

    package init(start: Int, html: Int, position: SourcePosition, place: TextPlace, isAttached: Bool) {
        bytesBefore = UInt32(clamping: start)
        htmlBefore = UInt32(clamping: html)
        line = UInt32(clamping: position.line)
        column = UInt32(clamping: position.column)
        self.place = place
        self.isAttached = isAttached
    }

    /// Where in `PageText.bytes`; it ends where the next one starts.
    package var start: Int { Int(bytesBefore) }
    /// Where in the HTML of the page.
    package var html: Int { Int(htmlBefore) }
    package var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }
}

/// A paragraph, a heading, a row of a table, a block of code.
package struct TextBlock: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case paragraph, heading, row, code
    }

    package let kind: Kind
    private let sectionNumber: UInt32
    private let bytesBefore: UInt32
    private let runsBefore: UInt32

    package init(kind: Kind, section: Int, start: Int, firstRun: Int) {
        self.kind = kind
        sectionNumber = UInt32(clamping: section)
        bytesBefore = UInt32(clamping: start)
        runsBefore = UInt32(clamping: firstRun)
    }

    /// How many headings of the outline stand before the block, or above it, its own included.
    package var section: Int { Int(sectionNumber) }
    /// Where in `PageText.bytes`; it ends where the next one starts.
    package var start: Int { Int(bytesBefore) }
    /// Its first run; its last one stands before the first of the next block.
    package var firstRun: Int { Int(runsBefore) }
}

package struct PageText: Sendable, Equatable {
    package var bytes: [UInt8] = []
    package var blocks: [TextBlock] = []
    package var runs: [TextRun] = []

    package init() {}

    package func range(ofBlock index: Int) -> Range<Int> {
        blocks[index].start..<(index + 1 < blocks.count ? blocks[index + 1].start : bytes.count)
    }

    package func runs(ofBlock index: Int) -> Range<Int> {
        blocks[index].firstRun..<(index + 1 < blocks.count ? blocks[index + 1].firstRun : runs.count)
    }

    package func range(ofRun index: Int) -> Range<Int> {
        runs[index].start..<(index + 1 < runs.count ? runs[index + 1].start : bytes.count)
    }

    /// The block that the byte at `offset` is part of; `nil` in a page without text.
    package func block(at offset: Int) -> Int? { last(of: blocks.count) { blocks[$0].start <= offset } }

    /// The run that the byte at `offset` is part of.
    package func run(at offset: Int) -> Int? { last(of: runs.count) { runs[$0].start <= offset } }

    /// Where in the file the byte at `offset` stands.
    package func position(at offset: Int) -> SourcePosition {
        guard let index = run(at: offset) else { return .start }
        let run = runs[index]
        return SourcePosition(line: run.position.line, column: run.position.column + offset - run.start)
    }

    /// The last of the first `count` numbers for which `isBefore` holds, which holds for all smaller ones too.
    private func last(of count: Int, where isBefore: (Int) -> Bool) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
