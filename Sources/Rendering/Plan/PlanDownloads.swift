// The files beside a plan page: where they are, what is in them, and the list of them on the page.

import Content
package import Knowledge
package import PlanExports
import Plans
import UTF8Text

/// A file beside a plan page.
package struct PlanDownload: Sendable {
    package let page: PageID
    package let export: PlanExport
    /// Relative to the root of the site.
    package let address: String
}

/// The addresses of the files of all plans, in the order of their pages.
package func planDownloads(of handbook: Handbook) -> [PlanDownload] {
    handbook.pages.flatMap { page -> [PlanDownload] in
        guard let plan = handbook.plans[page.id.index] else { return [] }
        let folder = folder(of: handbook.address(of: page.id))
        return plan.exports.map { export in
            PlanDownload(page: page.id, export: export, address: folder + "/" + export.name(page.slug))
        }
    }
}

/// The file at such an address.
package func renderPlanDownload(_ place: PlanDownload, of site: Site) -> OutputFile {
    guard let plan = site.handbook.plans[place.page.index] else { return OutputFile(address: place.address, bytes: []) }
    return OutputFile(
        address: place.address,
        bytes: place.export.bytes(plan, site.subject(of: site.handbook[place.page])))
}

extension Site {
    fileprivate func subject(of page: Page) -> PlanSubject {
        let handbook = handbook
        let base = handbook.settings.baseURL
        // What stands between the scheme and the first slash.
        let host = base.flatMap { $0.split(separator: "/").dropFirst().first.map(String.init) }
        return PlanSubject(
            slug: page.slug, title: page.title, site: host ?? slug(handbook.settings.title),
            address: base.map { $0 + publicPath(handbook.address(of: page.id)) },
            updated: page.parsed.header.updated?.value, language: handbook.settings.language
        ) { name in handbook.role(name).map { handbook[$0].title } ?? name }
    }
}

extension PlanWriter {
    mutating func writeFiles() {
        html.write("<ul class=\"plan-files\">\n")
        for export in scheduled.exports {
            let name = export.name(page.slug)
            html.write("<li><a href=\"")
            html.append(contentsOf: percentEncodedPath(name).utf8)
            html.write("\" download>")
            html.append(contentsOf: export.title.utf8)
            element("</a> <span class=\"chain-dates\">", export.purpose, "</span></li>\n")
        }
        html.write("</ul>\n")
    }
}
