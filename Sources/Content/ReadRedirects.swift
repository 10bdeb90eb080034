// The key `redirects`: the old addresses of a page and of its headings.

import UTF8Text

/// Each entry is an old address, or a mapping of one (`from`) to a heading of this page (`to`).
func readRedirects(_ reader: inout MappingReader, log: inout DiagnosticLog) -> [DeclaredRedirect] {
    guard let node = reader.node("redirects") else { return [] }
    let entries = if case .sequence(let elements) = node.content { elements } else { [node] }
    return entries.compactMap { entry in
        if entry.isNothing {
            reportComment("an entry of 'redirects' is empty", at: entry.position, log: &log)
            return nil
        }
        guard case .mapping = entry.content else {
            return reader.scalar(entry, what: "an entry of 'redirects'", log: &log).map {
                DeclaredRedirect(from: $0, to: nil)
            }
        }
        return readRedirect(entry, log: &log)
    }.filter { isPossible($0.from, log: &log) }
}

/// Whether an old address names a heading that could have been, if any. Ids with a ':' are Milepost's own.
private func isPossible(_ old: Located<String>, log: inout DiagnosticLog) -> Bool {
    guard let hash = old.value.utf8.firstIndex(of: "#") else { return true }
    let id = old.value[old.value.utf8.index(after: hash)...]
    let isOddID = (percentDecoded(String(id)) ?? " ").utf8.contains { $0 <= 0x20 || $0 == ":" || $0 == 0x7F }
    if !isOddID, id.utf8.count <= 200, !id.isEmpty || hash != old.value.startIndex { return true }
    log.report(
        .invalidValue, at: old.position, "'\(old.value)' names no heading",
        help: "write the id that the heading had behind the '#'; it has no spaces and no ':'")
    return false
}

private func readRedirect(_ node: YAMLNode, log: inout DiagnosticLog) -> DeclaredRedirect? {
    var entry = MappingReader(node, subject: "an entry of 'redirects'", log: &log)
    let from = entry.text("from", log: &log)
    let to = entry.text("to", log: &log)
    entry.require("from", log: &log, help: commentHelp)
    if to == nil, let key = entry.givenKeys.first(where: { $0.value == "to" }), entry.node("to") == nil {
        reportComment("'to' is empty", at: key.position, log: &log)
    }
    entry.reportUnknownKeys(log: &log)
    guard let from else { return nil }
    guard let to else { return DeclaredRedirect(from: from, to: nil) }
    let id = to.value.hasPrefix("#") ? String(to.value.dropFirst()) : ""
    guard !id.isEmpty, !id.utf8.contains(where: \.isASCIISpace) else {
        log.report(
            .invalidValue, at: to.position, "'to' must be a heading of this page, not '\(to.value)'",
            help: "write its id behind a '#', in quotes: \"#\(headingID(to.value))\"")
        return DeclaredRedirect(from: from, to: nil)
    }
    return DeclaredRedirect(from: from, to: Located(percentDecoded(id) ?? id, to.position))
}

/// In YAML, what follows a `#` is a comment: the commonest reason why a value is not there.
private let commentHelp = "quote a text that starts with '#': \"#heading\""

private func reportComment(_ message: String, at position: SourcePosition, log: inout DiagnosticLog) {
    log.report(.invalidValue, at: position, message, help: commentHelp)
}
