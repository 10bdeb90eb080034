// Questions, topics, roles, templates, plans and plain pages.

import Content
import Knowledge
import Templates
import UTF8Text

extension Site {
    func addArticle(_ page: Page, to values: inout TemplateModel) {
        let header = page.parsed.header
        values["type"] = .text(page.type.rawValue)
        values["is_" + page.type.rawValue] = .flag
        if let label = kindLabel(of: page) { values["kind_label"] = .text(label) }
        if let summary = header.summary { values["summary"] = .text(summary) }
        addBody(of: page, to: &values)
        addMetadata(of: page, to: &values)
        addBanner(of: page, to: &values)
        addOtherNames(of: page, to: &values)
        switch header.details {
        case .question(let question):
            if let answer = question.shortAnswer { values["lead_answer"] = .text(answer.value) }
        case .topic(let topic):
            addTopic(topic, of: page, to: &values)
            if let html = neighbourhoodHTML(of: page) { values["neighbourhood"] = .html(html) }
        case .plan: addPlan(of: page, to: &values)
        case .page, .role, .template: break
        }
        addRelations(of: page, to: &values)
        addMentions(of: page, to: &values)
        addCitations(of: page, to: &values)
        addNeighbours(of: page, to: &values)
        let headings = page.parsed.markdown.outline.map { ContentsEntry(level: $0.level, id: $0.id, text: $0.text) }
        if let contents = contentsHTML(planContents(of: page) + headings) { values["contents"] = .html(contents) }
    }

    private func addPlan(of page: Page, to values: inout TemplateModel) {
        guard let html = planHTML(of: page) else { return }
        values["plan"] = .html(html)
        let address = handbook.address(of: page.id)
        for (name, asset) in [("plan_stylesheet_href", "plan.css"), ("plan_script_href", "plan.js")] {
            if let path = templateAssets[asset] { values[name] = .text(relativeAddress(from: address, to: path)) }
        }
    }

    private func kindLabel(of page: Page) -> String? {
        switch page.parsed.header.details {
        case .page: nil
        case .topic(let topic): topic.kind == .concept ? "Topic" : "Topic: \(topic.kind.rawValue)"
        default: page.type.rawValue.prefix(1).uppercased() + page.type.rawValue.dropFirst()
        }
    }

    // MARK: Body

    /// The text of the page; on a template page without the template, which is shown as a sheet of its own.
    private func addBody(of page: Page, to values: inout TemplateModel) {
        // The definition of a topic stands above everything else that the page has to say.
        if page.type == .topic, let lead = page.parsed.markdown.lead.htmlRange, lead.lowerBound == 0 {
            values["body"] = .html(filledHTML(of: page, to: lead.upperBound))
            values["body_after"] = .html(filledHTML(of: page, from: lead.upperBound))
            return
        }
        if let file = handbook.templateFiles[page.id] {
            values["body"] = .html(filledHTML(of: page))
            values["sheet"] = .object(offer(handbook.assets[file].path, on: page))
            return
        }
        guard case .template(let template) = page.parsed.header.details,
            let sheet = page.parsed.markdown.firstCodeBlock, template.file == nil
        else {
            values["body"] = .html(filledHTML(of: page))
            return
        }
        values["body"] = .html(filledHTML(of: page, to: sheet.start))
        values["body_after"] = .html(filledHTML(of: page, from: sheet.end))
        let name = page.slug + "." + sheet.fileExtension
        let download = TemplateModel([
            "href": .text(percentEncodedPath(name)), "label": .text("Download as \(sheet.formatLabel)"),
            "filename": .text(name),
        ])
        values["sheet"] = .object(
            TemplateModel([
                "format_label": .text(sheet.formatLabel), "text": .text(sheet.text), "downloads": .list([download]),
            ]))
    }

    /// A template that is a file of its own: readers download it.
    private func offer(_ path: String, on page: Page) -> TemplateModel {
        let name = fileName(of: path)
        let format = splitExtension(of: name).extension.uppercased()
        let download = TemplateModel([
            "href": .text(href(from: page.id, toFile: path)), "label": .text("Download \(name)"),
            "filename": .text(name),
        ])
        return TemplateModel(["format_label": .text(format), "downloads": .list([download])])
    }

    // MARK: Metadata

    private func addMetadata(of page: Page, to values: inout TemplateModel) {
        let header = page.parsed.header
        if let owner = handbook.relations.targets(of: .owner, from: page.id).first {
            values["owner"] = .object(linkModel(to: owner, from: page.id))
        }
        if let updated = header.updated { values["updated"] = .object(dateModel(updated.value)) }
        if let reviewed = header.reviewed { values["reviewed"] = .object(dateModel(reviewed.value)) }
        if let next = handbook.nextReview(of: page), header.status.value != .retired {
            values["next_review"] = .object(dateModel(next))
        }
        if let version = header.version { values["version"] = .text(version) }
        values["status"] = .text(header.status.value.rawValue)
        switch header.status.value {
        case .approved: break
        case .draft: values["status_label"] = .text("Draft")
        case .review: values["status_label"] = .text("In review")
        case .retired: values["status_label"] = .text("Retired")
        }
    }

