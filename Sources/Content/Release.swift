// Whether readers may see a page, as its front matter and its folder say it in the words of any program.
//
// A page that says in any way that it is not meant for readers is held back, whatever the rest of it says: a page that
// is missing is noticed, one that is public by mistake is not.

package import UTF8Text

/// When a page may be published. Its status is a matter of its own.
package struct Release: Sendable, Equatable {
    /// Why it is never published as it stands: the end of a sentence that starts with "it is not published: ".
    package fileprivate(set) var hold: String?
    /// The first day on which it is published.
    package fileprivate(set) var from: CalendarDate?
    /// The first day on which it no longer is.
    package fileprivate(set) var until: CalendarDate?

    /// Why the page is not published on a day; `nil` if it is.
    package func reasonToHold(on day: CalendarDate) -> String? {
        if let hold { return hold }
        if let from, day < from { return "it is published from \(from.iso)" }
        if let until, until <= day { return "it was published until \(until.iso)" }
        return nil
    }
}

/// The folder on this path, if there is one, of which nothing is meant for readers: `_drafts`, `_templates` and what
/// programs build pages from.
package func heldBackFolder(onPath path: String) -> String? {
    let folders = path.split(separator: "/").dropLast()
    return folders.first { heldBackFolders.contains($0.lowercased()) }.map(String.init)
}

private let heldBackFolders: Set<String> = ["_drafts", "_templates", "_includes", "_layouts", "_partials"]

/// The keys that say whether a page is published, without capitals, `_` and `-`.
let releaseKeys: Set<String> = [
    "status", "draft", "published", "publish", "private", "visibility", "publishdate", "expirydate", "unpublishdate",
    "date",
]

/// A key in the spelling of `releaseKeys`.
func plainSpelling(of key: String) -> String {
    // Nearly every key is spelled so already.
    if key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return key }
    return key.lowercased().filter { $0 != "_" && $0 != "-" && !$0.isWhitespace }
}

private let yes: Set<String> = ["true", "yes", "on", "y", "1"]
private let no: Set<String> = ["false", "no", "off", "n", "0"]
private let hiddenWords: Set<String> = [
    "private", "hidden", "draft", "none", "unpublished", "secret", "confidential", "never", "not yet",
]
private let draftWords: Set<String> = [
    "draft", "drafting", "wip", "work in progress", "unpublished", "not published", "private", "hidden", "scheduled",
]
private let reviewWords: Set<String> = ["review", "in review", "under review", "for review", "in-review"]

/// The status that a word of anybody means; `nil` for one that says nothing about publishing.
func pageStatus(named text: String) -> PageStatus? {
    let word = plainWord(text)
    if let status = PageStatus(rawValue: word) { return status }
    let spaced = word.replacing("-", with: " ").replacing("_", with: " ")
    if draftWords.contains(spaced) || spaced.hasPrefix("draft ") || spaced.hasSuffix(" draft") { return .draft }
    return reviewWords.contains(spaced) || reviewWords.contains(word) ? .review : nil
}

/// Whether a key with this value holds its page back on any day.
func holdsBack(key: String, value: String) -> Bool {
    let word = plainWord(value)
    switch plainSpelling(of: key) {
    case "draft": return !no.contains(word)
    case "published": return no.contains(word) || hiddenWords.contains(word)
    case "publish": return no.contains(word) || hiddenWords.contains(word)
    case "private": return !no.contains(word)
    case "visibility": return hiddenWords.contains(word)
    case "status": return [.draft, .review].contains(pageStatus(named: value))
    default: return false
    }
}

/// Without capitals, spaces around it, and quotes that are part of the text.
private func plainWord(_ text: String) -> String {
    var word = text.lowercased()[...]
    func isWrapping(_ sign: Character) -> Bool { sign.isWhitespace || "\"'“”‘’„«»:".contains(sign) }
    while let first = word.first, isWrapping(first) { word.removeFirst() }
    while let last = word.last, isWrapping(last) { word.removeLast() }
    return String(word)
}

