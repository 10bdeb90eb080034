// What the tests of this module share: a file in, its page out, with the holes filled as simply as can be.

import Content
import Testing
import UTF8Text

/// A page and what there is to say about it, its plan included.
struct ReadPage {
    let page: ParsedPage
    let diagnostics: [Diagnostic]

    init(_ text: String, path: String = "page.md") throws {
        try self.init(bytes: Array(text.utf8), path: path)
    }

    init(bytes: [UInt8], path: String = "page.md") throws {
        let result = parse(SourceFile(path: path, bytes: bytes))
        guard case .page(let page) = result.file else { throw NotAPage() }
        self.page = page
        var planLog = DiagnosticLog(path: path)
        if case .plan(let details) = page.header.details, let plan = details.plan { _ = readPlan(plan, log: &planLog) }
        diagnostics = result.diagnostics + planLog.diagnostics
    }

    var markdown: ParsedMarkdown { page.markdown }

    /// The HTML with every reference leading to its own target.
    var html: String { filledHTML(page.markdown) }

    /// Each finding as `rule line:column`, in the order in which they are reported.
    var findings: [String] { diagnostics.sorted(by: Diagnostic.reportedBefore).map(\.summary) }

    /// Each reference as `target line:column`.
    var places: [String] { markdown.references.map { "\($0.target) \($0.position.line):\($0.position.column)" } }
}

struct NotAPage: Error {}

extension Diagnostic {
    var summary: String { "\(rule) \(position.line):\(position.column)" }
}

/// The HTML of `text`, whatever there is to say about it.
func html(_ text: String) throws -> String { try ReadPage(text).html }

private func filledHTML(_ markdown: ParsedMarkdown) -> String {
    var result: [UInt8] = []
    var copied = 0
    for hole in markdown.html.holes {
        result += markdown.html.bytes[copied..<hole.offset]
        copied = hole.offset
        let reference = markdown.references[hole.reference]
        switch hole.kind {
        case .linkStart:
            // What a name leads to is for all pages together to say; here it leads to a page of that name.
            let name = percentEncodedPath(reference.target).replacing("/", with: "%2F")
            let address = reference.kind == .wiki ? name : reference.target
            result += Array("<a href=\"".utf8) + escapedHref(address) + Array("\"".utf8)
            if !reference.title.isEmpty {
                result += Array(" title=\"".utf8)
                result.appendEscapedRuns(Array(reference.title.utf8)[...])
                result += Array("\"".utf8)
            }
            result += Array(">".utf8)
        case .linkText: result.appendEscapedRuns(Array(reference.target.utf8)[...])
        case .linkEnd: result += Array("</a>".utf8)
        case .image: result += Array(" src=\"".utf8) + escapedHref(reference.target) + Array("\"".utf8)
        }
    }
    result += markdown.html.bytes[copied...]
    return String(decoding: result, as: UTF8.self)
}
