// What the templates may see of a page, by layout: exactly this, and nothing that changes when other pages do.

package import Templates

/// The layouts that Milepost renders; each is a file in `layouts/`.
package enum Layout: String, CaseIterable, Sendable {
    case page = "layouts/page"
    case home = "layouts/home"
    case section = "layouts/section"
    case map = "layouts/map"
    case glossary = "layouts/glossary"
    case sources = "layouts/sources"
    case notFound = "layouts/not-found"
    case search = "layouts/search"
    case redirect = "layouts/redirect"

    package var schema: TemplateSchema {
        switch self {
        case .page: .everyLayout.adding(.insideHandbook).adding(.page)
        case .home: .everyLayout.adding(.home)
        case .section: .everyLayout.adding(.insideHandbook).adding(.section)
        case .map: .everyLayout.adding(.insideHandbook).adding(.map)
        case .glossary: .everyLayout.adding(.insideHandbook).adding(.glossary)
        case .sources: .everyLayout.adding(.insideHandbook).adding(.sources)
        case .notFound, .search: .everyLayout
        case .redirect:
            .everyLayout.adding(["target_href": .text, "target_title": .text, "redirect_script_href": .text])
        }
    }
}

/// A page ready for its template.
package struct PageModel: Sendable {
    package let layout: Layout
    package let values: TemplateModel
}

private let link: TemplateSchema = ["title": .text, "href": .text]
private let writtenDate: TemplateSchema = ["date": .text, "iso": .text]

extension TemplateSchema {
    fileprivate static let everyLayout: TemplateSchema = [
        "lang": .text, "site_title": .text, "title": .text, "document_title": .text, "description": .text,
        "canonical": .text, "base_href": .text, "generator": .text, "home_href": .text, "stylesheet_href": .text,
        "script_href": .text, "theme_script_href": .text, "icon_href": .text, "questions_href": .text,
        "map_href": .text, "glossary_href": .text, "sources_href": .text, "footer_text": .text,
        "search_href": .text, "search_dialog_href": .text, "search_page_href": .text, "search_stylesheet_href": .text,
        "is_search": .flag,
        "structured_data": .html, "is_noindex": .flag, "navigation": .html, "has_navigation": .flag,
        "term_list": .html, "term_script_href": .text, "plan_stylesheet_href": .text, "plan_script_href": .text,
        "has_moved": .flag,
        "moved": .list(["id": .text, "href": .text, "title": .text, "page_title": .text]),
    ]

    fileprivate static let insideHandbook: TemplateSchema = ["breadcrumbs": .list(link), "contents": .html]

    fileprivate static let page: TemplateSchema = [
        "type": .text, "is_question": .flag, "is_topic": .flag, "is_role": .flag, "is_template": .flag,
        "is_plan": .flag, "is_page": .flag, "kind_label": .text, "body": .html, "body_after": .html,
        "lead_answer": .text, "summary": .text, "owner": .object(link), "updated": .object(writtenDate),
        "reviewed": .object(writtenDate), "next_review": .object(writtenDate), "version": .text, "status": .text,
        "status_label": .text,
        "banner": .object(["kind": .text, "text": .text, "href": .text, "link_title": .text]),
        "other_names": .text,
        "strip": .object([
            "part_of": .list(link), "before": .list(link), "after": .list(link), "parts": .list(link),
        ]),
        "steps": .object(["items": .list(["name": .text, "who": .object(link), "output": .text])]),
        "sheet": .object([
            "format_label": .text, "text": .text,
            "downloads": .list(["href": .text, "label": .text, "filename": .text]),
        ]),
        "plan": .html, "neighbourhood": .html,
        "relations": .list([
            "heading": .text, "id": .text, "count_label": .text,
            "items": .list(["title": .text, "href": .text, "note": .text]),
        ]),
        "has_relations": .flag, "mentions": .html,
        "citations": .list([
            "id": .text, "title": .text, "href": .text, "at": .text, "publisher": .text, "year": .text,
        ]),
        "has_citations": .flag, "previous": .object(link), "next": .object(link),
    ]

    fileprivate static let section: TemplateSchema = [
        "body": .html, "summary": .text, "count_label": .text, "is_question_index": .flag,
        "groups": .list([
            "title": .text, "id": .text, "items": .list(["title": .text, "href": .text, "about": .text]),
        ]),
        "previous": .object(link), "next": .object(link),
    ]

    fileprivate static let home: TemplateSchema = [
        "body": .html, "summary": .text, "search_hint": .text,
        "sections": .list(["title": .text, "href": .text, "count_label": .text]),
        "changes": .list(["title": .text, "href": .text, "date": .text, "iso": .text]), "has_changes": .flag,
    ]

    fileprivate static let map: TemplateSchema = [
        "intro": .text, "body": .html, "count_label": .text, "map": .html,
    ]

    fileprivate static let glossary: TemplateSchema = [
        "intro": .text, "body": .html, "count_label": .text, "letters": .list(["letter": .text, "id": .text]),
        "groups": .list([
            "letter": .text, "id": .text,
            "terms": .list([
                "id": .text, "name": .text, "definition": .text, "aliases": .text, "target": .object(link),
            ]),
        ]),
    ]

    fileprivate static let sources: TemplateSchema = [
        "intro": .text, "body": .html,
        "source_list": .list([
            "id": .text, "anchor": .text, "title": .text, "details": .text, "note": .text, "url": .text,
            "cited_by": .list(link), "is_cited": .flag,
        ]),
    ]
}
