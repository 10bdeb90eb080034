// How the Markdown of a page travels from a worker process: as in HeaderValuesWire.swift.

package import UTF8Text

extension Hole: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(offset)
        wire.value(kind)
        wire.value(reference)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(offset: try wire.value(), kind: try wire.value(), reference: try wire.value())
    }
}

extension Reference: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(kind)
        wire.value(target)
        wire.value(title)
        wire.value(position)
        wire.value(textOffset)
        wire.value(size.width)
        wire.value(size.height)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            kind: try wire.value(), target: try wire.value(), title: try wire.value(), position: try wire.value(),
            textOffset: try wire.value(), size: AuthorSize(width: try wire.value(), height: try wire.value()))
    }
}

extension Heading: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(level)
        wire.value(id)
        wire.value(text)
        wire.value(position)
        wire.value(lead)
        wire.value(htmlStart)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            level: try wire.value(),
            id: try wire.value(),
            text: try wire.value(),
            position: try wire.value(),
            lead: try wire.value(),
            htmlStart: try wire.value())
    }
}

extension CodeBlock: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(language)
        wire.value(text)
        wire.value(start)
        wire.value(end)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            language: try wire.value(), text: try wire.value(), start: try wire.value(), end: try wire.value())
    }
}

extension Acronym: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(text)
        wire.value(position)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(text: try wire.value(), position: try wire.value())
    }
}

extension Lead: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(text)
        wire.value(position)
        wire.value(htmlRange?.lowerBound)
        wire.value(htmlRange?.upperBound)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(text: try wire.value(), position: try wire.value())
        let start: Int? = try wire.value()
        let end: Int? = try wire.value()
        if let start, let end, start <= end { htmlRange = start..<end }
    }
}

extension HTMLWithHoles: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.blob(bytes)
        wire.value(holes)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init()
        bytes = try wire.blob()
        holes = try wire.value()
    }
}

extension ParsedMarkdown: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(html)
        wire.value(title)
        wire.value(outline)
        wire.value(references)
        wire.value(anchors)
        wire.value(lead)
        wire.value(firstCodeBlock)
        wire.value(acronyms)
        wire.value(text)
        wire.value(definedAcronyms)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init()
        html = try wire.value()
        title = try wire.value()
        outline = try wire.value()
        references = try wire.value()
        anchors = try wire.value()
        lead = try wire.value()
        firstCodeBlock = try wire.value()
        acronyms = try wire.value()
        text = try wire.value()
        definedAcronyms = try wire.value()
    }
}

extension Hole.Kind: WireCodable {}
extension Reference.Kind: WireCodable {}
