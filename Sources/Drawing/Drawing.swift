// Drawing: what the drawings of a site share.
//
// The topic map, the Gantt chart and the grids of plans are SVG that is written at build time, without a font or a screen
// to ask. Here is how wide words are (`FontMetrics`), how a name is broken into lines (`Label`), how lines run (`Path`),
// how time is divided (`TimeTier`, `WeekAxis`) and how numbers are written. Everything is whole numbers, so that each
// machine draws the same. This module must never know topics, plans, pages or the words of a language.

import UTF8Text

/// A drawing as it is written, from the first byte to the last. Text of authors is escaped, text of our own is markup.
package struct SVGText: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Text of our own.
    package mutating func markup(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Text of authors, or of a language.
    package mutating func words(_ text: String) { bytes.appendEscaped(text) }

    /// What was written already, such as the data of a path.
    package mutating func append(_ written: [UInt8]) { bytes += written }
}
