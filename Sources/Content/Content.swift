// Content: what one file says.
//
// A file of the content folder comes in as bytes and leaves as a value: its front matter, typed by the schema of its
// page type; its HTML, final but for holes where the target of a link will go; its outline, its references, its plan
// as it is written.
// The result depends on that one file and on this build of Milepost alone, so it can be computed anywhere, in any
// order, and cached. This module must never know that other files exist.

import UTF8Text

/// Parses one file. Never throws and never stops at the first fault: every fault is a positioned diagnostic.
///
/// Any thread may call this, but the Markdown library parses one page of a process at a time: to use all cores, use
/// several processes.
package func parse(_ source: SourceFile) -> ParseResult {
    var log = DiagnosticLog(path: source.path)
    let start: Int
    do {
        start = try checkUTF8(source.bytes)
    } catch {
        log.report(.encoding, at: Lines(of: source.bytes).position(at: error.offset), error.reason)
        return ParseResult(emptyResult(for: source.path), log: log)
    }
    let bytes = start == 0 ? source.bytes : Array(source.bytes[start...])
    let lines = Lines(of: bytes)
    let file: ParsedFile
    switch SpecialFile(rawValue: source.path) {
    case .settings: file = .settings(readSettings(bytes, of: lines, log: &log))
    case .glossary: file = .glossary(readGlossary(bytes, of: lines, log: &log))
    case .sources: file = .sources(readSources(bytes, of: lines, log: &log))
    case nil where isPlanFile(source.path): file = .planFile(findPlan(inFile: bytes, of: lines, log: &log))
    case nil: file = .page(parsePage(path: source.path, bytes: bytes, lines: lines, log: &log))
    }
    if case .page = file {
    } else {
        noteComments(inYAML: bytes, of: lines, range: 0..<bytes.count, coversPage: false, log: &log)
    }
    return ParseResult(file, log: log)
}
