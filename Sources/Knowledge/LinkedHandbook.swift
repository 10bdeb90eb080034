// What comes of linking: the handbook, and beside it what could be said only once it was whole.

package import UTF8Text

package struct LinkedHandbook: Sendable {
    package let handbook: Handbook
    /// For each page, pages about the same things that nothing connects it with.
    package let similarPages: [[SimilarPage]]
    /// Everything that is wrong with the pages together.
    package let diagnostics: [Diagnostic]
}
