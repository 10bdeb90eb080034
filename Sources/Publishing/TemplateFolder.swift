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

/// The engine and the interface of search, and the script that both are published as.
private let searchModules = ["js/search.js", "js/search-interface.js"]
private let searchScript = "search.js"

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
    if files["assets/\(searchScript)"] == nil {
        switch classicScript(
            of: searchModules.compactMap { name in
                files["assets/" + name].map { ScriptModule(path: $0.path, bytes: $0.bytes) }
            }, on: "milepostSearch")
        {
        case .success(let script): assets.append((searchScript, script))
        case .failure(let fault):
            diagnostics.append(
                Diagnostic(
                    .templateFile, path: fault.path, at: SourcePosition(line: fault.line, column: 1),
                    "search is left out: \(fault.message)",
                    help: "write modules of search as plainly as those of Milepost, or a script assets/\(searchScript)")
            )
        }
    }
    // The interface is of use in the script alone; programs can import the engine.
    assets.removeAll { $0.0 == searchModules.last }
    return TemplateFolder(templates: templates, assets: assets, diagnostics: diagnostics)
}

private func unknown(_ path: String, in folder: String, among names: [String]) -> Diagnostic {
    Diagnostic(
        .templateFile, path: folder + "/" + path, at: .start, "Milepost has no template '\(path)' to override",
        help: nearest(to: path, in: names).map { "did you mean '\($0)'?" }
            ?? "templates: \(names.filter { !$0.hasPrefix("assets/") }.joined(separator: ", "))")
}
