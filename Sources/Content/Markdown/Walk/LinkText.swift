// Whether the text of a link says where it leads. Readers who go from link to link hear the text alone, and so do those
// who look for a link with their eyes.

import UTF8Text
import Words

extension PageDraft {
    /// Checks the text of the link `reference`, which was written from byte `start` of the HTML on and ends here.
    mutating func checkText(ofLink reference: Int, from start: Int) {
        checkText(readableText(of: html.bytes(from: start)), ofLink: reference)
    }

    mutating func checkText(_ text: String, ofLink reference: Int) {
        guard let fault = faultOfLinkText(text.trimmed) else { return }
        let link = references[reference]
        let example = link.kind == .wiki ? "[[\(link.target)]]" : "[what it leads to](\(link.target))"
        log.report(
            .linkText, at: link.position, fault,
            help: "name the target in the text, so that the link makes sense on its own: \(example)")
    }
}

private func faultOfLinkText(_ text: String) -> String? {
    if text.isEmpty { return "the link has no text" }
    if isWebAddress(text) { return "the text of the link is a bare address" }
    // None of the phrases is nearly as long, and nearly all links are fine.
    guard text.utf8.count <= 48 else { return nil }
    let words = smallWords(of: text)
    guard words.isEmpty || emptyPhrases.contains(words) else { return nil }
    return "the link text '\(text)' does not say where it leads"
}

/// The words of a text in small letters, without signs, with a space between them.
private func smallWords(of text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.lowercased().wordParts.joined(separator: " ") }
    var words: [UInt8] = []
    var isParted = false
    for byte in text.utf8 {
        guard byte.isASCIILetter || byte.isASCIIDigit else {
            isParted = !words.isEmpty
            continue
        }
        if isParted { words.append(" ") }
        isParted = false
        words.append(byte.asciiLowercased)
    }
    return String(decoding: words, as: UTF8.self)
}

private func isWebAddress(_ text: String) -> Bool {
    guard let first = text.utf8.first?.asciiLowercased, first == "h" || first == "w",
        !text.utf8.contains(where: \.isASCIISpace)
    else { return false }
    let lower = text.lowercased()
    return ["http://", "https://", "www."].contains(where: lower.hasPrefix)
}

/// What a reader sees or hears of HTML that this module wrote: the text, and the alternative text of images.
private func readableText(of html: ArraySlice<UInt8>) -> String {
    guard html.contains(where: { $0 == "<" || $0 == "&" }) else { return String(decoding: html, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = html
    while let open = rest.firstIndex(of: "<") {
        text += rest[..<open]
        let close = rest[open...].firstIndex(of: ">") ?? rest.endIndex - 1
        let tag = rest[open..<close]
        if tag.starts(with: "<img".utf8), let value = tag.value(ofAttribute: "alt") { text += value }
        rest = rest[(close + 1)...]
    }
    return decodedReferences(String(decoding: text + rest, as: UTF8.self))
}

extension ArraySlice<UInt8> {
    /// The value of an attribute of a tag that this module wrote: in double quotes, without any in it.
    fileprivate func value(ofAttribute name: String) -> ArraySlice? {
        let start = Array(" \(name)=\"".utf8)
        var place = startIndex
        while place + start.count < endIndex {
            if self[place..<place + start.count].elementsEqual(start) {
                return self[(place + start.count)...].prefix { $0 != "\"" }
            }
            place += 1
        }
        return nil
    }
}

/// Texts that would do for any link, in small letters without signs: English, German, French and Spanish.
private let emptyPhrases: Set<String> = [
    "click", "click here", "click this", "click this link", "click on this link", "details", "find out more",
    "follow this link", "go", "go here", "here", "info", "it", "learn more", "link", "links", "more", "more details",
    "more info", "more information", "page", "read here", "read more", "read on", "read this", "see here", "see more",
    "see this", "see this page", "show more", "that", "that page", "the link", "the page", "this", "this article",
    "this document", "this link", "this one", "this page", "this section", "this site", "this website", "view more",

    "dieser link", "diese seite", "hier", "hier klicken", "klick hier", "klicken sie hier", "klicke hier", "mehr",
    "mehr dazu", "mehr erfahren", "mehr infos", "mehr lesen", "siehe hier", "weiter", "weiterlesen", "weitere infos",

    "ce lien", "cette page", "cliquer ici", "cliquez ici", "en savoir plus", "ici", "le lien", "lire la suite",
    "lire plus", "plus d infos", "voir ici", "voir plus",

    "aquí", "aqui", "clic aquí", "este enlace", "esta página", "haga clic aquí", "haz clic aquí", "leer más", "más",
    "más información", "pulse aquí", "saber más", "ver aquí", "ver más",
]
