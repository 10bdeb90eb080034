// Fills the holes in the HTML of a page, now that it is known where everything lies. Runs are copied, not bytes.

import Content
import Knowledge
import UTF8Text

extension Site {
    /// The HTML of a page between two of its offsets, with links and images that lead where they should from there.
    func filledHTML(of page: Page, from start: Int = 0, to end: Int? = nil) -> [UInt8] {
        let html = page.parsed.markdown.html
        let end = end ?? html.bytes.count
        var result: [UInt8] = []
        result.reserveCapacity((end - start) * 5 / 4)
        var copied = start
        let links = handbook.links[page.id.index]
        var oldIDs = oldIDs(on: page, from: start, to: end)[...]
        func copy(to offset: Int) {
            while let old = oldIDs.first, old.offset <= offset {
                result.append(contentsOf: html.bytes[copied..<old.offset])
                copied = old.offset
                old.write(into: &result)
                oldIDs.removeFirst()
            }
            result.append(contentsOf: html.bytes[copied..<offset])
            copied = offset
        }
        var terms = handbook.terms[page.id.index].links[...].drop { $0.html.lowerBound < start }
        func linkTerms(before offset: Int) {
            while let term = terms.first, term.html.upperBound <= offset {
                copy(to: term.html.lowerBound)
                startTermLink(term, on: page, into: &result)
                copy(to: term.html.upperBound)
                result.write("</a>")
                terms.removeFirst()
            }
        }
        for hole in html.holes where hole.offset >= start && hole.offset <= end {
            linkTerms(before: hole.offset)
            copy(to: hole.offset)
            fill(hole, with: links[hole.reference], on: page, into: &result)
        }
        linkTerms(before: end)
        copy(to: end)
        return result
    }

    /// A link that Milepost makes tells what the term means before it is followed.
    private func startTermLink(_ link: TermLink, on page: Page, into html: inout [UInt8]) {
        let term = handbook.vocabulary.linkable[handbook.vocabulary.forms[link.form].term]
        html.write("<a class=\"term\" href=\"")
        html.append(contentsOf: href(from: page.id, to: term.target, fragment: term.fragment).utf8)
        if !term.definition.isEmpty {
            html.write("\" title=\"")
            html.appendEscaped(term.definition)
        }
        html.write("\">")
    }

    private func fill(_ hole: Hole, with destination: Destination, on page: Page, into html: inout [UInt8]) {
        switch hole.kind {
        case .linkStart:
            let title = page.parsed.markdown.references[hole.reference].title
            startLink(to: destination, title: title, on: page, into: &html)
        case .linkText:
            html.appendEscapedRuns(Array(handbook.linkText(of: hole.reference, on: page).utf8)[...])
        case .linkEnd: html.write(destination == .nowhere ? "</span>" : "</a>")
        case .image:
            let size = page.parsed.markdown.references[hole.reference].size
            writeImage(destination, size, isFirst: hole.isFirstImage(of: page), on: page, into: &html)
        }
    }

    func startLink(to destination: Destination, title: String, on page: Page, into html: inout [UInt8]) {
        switch destination {
        case .page(let id, let fragment):
            html.write("<a href=\"")
            html.append(contentsOf: href(from: page.id, to: id, fragment: fragment).utf8)
        case .asset(let index):
            html.write("<a href=\"")
            html.append(contentsOf: escapedHref(href(from: page.id, toFile: handbook.assets[index].path)))
        case .external(let address):
            // A mail or telephone address opens no other site.
            let isSite = address.lowercased().hasPrefix("http")
            html.write(isSite ? "<a class=\"external\" rel=\"noopener\" href=\"" : "<a href=\"")
            html.append(contentsOf: escapedHref(address))
        case .nowhere: return html.write("<span class=\"broken-link\">")
        }
        if !title.isEmpty {
            html.write("\" title=\"")
            html.appendEscaped(title)
        }
        html.write("\">")
    }

    private func writeImage(
        _ destination: Destination, _ size: AuthorSize, isFirst: Bool, on page: Page, into html: inout [UInt8]
    ) {
        guard case .asset(let index) = destination else { return html.write(" src=\"data:,\"") }
        let asset = handbook.assets[index]
        html.write(" src=\"")
        html.append(contentsOf: escapedHref(href(from: page.id, toFile: asset.path)))
        html.write("\"")
        let (width, height) = size.filled(from: asset.size.map { ($0.width, $0.height) })
        if let width { html.append(contentsOf: " width=\"\(width)\"".utf8) }
        if let height { html.append(contentsOf: " height=\"\(height)\"".utf8) }
        // The first image may be what readers see first; the others can wait until they are near.
        if !isFirst { html.write(" loading=\"lazy\"") }
    }

    // MARK: Addresses

    /// The address of a page as another one writes it. Always with its file name, so that it works from a folder too.
    func href(from page: PageID, to target: PageID, fragment: String? = nil) -> String {
        let suffix = fragment.map { "#" + percentEncodedFragment($0) } ?? ""
        if page == target, fragment != nil { return suffix }
        return href(from: page, toFile: handbook.address(of: target)) + suffix
    }

    func href(from page: PageID, toFile path: String) -> String {
        relativeAddress(from: handbook.address(of: page), to: path)
    }
}

extension AuthorSize {
    /// The author's size, with what it leaves open in the proportion of the file.
    fileprivate func filled(from file: (width: Int, height: Int)?) -> (width: Int?, height: Int?) {
        guard let file, file.width > 0, file.height > 0 else { return (width, height) }
        switch (width, height) {
        case (let width?, nil): return (width, max(1, (width * file.height + file.width / 2) / file.width))
        case (nil, let height?): return (max(1, (height * file.width + file.height / 2) / file.height), height)
        case (nil, nil): return (file.width, file.height)
        case (let width?, let height?): return (width, height)
        }
    }
}

extension Hole {
    fileprivate func isFirstImage(of page: Page) -> Bool {
        page.parsed.markdown.html.holes.first { $0.kind == .image } == self
    }
}
