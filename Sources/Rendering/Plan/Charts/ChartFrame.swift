// The frame of a drawing in a plan: it scrolls sideways on narrow screens, and says in words what it shows.

import Drawing
import UTF8Text

extension PlanWriter {
    /// Opens a drawing of `width` by `height` pixels at the usual size of type, with which it grows.
    /// - Parameter id: unique on the page.
    mutating func openChart(_ title: String, width: Int, height: Int, id: String, about: String) {
        html.write("<div class=\"chart-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.appendEscaped(words.chartLabel(title))
        html.write("\">\n<svg class=\"chart\" role=\"img\" ")
        markup("aria-labelledby=\"\(id)-title \(id)-desc\" ")
        markup("width=\"\(rem(width))\" height=\"\(rem(height))\" viewBox=\"-0.5 -0.5 \(width) \(height)\">\n")
        markup("<title id=\"\(id)-title\">")
        html.appendEscaped(title)
        markup("</title>\n<desc id=\"\(id)-desc\">")
        html.appendEscaped(about)
        html.write("</desc>\n")
    }

    mutating func closeChart() { html.write("</svg>\n</div>\n") }

    /// Text of our own that is markup already.
    mutating func markup(_ text: String) { html.append(contentsOf: text.utf8) }
}
