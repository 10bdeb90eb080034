// The line at the end: what was read, what was found, how long it took.

import Publishing
import UTF8Text

/// The counts of an examination as the parts of a sentence; `extra` stands before the number of findings.
func summaryParts(of examination: Examination, extra: [String] = []) -> [String] {
    var parts = [
        counted(examination.pages, "page"), counted(examination.links, "link"),
        counted(examination.termLinks, "term link"), counted(examination.plans, "plan"),
    ]
    if !examination.drafts.isEmpty { parts.append(leftOut(examination.drafts)) }
    parts += extra + [counted(examination.findings.count, "finding")]
    if examination.accepted != nil { parts.append(counted(examination.known.count, "known finding")) }
    if !examination.suppressed.isEmpty { parts.append("\(grouped(examination.suppressed.count)) suppressed") }
    return parts
}

/// `2 pages not approved and left out (questions/a.md, topics/b.md)`; of many the first few.
private func leftOut(_ paths: [String]) -> String {
    let named = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " …" : "")
    return "\(counted(paths.count, "page")) not approved and left out (\(named))".visibleOnOneLine
}

/// What there is to say about the baseline besides, each on a line of its own.
func baselineLines(of examination: Examination) -> [String] {
    guard let accepted = examination.accepted else { return [] }
    if let written = accepted.written { return ["The baseline lists \(counted(written, "finding")) now."] }
    guard accepted.staleCount > 0 else { return [] }
    let (count, them) = (
        accepted.staleCount,
        accepted.staleCount == 1 ? "occurs; --write-baseline takes it" : "occur; --write-baseline takes them"
    )
    return ["The baseline lists \(counted(count, "finding")) that no longer \(them) off."]
}

/// `1 page`, `12,345 pages`.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// `0.52 s`
func seconds(_ milliseconds: Int) -> String {
    "\(milliseconds / 1000).\((milliseconds % 1000) / 100)\((milliseconds % 100) / 10) s"
}

/// `12,345`
private func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    return grouped(number / 1000) + "," + digits.suffix(3)
}
