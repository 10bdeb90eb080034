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
    let others = folder.paths.filter { !isMarkdown($0) && SpecialFile(rawValue: $0) == nil && $0 != pinnedQueriesFile }
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
    var diagnostics: [Diagnostic] = []
    var pool = try WorkerPool(
        count: min(options.jobs, paths.count), executable: options.workerExecutable,
        timeLimit: options.parseTimeLimit)
    defer { pool.stop() }
    let answers = try pool.answers(forFiles: paths.count) { file in
        do throws(MachineError) {
            return SourceFile(path: paths[file], bytes: try readFile(root + "/" + paths[file], limit: FileLimit.text))
        } catch {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile, path: paths[file], at: .start, "the file cannot be read: \(error.reason)",
                    help: "check its permissions and size"))
            return nil
        }
    } progress: {
        progress(.parsing($0, of: paths.count))
    }

    pool.stop()
    progress(.step(.decoding))
    // Taking the answers apart is pure, so every core can take part.
    let decoded = inParallel(paths.count, jobs: options.jobs) { file -> Result<ParseResult, MachineError>? in
        switch answers[file] {
        case .result(let bytes):
            var reader = WireReader(bytes)
            guard let result = try? ParseResult(from: &reader) else {
                return .failure(MachineError("cannot be parsed: the worker's answer is cut off"))
            }
            return .success(result)
        case .failure(let reason): return .failure(MachineError(reason))
        case nil: return nil
        }
    }
    var results: [ParsedFile] = []
    var suppressions: [String: [Suppression]] = [:]
    for (path, answer) in zip(paths, decoded) {
        switch answer {
        case .success(let result):
            results.append(result.file)
            diagnostics += result.diagnostics
            if !result.suppressions.isEmpty { suppressions[path] = result.suppressions }
        case .failure(let fault):
            results.append(emptyResult(for: path))
            diagnostics.append(
                Diagnostic(
                    .parserFailed, path: path, at: .start,
                    "the \(isMarkdown(path) ? "page" : "file") \(fault.description)",
                    help: "look for very long lines, deep nesting or wide tables, and simplify them"))
        case nil: results.append(emptyResult(for: path))
        }
    }
    return (results, diagnostics, suppressions)
}

private func asset(_ path: String, root: String) -> Asset {
    let endings = ["png", "jpg", "jpeg", "gif", "webp", "svg"]
    guard endings.contains(splitExtension(of: fileName(of: path)).extension),
        let bytes = try? readFile(root + "/" + path, limit: FileLimit.image)
    else { return Asset(path: path, size: nil) }
    return Asset(path: path, size: imageSize(of: bytes))
}
