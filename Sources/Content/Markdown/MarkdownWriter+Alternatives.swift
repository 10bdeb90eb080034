// Whether an image says in words what it shows, for readers who cannot see it.

import UTF8Text

extension MarkdownWriter {
    /// Checks the alternative text of an image that is no mere decoration.
    mutating func checkAlternative(_ alternative: String, ofImage target: String, at place: SourcePosition) {
        guard let fault = faultOfAlternative(alternative.trimmed, ofImage: target) else { return }
        log.report(
            .imageAlternative, at: place, fault,
            help: "say in the brackets what a reader who cannot see it must know: ![…](\(target))")
    }
}

private func faultOfAlternative(_ text: String, ofImage target: String) -> String? {
    if text.isEmpty { return "the image has no alternative text" }
    if isFileName(text, of: target) { return "the alternative text '\(text)' is just the name of a file" }
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    guard wordsForAnyImage.contains(words) else { return nil }
    return "the alternative text '\(text)' does not say what the image shows"
}

/// Whether a text is the name of an image file. Without its ending only if no reader would write it so: `chart` may
/// be meant, `chart-2` is not.
private func isFileName(_ text: String, of target: String) -> Bool {
    guard !text.utf8.contains(where: \.isASCIISpace) else { return false }
    if imageEndings.contains(splitExtension(of: fileName(of: text)).extension) { return true }
    let path = percentDecoded(target) ?? target
    return text == splitExtension(of: fileName(of: path)).stem
        && text.utf8.contains { $0 == "-" || $0 == "_" || $0.isASCIIDigit }
}

private let imageEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "tiff"]

/// Words that would do for any image, in small letters; a number behind them says no more.
private let wordsForAnyImage: Set<String> = [
    "image", "an image", "the image", "image of", "img", "picture", "a picture", "the picture", "picture of", "pic",
    "photo", "a photo", "photograph", "screenshot", "a screenshot", "screen shot", "figure", "fig", "graphic", "alt",
    "alt text", "alternative text", "untitled", "placeholder", "bild", "foto", "abbildung", "imagen", "capture",
]
