// Where a reference leads once all pages are known.

/// Where a reference leads.
package enum Destination: Hashable, Sendable {
    /// A page, and a heading or other anchor on it.
    case page(PageID, fragment: String?)
    /// A published file, by its place in `Handbook.assets`.
    case asset(Int)
    /// Another host, or a mail or telephone address, as the author wrote it.
    case external(String)
    /// Nowhere: a diagnostic says why.
    case nowhere
}