/// A day, or the day of a moment: `2027-01-04T09:00:00Z`.
private func day(of text: String) -> CalendarDate? {
    let text = text.trimmingPrefix { $0.isWhitespace }
    guard let date = CalendarDate(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    return rest.isEmpty || rest.first == "T" || rest.first == "t" || rest.first == " " ? date : nil
}

extension HeaderReading {
    mutating func readRelease() -> Release {
        var release = Release()
        if let folder = heldBackFolder(onPath: path) { release.hold = "it lies in the folder '\(folder)'" }
        for (key, words) in [("draft", readWords("draft")), ("private", readWords("private"))] {
            for word in words where holdsBack(key: key, value: word.value) {
                release.hold = release.hold ?? hold(key, word)
                guard !yes.contains(plainWord(word.value)) else { continue }
                log.report(
                    .invalidValue, at: word.position, "'\(key)' must be true or false, not '\(word.value)'",
                    help: "the page is not published until it says 'false'")
            }
        }
        for word in readWords("visibility") where holdsBack(key: "visibility", value: word.value) {
            release.hold = release.hold ?? hold("visibility", word)
        }
        for (key, words) in [("published", readWords("published")), ("publish", readWords("publish"))] {
            for word in words {
                if holdsBack(key: key, value: word.value) {
                    release.hold = release.hold ?? hold(key, word)
                } else if plainWord(word.value) == "scheduled" {
                    schedule(&release, by: readWords("date"), key: key, said: word)
                } else if let day = day(of: word.value) {
                    release.from = max(release.from ?? day, day)
                }
            }
        }
        let starts = readWords("publishdate")
        if !starts.isEmpty { schedule(&release, by: starts, key: "publishDate", said: starts[0]) }
        for end in readWords("expirydate") + readWords("unpublishdate") {
            if let day = day(of: end.value) {
                release.until = min(release.until ?? day, day)
            } else {
                release.hold = release.hold ?? hold("expiryDate", end)
                reportNoDate(end)
            }
        }
        return release
    }

    private func hold(_ key: String, _ word: Located<String>) -> String { "it says '\(key): \(word.value)'" }

    /// Without a day that can be read, the page waits.
    private mutating func schedule(
        _ release: inout Release, by dates: [Located<String>], key: String, said: Located<String>
    ) {
        let days = dates.compactMap { day(of: $0.value) }
        if let last = days.max() { release.from = max(release.from ?? last, last) }
        guard days.isEmpty || days.count < dates.count else { return }
        release.hold = release.hold ?? hold(key, said)
        reportNoDate(dates.first { day(of: $0.value) == nil } ?? said)
    }

    private mutating func reportNoDate(_ word: Located<String>) {
        log.report(
            .invalidValue, at: word.position, "no date says when the page is published",
            help: "write it as YYYY-MM-DD, for example 2027-01-04; until then the page is not published")
    }

    /// The texts under a key in any spelling; what is neither a text nor a list of texts counts as one that is odd.
    mutating func readWords(_ key: String) -> [Located<String>] {
        keys.nodes(spelled: key).flatMap { node in
            switch node.content {
            case .scalar(let text, _): return [Located(text, node.position)]
            case .sequence(let elements):
                return elements.compactMap { element in
                    guard case .scalar(let text, _) = element.content else { return nil }
                    return Located(text, element.position)
                }
            case .mapping: return [Located("…", node.position)]
            }
        }
    }

    /// Pages of a type are drafts unless they say otherwise. A word that is not ours is at fault on them alone.
    mutating func readStatus() -> Located<PageStatus> {
        let said = readWords("status")
        let read = said.compactMap { word in
            pageStatus(named: word.value).map { Located($0, word.position) }
        }
        if let held = read.first(where: { $0.value == .draft || $0.value == .review }) { return held }
        if let first = read.first { return first }
        let position = said.first?.position ?? keys.position
        guard type != .page else {
            // A slip in the word must not publish a draft.
            let slip = said.first { nearest(to: $0.value.lowercased(), in: ["draft", "reviewed"]) == "draft" }
            guard let slip else { return Located(.approved, position) }
            _ = keys.choice(slip, of: PageStatus.self, what: "'status'", log: &log)
            return Located(.draft, slip.position)
        }
        if !said.isEmpty { _ = keys.choice(said[0], of: PageStatus.self, what: "'status'", log: &log) }
        return Located(.draft, position)
    }
}

extension Release: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(hold)
        wire.value(from)
        wire.value(until)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(hold: try wire.value(), from: try wire.value(), until: try wire.value())
    }
}
