// The files beside a plan page: where they are, what is in them, and the list of them on the page.

import Content
package import Knowledge
import UTF8Text

/// A file beside a plan page.
package struct PlanFileAddress: Sendable {
    package let page: PageID
    package let file: PlanFile
    /// Relative to the root of the site.
    package let address: String
}

/// The addresses of the files of all plans, in the order of their pages.
package func planFileAddresses(of handbook: Handbook) -> [PlanFileAddress] {
    handbook.pages.flatMap { page -> [PlanFileAddress] in
        guard let plan = handbook.plans[page.id.index] else { return [] }
        let folder = folder(of: handbook.address(of: page.id))
        return plan.files.map { file in
            PlanFileAddress(page: page.id, file: file, address: folder + "/" + file.name(slug: page.slug))
        }
    }
}

/// The file at such an address.
package func renderPlanFile(_ place: PlanFileAddress, of site: Site) -> OutputFile {
    guard let plan = site.handbook.plans[place.page.index] else { return OutputFile(address: place.address, bytes: []) }
    return OutputFile(
        address: place.address,
        bytes: planFile(place.file, of: plan, subject: site.subject(of: site.handbook[place.page])))
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
        for file in scheduled.files {
            let name = file.name(slug: page.slug)
            html.write("<li><a href=\"")
            html.append(contentsOf: percentEncodedPath(name).utf8)
            html.write("\" download>")
            html.append(contentsOf: file.title.utf8)
            element("</a> <span class=\"chain-dates\">", file.purpose, "</span></li>\n")
        }
        html.write("</ul>\n")
    }
}

extension PlanFile {
    fileprivate var title: String {
        switch self {
        case .calendar: "Calendar of all tasks"
        case .milestones: "Calendar of milestones"
        case .mspdi: "Project file"
        case .tasks: "Tasks"
        case .risks: "Risks"
        case .raci: "Responsibilities"
        case .budget: "Budget"
        case .stakeholders: "Stakeholders"
        case .mermaid: "Diagram"
        case .schedule: "Schedule"
        }
    }

    fileprivate var purpose: String {
        switch self {
        case .calendar, .milestones: "iCalendar, for calendar programs"
        case .mspdi: "XML, for Microsoft Project and ProjectLibre"
        case .tasks, .risks, .raci, .budget, .stakeholders: "CSV, for spreadsheets"
        case .mermaid: "Mermaid, for documents"
        case .schedule: "JSON, for programs"
        }
    }
}
