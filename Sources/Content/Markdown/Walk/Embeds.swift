// `![[…]]`, as Obsidian writes it: an image of the handbook by the name of its file, from whatever folder, or another page,
// which becomes a link to it.

import UTF8Text

extension PageDraft {
    /// Writes what stands in the brackets if it is an image.
    /// - Parameter words: what the author wrote behind bars: what the image shows, its size, or both.
    /// - Returns: whether it is one.
    mutating func writeEmbeddedImage(_ target: String, words: ArraySlice<UInt8>?, at place: SourcePosition) -> Bool {
        let (stem, ending) = splitExtension(of: fileName(of: target))
        guard Self.imageEndings.contains(ending.lowercased()) else { return false }
        var size = AuthorSize()
        var alternative: [String] = []
        for part in String(decoding: words ?? [], as: UTF8.self).split(separator: "|") {
            if let given = AuthorSize(behindBar: part) {
                size = given
            } else {
                alternative.append(String(part).trimmed)
            }
        }
        if alternative.isEmpty {
            log.report(
                .imageAlternative, at: place, "the image has no alternative text",
                help: "say behind a bar what a reader who cannot see it must know: ![[\(target)|…]]")
            alternative = [title(ofName: stem)]
        }
        guard let reference = addReference(.wiki, to: target, size: size, at: place) else { return false }
        let text = alternative.joined(separator: " ")
        noteWords(Array(text.utf8)[...], as: .image, at: place)
        html.write("<img")
        html.addHole(.image, reference)
        html.writeAttribute("alt", text)
        html.write(">")
        return true
    }

    mutating func noteEmbeddedPage(at place: SourcePosition) {
        embeddedPages = ((embeddedPages?.count ?? 0) + 1, embeddedPages?.first ?? place)
    }

    /// Says once for the page that other pages are not shown in it.
    mutating func reportEmbeddedPages() {
        guard let (count, first) = embeddedPages else { return }
        log.report(
            .foreignSyntax, at: first,
            count == 1
                ? "another page is not shown within this one; a link leads to it"
                : "\(count) other pages are not shown within this one; links lead to them",
            help: "write [[…]] without the '!', or the text itself")
    }

    private static let imageEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp"]
}
