// What every file of the site shows around what is its own: its head, the header, the navigation, the footer.

import Content
import Knowledge
import Templates
import UTF8Text

struct PageFrame: TemplateModel {
    let settings: Settings
    let words: WordsModel
    let generator: String
    let title: String
    /// The name of the tab and of the bookmark.
    var documentTitle: String
    var description: String?
    var canonical: String?
    /// The address that links start from, on the page that is shown at any address.
    var baseHref: String?
    var isNoindex = false
    var isSearch = false
    var structuredData: [UInt8]?
    var navigation: [UInt8]?
    var termList: [UInt8]?
    var moved: [MovedModel] = []
    let addresses: FrameAddresses
    var termScriptHref: String?
    var planStylesheetHref: String?
    var planScriptHref: String?

    static let slots: [Slot<PageFrame>] = [
        .text("lang", \.settings.language), .text("site_title", \.settings.title), .text("title", \.title),
        .text("document_title", \.documentTitle), .text("description", \.description),
        .text("canonical", \.canonical), .text("printed_from", \.printedFrom), .text("base_href", \.baseHref),
        .text("generator", \.generator),
        .text("footer_text", \.settings.footer), .flag("is_noindex", \.isNoindex), .flag("is_search", \.isSearch),
        .html("structured_data", \.structuredData), .html("navigation", \.navigation),
        .flag("has_navigation") { $0.navigation != nil }, .html("term_list", \.termList),
        .list("moved", \.moved), .flag("has_moved") { !$0.moved.isEmpty }, .object("words", \.words),

        .text("home_href", \.addresses.home), .text("search_href", \.addresses.search),
        .text("questions_href", \.addresses.questions), .text("map_href", \.addresses.map),
        .text("glossary_href", \.addresses.glossary), .text("sources_href", \.addresses.sources),
        .text("stylesheet_href", \.addresses.stylesheet), .text("script_href", \.addresses.script),
        .text("theme_script_href", \.addresses.themeScript), .text("icon_href", \.addresses.icon),
        .text("search_dialog_href", \.addresses.searchDialog), .text("search_page_href", \.addresses.searchPage),
        .text("search_stylesheet_href", \.addresses.searchStylesheet),
        .text("term_script_href", \.termScriptHref), .text("plan_stylesheet_href", \.planStylesheetHref),
        .text("plan_script_href", \.planScriptHref),
    ]

    /// The frame of a file at `address`.
    init(at address: String, title: String, on site: Site) {
        settings = site.handbook.settings
        words = WordsModel(site: site)
        generator = site.generator
        self.title = title
        documentTitle = site.wording.lists.title([title, settings.title])
        addresses = FrameAddresses(from: address, on: site)
    }

    /// Where a printed page is from, if it has an address.
    private var printedFrom: String? { canonical.map(words.site.wording.pages.printedFrom) }

    /// The frame of a page of the handbook.
    init(of page: Page, on site: Site) {
        let handbook = site.handbook
        let address = handbook.address(of: page.id)
        self.init(at: address, title: page.title, on: site)
        documentTitle = site.documentTitle(of: page)
        description = site.description(of: page)
        canonical = settings.baseURL.map { $0 + site.publicPath(address) }
        isNoindex = page.parsed.header.status.value != .approved
        structuredData = site.structuredData(for: page)
        navigation = handbook.pages.count > 1 ? site.navigationHTML(for: page.id) : nil
        termList = site.termsHTML(of: page)
        moved = site.movedHeadings(of: page)
        // Pages without term links do without the script that shows definitions, and so on.
        if termList != nil { termScriptHref = site.href(toAsset: "terms.js", from: address) }
        if handbook.plans[page.id.index] != nil {
            planStylesheetHref = site.href(toAsset: "plan.css", from: address)
            planScriptHref = site.href(toAsset: "plan.js", from: address)
        }
    }
}

/// Where the parts of the site lie that every page links to, as a file of the site writes it. What the handbook or the
/// template does not have is `nil`.
struct FrameAddresses: Sendable {
    let home, search: String
    let questions, map, glossary, sources: String?
    let stylesheet, script, themeScript, icon, searchDialog, searchPage, searchStylesheet: String?

    init(from address: String, on site: Site) {
        func asset(_ name: String) -> String? { site.href(toAsset: name, from: address) }
        func page(_ id: PageID?) -> String? {
            id.map { relativeAddress(from: address, to: site.handbook.address(of: $0)) }
        }
        home = relativeAddress(from: address, to: "index.html")
        search = relativeAddress(from: address, to: searchPageAddress)
        questions = page(site.handbook.questionIndex)
        map = page(site.handbook.map)
        glossary = page(site.handbook.glossary)
        sources = page(site.handbook.sourceList)
        stylesheet = asset("site.css")
        script = asset("site.js")
        themeScript = asset("theme.js")
        icon = asset("favicon.svg")
        searchDialog = asset("search-dialog.js")
        searchPage = asset("search-page.js")
        searchStylesheet = asset("search.css")
    }
}

extension Site {
    /// The address of a file of the template, as a file of the site writes it; `nil` for one that it does not have.
    func href(toAsset name: String, from address: String) -> String? {
        templateAssets[name].map { relativeAddress(from: address, to: $0) }
    }

    /// Pages that share their title are told apart by their section.
    fileprivate func documentTitle(of page: Page) -> String {
        guard page.kind != .home else { return handbook.settings.title }
        let section =
            sharedTitles.contains(page.title) ? handbook.tree.parents[page.id.index].map { handbook[$0].label } : nil
        return wording.lists.title([page.title, section, handbook.settings.title].compactMap(\.self))
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
