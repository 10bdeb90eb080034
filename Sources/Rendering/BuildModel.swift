// From a page of the handbook to what its template sees: what all layouts share, and the choice of the layout.

import Content
import Knowledge
import Templates
import UTF8Text

func pageModel(of id: PageID, site: Site) -> PageModel {
    let page = site.handbook[id]
    var values = site.commonValues(for: page)
    switch page.kind {
    case .home:
        site.addHome(page, to: &values)
        return PageModel(layout: .home, values: values)
    case .section:
        site.addBreadcrumbs(of: page, to: &values)
        site.addSection(page, to: &values)
        return PageModel(layout: .section, values: values)
    case .map:
        site.addBreadcrumbs(of: page, to: &values)
        site.addMap(page, to: &values)
        return PageModel(layout: .map, values: values)
    case .glossary:
        site.addBreadcrumbs(of: page, to: &values)
        site.addGlossary(page, to: &values)
        return PageModel(layout: .glossary, values: values)
    case .sources:
        site.addBreadcrumbs(of: page, to: &values)
        site.addSources(page, to: &values)
        return PageModel(layout: .sources, values: values)
    case .article:
        site.addBreadcrumbs(of: page, to: &values)
        site.addArticle(page, to: &values)
        return PageModel(layout: .page, values: values)
    }
}

extension Site {
    func commonValues(for page: Page) -> TemplateModel {
        let settings = handbook.settings
        let isHome = page.kind == .home
        var values = commonValues(at: handbook.address(of: page.id), title: page.title)
        values["document_title"] = .text(isHome ? settings.title : documentTitle(of: page))
        if let description = description(of: page) { values["description"] = .text(description) }
        if let base = settings.baseURL { values["canonical"] = .text(base + publicPath(handbook.address(of: page.id))) }
        let navigation = navigationHTML(for: page.id)
        if handbook.pages.count > 1 {
            values["navigation"] = .html(navigation)
            values["has_navigation"] = .flag
        }
        addTerms(of: page, to: &values)
        if page.parsed.header.status.value != .approved { values["is_noindex"] = .flag }
        addMovedHeadings(of: page, to: &values)
        if let data = structuredData(for: page) { values["structured_data"] = .html(data) }
        return values
    }

    /// The name of the tab and of the bookmark. Pages that share their title are told apart by their section.
    private func documentTitle(of page: Page) -> String {
        let section =
            sharedTitles.contains(page.title) ? handbook.tree.parents[page.id.index].map { handbook[$0].label } : nil
        return [page.title, section, handbook.settings.title].compactMap(\.self).joined(separator: " – ")
    }

    /// What every layout sees, for a file at `address`.
    func commonValues(at address: String, title: String) -> TemplateModel {
        let settings = handbook.settings
        func file(_ path: String) -> TemplateValue { .text(relativeAddress(from: address, to: path)) }
        var values = TemplateModel([
            "lang": .text(settings.language), "site_title": .text(settings.title), "title": .text(title),
            "document_title": .text("\(title) – \(settings.title)"), "generator": .text(generator),
            "home_href": file("index.html"), "search_href": file(searchPageAddress),
        ])
        for (name, asset) in [
            ("stylesheet_href", "site.css"), ("script_href", "site.js"), ("theme_script_href", "theme.js"),
            ("icon_href", "favicon.svg"), ("search_dialog_href", "search-dialog.js"),
            ("search_page_href", "search-page.js"),
            ("search_stylesheet_href", "search.css"),
        ] {
            if let path = templateAssets[asset] { values[name] = file(path) }
        }
        for (name, page) in [
            ("questions_href", handbook.questionIndex), ("map_href", handbook.map),
            ("glossary_href", handbook.glossary), ("sources_href", handbook.sourceList),
        ] {
            if let page { values[name] = file(handbook.address(of: page)) }
        }
        if let footer = settings.footer { values["footer_text"] = .text(footer) }
        return values
    }

    func addBreadcrumbs(of page: Page, to values: inout TemplateModel) {
        let trail = handbook.tree.trail(of: page.id)
        if !trail.isEmpty {
            values["breadcrumbs"] = .list(trail.map { linkModel(to: $0, from: page.id, title: breadcrumbTitle($0)) })
        }
    }

    func breadcrumbTitle(_ id: PageID) -> String {
        handbook[id].kind == .home ? "Home" : handbook[id].label
    }

    func linkModel(to target: PageID, from page: PageID, title: String? = nil) -> TemplateModel {
        TemplateModel([
            "title": .text(title ?? handbook[target].title), "href": .text(href(from: page, to: target)),
        ])
    }

    /// The page's summary, else how its text begins.
    func description(of page: Page) -> String? {
        let header = page.parsed.header
        if let summary = header.summary { return summary }
        if page.kind == .home, let description = handbook.settings.description { return description }
        let lead = page.parsed.markdown.lead.text
        guard !lead.isEmpty else { return nil }
        guard lead.count > 200 else { return lead }
        let cut = lead.prefix(197)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }

    /// The address that search engines should know: of the folder, not of the file in it.
    func publicPath(_ address: String) -> String {
        let path =
            address == "index.html" ? "" : address.hasSuffix("/index.html") ? String(address.dropLast(10)) : address
        return percentEncodedPath(path)
    }
}
