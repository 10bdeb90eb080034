// The layouts of a site, each compiled for the models that it shows, and the layout that each page takes.

import Knowledge
package import Templates
package import UTF8Text

/// Each is a file in `layouts/` of the template folder.
package struct Layouts: Sendable {
    let page: Layout<PageFrame, ArticleModel>
    let home: Layout<PageFrame, HomeModel>
    let section: Layout<PageFrame, SectionModel>
    let map: Layout<PageFrame, MapModel>
    let glossary: Layout<PageFrame, GlossaryModel>
    let sources: Layout<PageFrame, SourcesModel>
    let search: Layout<PageFrame, NothingMore>
    let notFound: Layout<PageFrame, NothingMore>
    let redirect: Layout<PageFrame, RedirectModel>

    init(_ compiler: inout TemplateCompiler) {
        page = compiler.layout("layouts/page", showing: ArticleModel.self, in: PageFrame.self)
        home = compiler.layout("layouts/home", showing: HomeModel.self, in: PageFrame.self)
        section = compiler.layout("layouts/section", showing: SectionModel.self, in: PageFrame.self)
        map = compiler.layout("layouts/map", showing: MapModel.self, in: PageFrame.self)
        glossary = compiler.layout("layouts/glossary", showing: GlossaryModel.self, in: PageFrame.self)
        sources = compiler.layout("layouts/sources", showing: SourcesModel.self, in: PageFrame.self)
        search = compiler.layout("layouts/search", showing: NothingMore.self, in: PageFrame.self)
        notFound = compiler.layout("layouts/not-found", showing: NothingMore.self, in: PageFrame.self)
        redirect = compiler.layout("layouts/redirect", showing: RedirectModel.self, in: PageFrame.self)
    }

    /// Compiles the layouts that are among `files`.
    ///
    /// - Returns: the layouts, or `nil` when a finding is an error, and the findings.
    package static func compile(_ files: [MustacheFile]) -> (layouts: Layouts?, diagnostics: [Diagnostic]) {
        var compiler = TemplateCompiler(files)
        let layouts = Layouts(&compiler)
        return (compiler.hasFailed ? nil : layouts, compiler.diagnostics)
    }
}

extension Site {
    func html(of page: Page) -> [UInt8] {
        let frame = PageFrame(of: page, on: self)
        switch page.kind {
        case .home: return layouts.home.render(frame, HomeModel(of: page, on: self))
        case .section: return layouts.section.render(frame, SectionModel(of: page, on: self))
        case .map: return layouts.map.render(frame, MapModel(of: page, on: self))
        case .glossary: return layouts.glossary.render(frame, GlossaryModel(of: page, on: self))
        case .sources: return layouts.sources.render(frame, SourcesModel(of: page, on: self))
        case .article: return layouts.page.render(frame, ArticleModel(of: page, on: self))
        }
    }
}

/// For layouts that show no more than every page does.
struct NothingMore: TemplateModel {
    static var slots: [Slot<NothingMore>] { [] }
}
