// Modules of the template as one classic script: browsers import no module into a page that lies in a folder, but they
// run scripts there. So what is written once, as modules, some of which Node runs too, is published as a script. Those of
// Milepost's own template are joined already and lie in it; what stands here joins the modules of other templates.
//
// The modules stand in one function, one behind the other, without their `import` and `export`, comments and indents.
// That keeps what they mean only for modules written plainly, line by line: anything else is refused.

import UTF8Text

/// A file that others are made of: a module or a part of a style.
struct AssetPart {
    /// Of the file, for findings.
    let path: String
    let bytes: [UInt8]
}

/// - Returns: A script that puts what the last module exports, if anything, on the global `milepostSearch`, or why that
///   cannot be.
func classicScript(of modules: [AssetPart]) -> Result<[UInt8], ModuleFault> {
    var joiner = ModuleJoiner()
    do throws(ModuleFault) {
        for module in modules { try joiner.add(module) }
    } catch {
        return .failure(error)
    }
    let names = joiner.exports.sorted().joined(separator: ", ")
    let exports = names.isEmpty ? "" : "globalThis.milepostSearch = { \(names) }\n"
    return .success(Array("(function () {\n\"use strict\"\n\(joiner.text)\(exports)})()\n".utf8))
}

struct ModuleFault: Error {
    let path: String
    let line: Int
    let message: String
}

private struct ModuleJoiner {
    private(set) var text = ""
    /// Of the module that was added last.
    private(set) var exports: Set<String> = []
    private var exported: Set<String> = []
    /// Every name that stands at the start of a module's lines.
    private var declared: Set<String> = []

    mutating func add(_ module: AssetPart) throws(ModuleFault) {
        exports = []
        var isComment = false
        for (index, line) in String(decoding: module.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            do throws(Refusal) {
                try add(line, &isComment)
            } catch {
                throw ModuleFault(path: module.path, line: index + 1, message: error.message)
            }
        }
        exported.formUnion(exports)
    }

    private struct Refusal: Error { let message: String }

    private mutating func add(_ line: Substring, _ isComment: inout Bool) throws(Refusal) {
        let code = line.drop { $0 == " " }
        if isComment || code.hasPrefix("/*") {
            isComment = !code.contains("*/")
            if !isComment, !code.hasSuffix("*/") { throw Refusal(message: "code stands behind a comment") }
            return
        }
        if code.isEmpty || code.hasPrefix("//") { return }
        if code.count(where: { $0 == "`" }) % 2 == 1 { throw Refusal(message: "a text goes over several lines") }
        if code.contains("import(") || code.contains("import.meta") {
            throw Refusal(message: "a script has no 'import'")
        }
        if line.hasPrefix("import ") { return try checkImport(line) }
        if line.hasPrefix("await ") { throw Refusal(message: "a script does not wait") }
        let isExported = line.hasPrefix("export ")
        let declaration = isExported ? line.dropFirst("export ".count) : line
        let found = declaredName(in: declaration)
        if let found {
            if !declared.insert(found).inserted { throw Refusal(message: "two modules declare '\(found)'") }
            if isExported { exports.insert(found) }
        } else if isExported {
            throw Refusal(message: "only declarations can be exported")
        }
        text += isExported ? declaration : code
        text += "\n"
    }

    /// What a module imports must be what one before it exports, under the same name.
    private func checkImport(_ line: Substring) throws(Refusal) {
        guard let names = importedNames(in: line) else {
            throw Refusal(message: "the import is not of the form 'import { a, b } from \"./module.js\"'")
        }
        for name in names where !exported.contains(String(name)) {
            throw Refusal(message: "no module before this one exports '\(name)'")
        }
    }
}

/// The names of `import { a, b } from "./module.js"`; `nil` for any other line.
private func importedNames(in line: Substring) -> [Substring]? {
    guard let list = line.behind("import { "), let end = list.firstIndex(of: "}"),
        let module = list[end...].behind("} from \"./"), module.hasSuffix(".js\""),
        module.dropLast(4).utf8.allSatisfy({ $0.isInName || $0 == "-" })
    else { return nil }
    guard list[..<end].last == " " else { return nil }
    let names = list[..<end].dropLast().split(separator: ", ", omittingEmptySubsequences: false)
    return names.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isInName) } ? names : nil
}

/// The name that a line declares, if it starts with a declaration.
private func declaredName(in line: Substring) -> String? {
    let line = line.behind("async function ").map { "function " + $0 } ?? line
    for keyword in ["function ", "class ", "const ", "let "] {
        guard let rest = line.behind(keyword) else { continue }
        let name = rest.utf8.prefix(while: \.isInName)
        return name.isEmpty || name.first?.isASCIIDigit == true ? nil : String(Substring(name))
    }
    return nil
}

extension Substring {
    /// What stands behind a text that it starts with.
    fileprivate func behind(_ start: String) -> Substring? { hasPrefix(start) ? dropFirst(start.count) : nil }
}

extension UInt8 {
    fileprivate var isInName: Bool { isASCIILetter || isASCIIDigit || self == "_" || self == "$" }
}
