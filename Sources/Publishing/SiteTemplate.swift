// The site template: what this program was built with, overridden file by file from a folder.

import CSiteTemplate
import Templates
import UTF8Text

/// A template as files: what is rendered, and what is published as it is.
struct SiteTemplate {
    let templates: [MustacheFile]
    let assets: [(name: String, bytes: [UInt8])]
    let diagnostics: [Diagnostic]
}

/// The files of `site-template/` as they were when this program was built, by their path in it.
package func builtInSiteTemplate() -> [(path: String, bytes: [UInt8])] {
    (0..<site_template_file_count).map { index in
        let file = unsafe site_template_file(index).pointee
        let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        return (unsafe String(cString: file.path), bytes)
    }
}

/// The built-in template with the files of `folder` in place of those of the same path.
func readSiteTemplate(overriddenBy folder: String?) throws(MachineError) -> SiteTemplate {
    var files: [String: AssetPart] = [:]
    for file in builtInSiteTemplate() {
        files[file.path] = AssetPart(path: "site-template/" + file.path, bytes: file.bytes)
    }
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
            files[path] = AssetPart(path: folder + "/" + path, bytes: bytes)
            overridden.insert(path)
        }
    }
    diagnostics += joinAssets(of: &files, overridden: overridden).map(leftOut)
    var templates: [MustacheFile] = []
    var assets: [(String, [UInt8])] = []
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
        if path.hasPrefix("assets/") {
            assets.append((String(path.dropFirst("assets/".count)), file.bytes))
        } else {
            let name = splitExtension(of: path).stem
            templates.append(
                MustacheFile(name: name, path: file.path, text: String(decoding: file.bytes, as: UTF8.self)))
        }
    }
    return SiteTemplate(templates: templates, assets: assets, diagnostics: diagnostics)
}

private func leftOut(_ script: String, for fault: ModuleFault) -> Diagnostic {
    Diagnostic(
        .templateFile, path: fault.path, at: SourcePosition(line: fault.line, column: 1),
        "'\(script)' is left out: \(fault.message)",
        help: "write modules as plainly as those of Milepost, or all of assets/\(script)")
}

private func unknown(_ path: String, in folder: String, among names: [String]) -> Diagnostic {
    Diagnostic(
        .templateFile, path: folder + "/" + path, at: .start, "Milepost has no template '\(path)' to override",
        help: nearest(to: path, in: names).map { "did you mean '\($0)'?" }
            ?? "templates: \(names.filter { !$0.hasPrefix("assets/") }.joined(separator: ", "))")
}
