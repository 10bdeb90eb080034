// A part of a plan page, from a plan written in the test.

import Content
import Knowledge
import Plans
import Templates
import TestHandbooks
import Testing

@testable import Rendering

/// The HTML of one part of the page of `plan`, which is YAML.
/// - Parameter files: of the handbook besides, by path; what is no page is a file to download.
func part(_ part: PlanPart, of plan: String, beside files: [String: String] = [:]) throws -> String {
    var writer = try writer(of: plan, beside: files)
    writer.write(part)
    return String(decoding: writer.html, as: UTF8.self)
}

/// A writer of the page of `plan` that has written nothing yet.
func writer(
    of plan: String, from start: String = "2027-01-04", beside files: [String: String] = [:]
) throws -> PlanWriter {
    let plan = plan.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let text = """
        ---
        type: plan
        title: A plan
        slug: a-plan
        updated: 2027-01-04
        plan:
          kind: project
          start: \(start)
        \(plan.contains("currency:") ? "" : "  currency: GBP")
        \(plan)
        ---
        Text.
        """
    let isPage = { (path: String) in path.hasSuffix(".md") }
    let linked = try linkedHandbook(
        files.filter { isPage($0.key) }.merging(["plan.md": text]) { first, _ in first },
        assets: files.keys.filter { !isPage($0) }.sorted(), drafts: true, today: "2027-01-04")
    let place = try #require(linked.handbook.plans.firstIndex { $0 != nil })
    var compiler = TemplateCompiler([])
    return PlanWriter(
        site: Site(
            linked, layouts: Layouts(&compiler),
            templateAssets: [:], generator: "test"),
        page: linked.handbook.pages[place], scheduled: try #require(linked.handbook.plans[place]))
}

extension String {
    /// The texts of the cells of each row, headers too, of the table with the label or caption `name`, or of the first.
    func rows(ofTable name: String? = nil) throws -> [[String]] {
        let start = try #require(name.map { firstRange(of: $0 + "\"")?.upperBound } ?? startIndex)
        let end = try #require(self[start...].firstRange(of: "</table>")).lowerBound
        return self[start..<end].split(separator: "</tr>").dropLast().map { row in
            row.split(separator: /<t[hd](?=[ >])/).dropFirst().map { cell in
                var text = ""
                var isTag = true
                for character in cell {
                    if character == "<" {
                        isTag = true
                    } else if character == ">" {
                        isTag = false
                    } else if !isTag {
                        text.append(character)
                    }
                }
                return text
            }
        }
    }
}
