// `sources.yml`: what the handbook rests on.

package import UTF8Text

package struct Source: Sendable {
    package let id: Located<String>
    package let title: String
    package let publisher: String?
    package let year: String?
    package let url: Located<String>?
    package let isbn: String?
    package let licence: String?
    package let accessed: CalendarDate?
    package let note: String?
}

func readSources(_ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> [Source] {
    let tree = composeYAML(bytes, of: lines, range: 0..<bytes.count, limit: .dataFile, log: &log)
    var reader = MappingReader(tree, subject: "the list of sources", log: &log)
    let sources = reader.elements("sources", log: &log).compactMap { readSource($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    return sources
}

private func readSource(_ node: YAMLNode, log: inout DiagnosticLog) -> Source? {
    var entry = MappingReader(node, subject: "a source", log: &log)
    let id = entry.text("id", length: 1...40, log: &log)
    let title = entry.text("title", log: &log)
    let publisher = entry.text("publisher", log: &log)?.value
    let year = entry.text("year", log: &log)?.value
    let url = entry.text("url", log: &log)
    let isbn = entry.text("isbn", log: &log)?.value
    let licence = entry.text("licence", log: &log)?.value
    let accessed = entry.date("accessed", log: &log)?.value
    let note = entry.text("note", log: &log)?.value
    entry.require("id", log: &log)
    entry.require("title", log: &log)
    if url == nil, isbn == nil { entry.require("url", log: &log, help: "give the address, or the key 'isbn'") }
    entry.reportUnknownKeys(log: &log)
    if let url, !["http", "https"].contains(scheme(of: url.value)) {
        log.report(.linkScheme, at: url.position, "the address of a source must be http or https")
    }
    guard let id, let title else { return nil }
    return Source(
        id: id, title: title.value, publisher: publisher, year: year, url: url, isbn: isbn, licence: licence,
        accessed: accessed, note: note)
}
