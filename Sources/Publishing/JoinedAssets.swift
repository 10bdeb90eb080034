// The assets that are made of others. Their sources are small files of one concern each; a page loads one script and one
// style, because the first must wait for nothing and pages in a folder cannot load modules.
//
// The template holds both, the parts and what is joined from them: a test holds these against each other. So only parts
// that a template folder overrides are joined in a run.

/// The engine of search, a part that is published as it is too: programs can import it.
private let searchEngine = "js/search.js"

private let joinedAssets = [
    JoinedAsset(
        name: "site.css",
        parts: [
            "layers", "tokens", "base", "layout", "screens", "page-head", "prose", "parts", "map", "indexes", "print",
        ].map { "css/\($0).css" }),
    JoinedAsset(name: "theme.js", parts: modules("theme-choice", "theme")),
    JoinedAsset(
        name: "site.js",
        parts: modules(
            "elements", "status", "theme-choice", "theme-switch", "copy", "contents", "fragment", "moved-sections",
            "folds", "map", "search-start", "site")),
    JoinedAsset(name: "terms.js", parts: modules("elements", "definition-card", "terms")),
    JoinedAsset(
        name: "plan.js", parts: modules("elements", "fragment", "gantt", "task-sorting", "task-filter", "plan")),
    JoinedAsset(name: "redirect.js", parts: modules("fragment", "redirect")),
    JoinedAsset(
        name: "search-dialog.js",
        parts: [searchEngine] + modules("elements", "search-interface", "search-dialog")),
    JoinedAsset(
        name: "search-page.js", parts: [searchEngine] + modules("elements", "search-interface", "search-page")),
]

/// An asset and the assets that it is made of, each after those that it needs.
private struct JoinedAsset {
    let name: String
    let parts: [String]

    func joined(from files: [String: AssetPart]) -> Result<[UInt8], ModuleFault> {
        let parts = parts.compactMap { files["assets/" + $0] }
        guard name.hasSuffix(".js") else { return .success(Array(parts.map(\.bytes).joined())) }
        return classicScript(of: parts)
    }
}

private func modules(_ names: String...) -> [String] { names.map { "js/\($0).js" } }

/// Joins assets anew of which `overridden` holds a part, but not the asset itself, and takes the parts away.
/// - Parameters:
///   - files: The files of the template, by their path in it.
///   - overridden: Paths in the template that a folder overrides.
/// - Returns: The faults of modules that cannot be joined, with the name of the script that is left out.
func joinAssets(
    of files: inout [String: AssetPart], overridden: Set<String>
) -> [(script: String, fault: ModuleFault)] {
    var faults: [(String, ModuleFault)] = []
    let parts = files
    for asset in joinedAssets where !overridden.contains("assets/" + asset.name) {
        guard asset.parts.contains(where: { overridden.contains("assets/" + $0) }) else { continue }
        switch asset.joined(from: parts) {
        case .success(let bytes): files["assets/" + asset.name] = AssetPart(path: asset.name, bytes: bytes)
        case .failure(let fault):
            files["assets/" + asset.name] = nil
            faults.append((asset.name, fault))
        }
    }
    for part in joinedAssets.flatMap(\.parts) where part != searchEngine { files["assets/" + part] = nil }
    return faults
}

/// The joined assets as their parts in the built-in template make them, by path.
func joinedBuiltInAssets() -> [(path: String, bytes: Result<[UInt8], ModuleFault>)] {
    let parts = Dictionary(
        builtInSiteTemplate().map { ($0.path, AssetPart(path: $0.path, bytes: $0.bytes)) },
        uniquingKeysWith: { first, _ in first })
    return joinedAssets.map { ("assets/" + $0.name, $0.joined(from: parts)) }
}
