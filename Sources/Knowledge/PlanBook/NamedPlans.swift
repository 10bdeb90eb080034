// The YAML files that plan pages name under `data` for their plans.

package import Content
import UTF8Text

extension ParsedPage {
    /// The path, from the content folder, of the file that holds the plan of this page; `nil` for a page without one, and
    /// for a path that leads out.
    package var planFile: String? {
        guard case .plan(let details) = header.details, let data = details.data else { return nil }
        return pathOfFile(named: data.value, onPageAt: path)
    }

    /// The path of the file that the plan of this page stands in.
    var fileOfPlan: String {
        guard case .plan(let details) = header.details, details.plan == nil else { return path }
        return planFile ?? path
    }
}

/// Reports the plan pages whose file is not there. What is wrong in a file that is there was said when it was read.
func checkPlanFiles(_ shelf: Shelf, assets: [Asset], report: inout Report) {
    lazy var named = NamedFiles(on: shelf, assets: assets, suggesting: isPlanFile)
    for page in shelf.pages {
        guard case .plan(let details) = page.parsed.header.details, let data = details.data else { continue }
        if let path = page.parsed.planFile, SpecialFile(rawValue: path) != nil {
            report.add(
                .planSchema, in: page.path, at: data.position,
                "'\(path)' cannot hold a plan: it has a meaning of its own",
                help: "put the plan into a file of another name")
            continue
        }
        _ = named.asset(named: data, on: page, advice: "name a YAML file", report: &report)
    }
}
