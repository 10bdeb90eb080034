// From files on disk to everything that a handbook is linked from.

import Content
import Knowledge
import UTF8Text

struct ReadHandbook {
    let source: HandbookSource
    let diagnostics: [Diagnostic]
    /// By file.
    let suppressions: [String: [Suppression]]
    /// The paths of the pages that lie in the content folder.
    let authored: Set<String>
}

/// The largest files that are read at all, in bytes.
enum FileLimit {
    static let text = 8 << 20
    /// Enough of an image to find its size.
    static let image = 64 << 20
}

func readHandbook(
    _ root: String, options: ReadingOptions, progress: (Progress) -> Void
) throws(MachineError) -> ReadHandbook {
    let folder = try ContentFolder(reading: root)
    let texts = folder.paths.filter { isMarkdown($0) || SpecialFile(rawValue: $0) != nil }
    var others = folder.paths.filter {
        !isMarkdown($0) && SpecialFile(rawValue: $0) == nil && $0 != pinnedQueriesFile
            && (options.includesDrafts || heldBackFolder(onPath: $0) == nil)
    }
    let parsed = try parseFiles(texts, root: root, options: options, progress: progress)

    var pages: [ParsedPage] = []
    var settings = Settings()
    var terms: [Term] = []
    var sources: [Source] = []
    for result in parsed.results {
        switch result {
        case .page(let page): pages.append(page)
        case .settings(let read): settings = read
        case .glossary(let read): terms = read
        case .sources(let read): sources = read
        case .planFile: break
        }
    }
    progress(.step(.reading))
    // Which files hold plans is known only now.
    let named = Set(pages.compactMap(\.planFile))
    let planPaths = others.filter { named.contains($0) && isPlanFile($0) }
    let plans = try parseFiles(planPaths, root: root, options: options, progress: { _ in })
    var planFiles: [String: YAMLNode] = [:]
    for (path, result) in zip(planPaths, plans.results) {
        if case .planFile(let plan) = result { planFiles[path] = plan }
    }
    others = (others + hiddenFiles(linkedFrom: pages, root: root)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if let baseURL = options.baseURL { settings.baseURL = baseURL }
    let read = Set(planPaths)
    let unreadable = others.filter { !read.contains($0) && !isReadable(root + "/" + $0) }.map { path in
        Diagnostic(
            .unreadableFile, path: path, at: .start, "the file cannot be read", help: "check its permissions")
    }
    let source = HandbookSource(
        pages: pages, assets: others.map { asset($0, root: root) }, settings: settings, terms: terms, sources: sources,
        planFiles: planFiles, today: options.today, includesDrafts: options.includesDrafts)
    return ReadHandbook(
        source: source, diagnostics: folder.diagnostics + parsed.diagnostics + plans.diagnostics + unreadable,
        suppressions: parsed.suppressions.merging(plans.suppressions) { first, _ in first },
        authored: Set(pages.map(\.path)))
}

private func parseFiles(
    _ paths: [String], root: String, options: ReadingOptions, progress: (Progress) -> Void
) throws(MachineError) -> (results: [ParsedFile], diagnostics: [Diagnostic], suppressions: [String: [Suppression]]) {
    guard !paths.isEmpty else { return ([], [], [:]) }
    var pool = try WorkerPool(
        count: min(options.jobs, paths.count), executable: options.workerExecutable, contentRoot: root,
        timeLimit: options.parseTimeLimit)
    defer { pool.stop() }
    let parsed = try pool.results(
        forFiles: paths, read: { result(of: paths[$0], from: $1) },
        progress: { progress(.parsing($0, of: paths.count)) })
    let suppressions = zip(paths, parsed.map(\.suppressions)).filter { !$0.1.isEmpty }
    return (
        parsed.map(\.file), parsed.flatMap(\.diagnostics),
        Dictionary(suppressions.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    )
}

/// What a worker says about a file; for one that says nothing, a file without content, and why.
private func result(of path: String, from answer: WorkerAnswer) -> ParseResult {
    var fault = parserFault(of: path, because: "cannot be parsed: the worker's answer is cut off")
    switch answer {
    case .failure(let reason): fault = parserFault(of: path, because: reason)
    case .reply(let bytes):
        var reader = WireReader(bytes)
        switch try? WorkerReply(from: &reader) {
        case .parsed(let result): return result
        case .unreadable(let reason):
            fault = Diagnostic(
                .unreadableFile, path: path, at: .start, "the file cannot be read: \(reason)",
                help: "check its permissions and size")
        case nil: break
        }
    }
    return ParseResult(emptyResult(for: path), diagnostics: [fault])
}

private func parserFault(of path: String, because reason: String) -> Diagnostic {
    Diagnostic(
        .parserFailed, path: path, at: .start, "the \(isMarkdown(path) ? "page" : "file") \(reason)",
        help: "look for very long lines, deep nesting or wide tables, and simplify them")
}

private func asset(_ path: String, root: String) -> Asset {
    let endings = ["png", "jpg", "jpeg", "gif", "webp", "svg"]
    guard endings.contains(splitExtension(of: fileName(of: path)).extension),
        let bytes = try? readFile(root + "/" + path, limit: FileLimit.image)
    else { return Asset(path: path, size: nil) }
    return Asset(path: path, size: imageSize(of: bytes))
}