    private func addBanner(of page: Page, to values: inout TemplateModel) {
        let header = page.parsed.header
        var banner = TemplateModel()
        switch header.status.value {
        case .retired:
            banner["kind"] = .text("warn")
            banner["text"] = .text("This page is retired. It is kept for reference only.")
            if let successor = handbook.relations.origins(of: .supersedes, to: page.id).first {
                banner["text"] = .text("This page is retired. It was replaced by")
                banner["href"] = .text(href(from: page.id, to: successor))
                banner["link_title"] = .text(handbook[successor].title)
            }
        case .draft, .review:
            banner["kind"] = .text("info")
            banner["text"] = .text(
                header.status.value == .draft
                    ? "This page is a draft. It is not approved yet."
                    : "This page is in review. It is not approved yet.")
        case .approved:
            guard handbook.isOverdue(page), let due = handbook.nextReview(of: page) else { return }
            let date = writtenDate(due, language: handbook.settings.language)
            banner["kind"] = .text("warn")
            banner["text"] = .text("This page is overdue for review (since \(date)).")
            if let owner = handbook.relations.targets(of: .owner, from: page.id).first {
                banner["text"] = .text("This page is overdue for review (since \(date)). Owner:")
                banner["href"] = .text(href(from: page.id, to: owner))
                banner["link_title"] = .text(handbook[owner].title)
            }
        }
        values["banner"] = .object(banner)
    }

    private func addOtherNames(of page: Page, to values: inout TemplateModel) {
        var names = page.parsed.header.aliases.map(\.value)
        if case .role(let role) = page.parsed.header.details { names += role.alsoCalled.map(\.value) }
        if !names.isEmpty { values["other_names"] = .text(names.joined(separator: ", ")) }
    }

    // MARK: Topics

    private func addTopic(_ topic: TopicDetails, of page: Page, to values: inout TemplateModel) {
        let relations = handbook.relations
        var strip = TemplateModel()
        func add(_ name: String, _ pages: [PageID]) {
            if !pages.isEmpty { strip[name] = .list(pages.map { linkModel(to: $0, from: page.id) }) }
        }
        add("part_of", relations.targets(of: .partOf, from: page.id))
        add("before", relations.origins(of: .precedes, to: page.id))
        add("after", relations.targets(of: .precedes, from: page.id))
        add("parts", inReadingOrder(relations.origins(of: .partOf, to: page.id)))
        if !strip.values.isEmpty { values["strip"] = .object(strip) }
        guard !topic.steps.isEmpty else { return }
        let roles = Dictionary(
            relations.targets(of: .does, from: page.id).map { (handbook[$0].slug, $0) },
            uniquingKeysWith: { first, _ in first })
        let items = topic.steps.map { step in
            var item = TemplateModel(["name": .text(step.name)])
            if let who = step.who, let role = roles[who.value] {
                item["who"] = .object(linkModel(to: role, from: page.id))
            }
            if let output = step.output { item["output"] = .text(output) }
            return item
        }
        values["steps"] = .object(TemplateModel(["items": .list(items)]))
    }

    func inReadingOrder(_ pages: [PageID]) -> [PageID] {
        pages.sorted { left, right in
            let (a, b) = (handbook[left], handbook[right])
            return a.title == b.title ? left < right : readsBefore(a.title, b.title)
        }
    }

    // MARK: Sources and neighbours

    private func addCitations(of page: Page, to values: inout TemplateModel) {
        let citations = handbook.bibliography.citations[page.id.index]
        guard !citations.isEmpty, let sources = handbook.sourceList else { return }
        values["has_citations"] = .flag
        values["citations"] = .list(
            citations.map { citation in
                let source = handbook.bibliography.sources[citation.source]
                var entry = TemplateModel([
                    "id": .text(source.id.value), "title": .text(source.title),
                    "href": .text(href(from: page.id, to: sources, fragment: sourceAnchor(source))),
                ])
                if let at = citation.at { entry["at"] = .text(at) }
                if let publisher = source.publisher { entry["publisher"] = .text(publisher) }
                if let year = source.year { entry["year"] = .text(year) }
                return entry
            })
    }

    func addNeighbours(of page: Page, to values: inout TemplateModel) {
        let neighbours = handbook.tree.neighbours[page.id.index]
        if let previous = neighbours.previous { values["previous"] = .object(linkModel(to: previous, from: page.id)) }
        if let next = neighbours.next { values["next"] = .object(linkModel(to: next, from: page.id)) }
    }

    /// A heading's own id never holds a colon, so these cannot meet.
    func sourceAnchor(_ source: Source) -> String { "source:" + headingID(source.id.value) }
}

extension CodeBlock {
    /// What the block is a template of: the name that readers know the format by, and the ending of its file.
    var formatLabel: String {
        switch language.lowercased() {
        case "csv": "CSV"
        case "yaml", "yml": "YAML"
        case "", "md", "markdown": "Markdown"
        default: language
        }
    }

    var fileExtension: String {
        switch language.lowercased() {
        case "yml", "yaml": "yaml"
        case "", "md", "markdown": "md"
        case let name where name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }): name
        default: "txt"
        }
    }
}
