// How the words of a page travel from a worker process. Numbers are told by how much they grow: most take one byte.

package import UTF8Text

extension PageText: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.blob(bytes)
        var last = (section: 0, start: 0, run: 0)
        wire.integer(blocks.count)
        for block in blocks {
            wire.value(block.kind)
            wire.integer(block.section - last.section)
            wire.integer(block.start - last.start)
            wire.integer(block.firstRun - last.run)
            last = (block.section, block.start, block.firstRun)
        }
        var before = (start: 0, html: 0, line: 0)
        wire.integer(runs.count)
        for run in runs {
            wire.value(run.place)
            wire.value(run.isAttached)
            wire.integer(run.start - before.start)
            wire.integer(run.html - before.html)
            wire.integer(run.position.line - before.line)
            wire.integer(run.position.column)
            before = (run.start, run.html, run.position.line)
        }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init()
        bytes = try wire.blob()
        var last = (section: 0, start: 0, run: 0)
        for _ in 0..<(try wire.count()) {
            let kind: TextBlock.Kind = try wire.value()
            last.section += try wire.integer()
            last.start += try wire.integer()
            last.run += try wire.integer()
            blocks.append(TextBlock(kind: kind, section: last.section, start: last.start, firstRun: last.run))
        }
        var before = (start: 0, html: 0, line: 0)
        for _ in 0..<(try wire.count()) {
            let place: TextPlace = try wire.value()
            let isAttached: Bool = try wire.value()
            before.start += try wire.integer()
            before.html += try wire.integer()
            before.line += try wire.integer()
            runs.append(
                TextRun(
                    start: before.start, html: before.html,
                    position: SourcePosition(line: before.line, column: try wire.integer()), place: place,
                    isAttached: isAttached))
        }
    }
}

extension TextPlace: WireCodable {}
extension TextBlock.Kind: WireCodable {}
