// The words of a page while they are collected, block by block and run by run.

import UTF8Text

struct TextDraft {
    private(set) var collected = PageText()
    /// The end of the HTML behind the last run: another run that starts there is attached to it.
    private var attachment: HTMLDraft.End?

    var count: Int { collected.bytes.count }

    mutating func startBlock(_ kind: TextBlock.Kind, inSection section: Int) {
        endBlock()
        collected.blocks.append(
            TextBlock(kind: kind, section: section, start: collected.bytes.count, firstRun: collected.runs.count))
        attachment = nil
    }

    /// A block without words is none.
    mutating func endBlock() {
        if let last = collected.blocks.last, last.start == collected.bytes.count { collected.blocks.removeLast() }
    }

    /// Adds words that go into the HTML at `end`. Nothing is attached to them until `attach` says where they ended.
    mutating func add(
        _ words: ArraySlice<UInt8>, as place: TextPlace, at position: SourcePosition, html end: HTMLDraft.End
    ) {
        collected.runs.append(
            TextRun(
                start: collected.bytes.count, html: end.bytes, position: position, place: place,
                isAttached: attachment == end))
        collected.bytes.append(contentsOf: words)
        attachment = nil
    }

    /// Notes that the words that were added last stand in the HTML byte for byte, up to `end`.
    mutating func attach(upTo end: HTMLDraft.End) { attachment = end }

    /// Adds the space that the end of a line is, which is one byte of the HTML, too.
    mutating func addSpace(html end: HTMLDraft.End) {
        if attachment?.bytes == end.bytes { attachment?.bytes += 1 }
        guard hasWordsInBlock, collected.bytes.last != " " else { return }
        collected.bytes.append(" ")
    }

    /// Parts words that no space parts: cells of a row, lines that must end.
    mutating func addGap() {
        guard hasWordsInBlock, collected.bytes.last != "\t" else { return }
        collected.bytes.append("\t")
        attachment = nil
    }

    private var hasWordsInBlock: Bool {
        collected.blocks.last.map { collected.bytes.count > $0.start } ?? false
    }
}
