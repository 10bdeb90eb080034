// Reads the front matter of a page: its type first, which says what keys it has, then its keys.

import UTF8Text

/// A header that may still lack its title, which can come from the first heading.
struct DeclaredHeader {
    let title: Located<String>?
    private let header: PageHeader

    init(_ header: PageHeader, hasTitle: Bool) {
        self.header = header
        title = hasTitle ? header.title : nil
    }

    var type: PageType { header.type }

    func titled(_ title: Located<String>) -> PageHeader { header.titled(title) }
}

/// Reads the front matter of the page at `path`; `nil` stands for a file without any.
func readPageHeader(_ tree: YAMLNode?, path: String, log: inout DiagnosticLog) -> DeclaredHeader {
    let first = log.diagnostics.count
    let type = readType(tree, path: path, log: &log)
    // The front matter of a plain page may be another program's.
    defer { if type == .page { log.soften(from: first, rules: [.invalidValue, .missingKey]) } }
    var keys = MappingReader(tree, subject: "a \(type.rawValue)", log: &log)
    _ = keys.node("type")
    var reading = HeaderReading(keys, log: log, path: path, type: type)
    let header = PageHeader(reading: &reading)
    log = reading.log
    if type == .page { reading.keys.reportForeignKeys(log: &log) } else { reading.keys.reportUnknownKeys(log: &log) }
    header.details.requireKeys(reading.keys, log: &log)
    let declared = DeclaredHeader(header, hasTitle: reading.hasTitle)
    if let title = declared.title { header.details.checkTitle(title, log: &log) }
    return declared
}

/// The type that the page says it is, or else that of its folder.
private func readType(_ tree: YAMLNode?, path: String, log: inout DiagnosticLog) -> PageType {
    var reader = MappingReader(tree, subject: "the page", log: &log)
    let folderType = PageType(ofPageAt: path)
    guard let type = reader.choice("type", of: PageType.self, log: &log) else { return folderType }
    if folderType != .page, type.value != folderType {
        log.report(
            .typeFolder, at: type.position,
            "the page says it is a \(type.value.rawValue), but lies in the folder of \(folderType.rawValue) pages",
            help: "move it to another folder, or leave out the key 'type'")
    }
    return type.value
}
