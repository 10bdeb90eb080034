// How parsed files travel from a worker process: the fields of each value in their order, twice. Both ends are one build.

package import UTF8Text

extension ProcessStep: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(name)
        wire.value(who)
        wire.value(output)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(name: try wire.value(), who: try wire.value(), output: try wire.value())
    }
}

extension Citation: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(source)
        wire.value(at)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(source: try wire.value(), at: try wire.value())
    }
}

extension PageGroup: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(title)
        wire.value(pages)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(title: try wire.value(), pages: try wire.value())
    }
}

extension NavigationPlace: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(order)
        wire.value(isHidden)
        wire.value(label)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(order: try wire.value(), isHidden: try wire.value(), label: try wire.value())
    }
}

extension QuestionDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(shortAnswer)
        wire.value(asked)
        wire.value(isCollection)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(shortAnswer: try wire.value(), asked: try wire.value(), isCollection: try wire.value())
    }
}

extension TopicDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(kind)
        wire.value(partOf)
        wire.value(steps)
        wire.value(precedes)
        wire.value(explains)
        wire.value(answers)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            kind: try wire.value(),
            partOf: try wire.value(),
            steps: try wire.value(),
            precedes: try wire.value(),
            explains: try wire.value(),
            answers: try wire.value())
    }
}

extension RoleDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(alsoCalled)
        wire.value(accountableFor)
        wire.value(responsibleFor)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(alsoCalled: try wire.value(), accountableFor: try wire.value(), responsibleFor: try wire.value())
    }
}

extension TemplateDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(formats)
        wire.value(file)
        wire.value(usedIn)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(formats: try wire.value(), file: try wire.value(), usedIn: try wire.value())
    }
}

extension PlanDetails: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(plan)
        wire.value(answers)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(plan: try wire.value(), answers: try wire.value())
    }
}

extension PageHeader: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(type)
        wire.value(title)
        wire.value(slug)
        wire.value(summary)
        wire.value(owner)
        wire.value(status)
        wire.value(version)
        wire.value(updated)
        wire.value(reviewed)
        wire.value(reviewIn)
        wire.value(topics)
        wire.value(related)
        wire.value(aliases)
        wire.value(keywords)
        wire.value(audience)
        wire.value(citations)
        wire.value(supersedes)
        wire.value(redirects)
        wire.value(autolink)
        wire.value(navigation)
        wire.value(groups)
        wire.value(details)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            type: try wire.value(),
            title: try wire.value(),
            slug: try wire.value(),
            summary: try wire.value(),
            owner: try wire.value(),
            status: try wire.value(),
            version: try wire.value(),
            updated: try wire.value(),
            reviewed: try wire.value(),
            reviewIn: try wire.value(),
            topics: try wire.value(),
            related: try wire.value(),
            aliases: try wire.value(),
            keywords: try wire.value(),
            audience: try wire.value(),
            citations: try wire.value(),
            supersedes: try wire.value(),
            redirects: try wire.value(),
            autolink: try wire.value(),
            navigation: try wire.value(),
            groups: try wire.value(),
            details: try wire.value())
    }
}

extension YAMLNode: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(content)
        wire.value(position)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(content: try wire.value(), position: try wire.value())
    }
}

extension YAMLNode.Entry: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(key)
        wire.value(value)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(key: try wire.value(), value: try wire.value())
    }
}

extension Term: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(name)
        wire.value(definition)
        wire.value(aliases)
        wire.value(target)
        wire.value(link)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            name: try wire.value(),
            definition: try wire.value(),
            aliases: try wire.value(),
            target: try wire.value(),
            link: try wire.value())
    }
}

extension Source: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(id)
        wire.value(title)
        wire.value(publisher)
        wire.value(year)
        wire.value(url)
        wire.value(isbn)
        wire.value(licence)
        wire.value(accessed)
        wire.value(note)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            id: try wire.value(),
            title: try wire.value(),
            publisher: try wire.value(),
            year: try wire.value(),
            url: try wire.value(),
            isbn: try wire.value(),
            licence: try wire.value(),
            accessed: try wire.value(),
            note: try wire.value())
    }
}

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
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            kind: try wire.value(), target: try wire.value(), title: try wire.value(), position: try wire.value())
    }
}

extension Heading: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(level)
        wire.value(id)
        wire.value(text)
        wire.value(position)
        wire.value(lead)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(
            level: try wire.value(),
            id: try wire.value(),
            text: try wire.value(),
            position: try wire.value(),
            lead: try wire.value())
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

extension ParsedPage: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(path)
        wire.value(header)
        wire.value(markdown)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(path: try wire.value(), header: try wire.value(), markdown: try wire.value())
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
    }
}
