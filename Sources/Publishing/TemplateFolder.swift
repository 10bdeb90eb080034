// The site template: what this program was built with, overridden file by file from a folder.

import CSiteTemplate
import Templates
import UTF8Text

/// A template as files: what is rendered, and what is published as it is.
struct TemplateFolder {
    let templates: [TemplateFile]
    let assets: [(name: String, bytes: [UInt8])]
    let diagnostics: [Diagnostic]
}

/// The engine of search, which programs can import too.
private let searchEngine = "js/search.js"
/// The scripts of search, and the modules that each is made of besides the engine. They are for browsers alone. The
/// template holds both: a test holds the scripts against their modules.
private let searchScripts = [
    (name: "search-dialog.js", modules: ["js/search-interface.js", "js/search-dialog.js"]),
    (name: "search-page.js", modules: ["js/search-interface.js", "js/search-page.js"]),
]

/// The files of `site-template/` as they were when this program was built, by their path in it.
package func builtInTemplateFiles() -> [(path: String, bytes: [UInt8])] {
    (0..<site_template_file_count).map { index in
        let file = unsafe site_template_file(index).pointee
        let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        return (unsafe String(cString: file.path), bytes)
    }
}

/// The built-in template with the files of `folder` in place of those of the same path.
func readTemplate(overriddenBy folder: String?) throws(MachineError) -> TemplateFolder {
    var files: [String: (path: String, bytes: [UInt8])] = [:]
    for file in builtInTemplateFiles() { files[file.path] = ("site-template/" + file.path, file.bytes) }
    var diagnostics: [Diagnostic] = []
    var overridden: Set<String> = []
    if let folder {
        let found = try ContentFolder(reading: folder)
        diagnostics += found.diagnostics.map { fault in
            Diagnostic(.templateFile, path: folder + "/" + fault.path, at: .start, fault.message, help: fault.help)
        }
        for path in found.paths {
            let bytes = try readFile(folder + "/" + path, limit: 8 << 20)
            let isAsset = path.hasPrefix("assets/")
            if !isAsset, files[path] == nil {
                diagnostics.append(unknown(path, in: folder, among: files.keys.sorted()))
                continue
            }
            files[path] = (folder + "/" + path, bytes)
            overridden.insert(path)
        }
    }
    var templates: [TemplateFile] = []
    var assets: [(String, [UInt8])] = []
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
        if path.hasPrefix("assets/") {
            assets.append((String(path.dropFirst("assets/".count)), file.bytes))
        } else {
            let name = splitExtension(of: path).stem
            templates.append(
                TemplateFile(name: name, path: file.path, text: String(decoding: file.bytes, as: UTF8.self)))
        }
    }
    for script in searchScripts where !overridden.contains("assets/" + script.name) {
        let names = ([searchEngine] + script.modules).map { "assets/" + $0 }
        guard names.contains(where: overridden.contains) else { continue }
        assets.removeAll { $0.0 == script.name }
        let modules = names.compactMap { name in
            files[name].map { ScriptModule(path: $0.path, bytes: $0.bytes) }
        }
        switch classicScript(of: modules) {
        case .success(let bytes): assets.append((script.name, bytes))
        case .failure(let fault): diagnostics.append(leftOut(script.name, for: fault))
        }
    }
    assets.removeAll { asset in searchScripts.contains { $0.modules.contains(asset.0) } }
    return TemplateFolder(templates: templates, assets: assets, diagnostics: diagnostics)
}

/// The scripts of search as their modules in the built-in template make them, by path.
func joinedSearchScripts() -> [(path: String, bytes: Result<[UInt8], ModuleFault>)] {
    let files = Dictionary(builtInTemplateFiles().map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    return searchScripts.map { script in
        let modules = ([searchEngine] + script.modules).map { name in
            ScriptModule(path: name, bytes: files["assets/" + name] ?? [])
        }
        return ("assets/" + script.name, classicScript(of: modules))
    }
}

private func leftOut(_ script: String, for fault: ModuleFault) -> Diagnostic {
    Diagnostic(
        .templateFile, path: fault.path, at: SourcePosition(line: fault.line, column: 1),
        "'\(script)' is left out: \(fault.message)",
        help: "write modules of search as plainly as those of Milepost, or a script assets/\(script)")
}

private func unknown(_ path: String, in folder: String, among names: [String]) -> Diagnostic {
    Diagnostic(
        .templateFile, path: folder + "/" + path, at: .start, "Milepost has no template '\(path)' to override",
        help: nearest(to: path, in: names).map { "did you mean '\($0)'?" }
            ?? "templates: \(names.filter { !$0.hasPrefix("assets/") }.joined(separator: ", "))")
}
