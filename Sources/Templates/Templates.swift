// Templates: compiles and checks the Mustache templates of `site-template/`, and renders them.
//
// What is compiled is Mustache 1.4 with variables, sections, inverted sections, partials and comments. Stricter than
// the language asks for: a name that the models do not offer, a partial that does not exist or includes itself, text
// written as HTML and HTML written as text are findings. This module must never know what a handbook is.

/// A template as read: its name is its path in the template folder without the ending, `layouts/page`.
package struct MustacheFile: Sendable {
    package let name: String
    /// Its path for diagnostics.
    package let path: String
    package let text: String

    package init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text
    }
}

/// A layout, compiled for models of two types: what all pages of a site show, and what this layout shows besides.
package struct Layout<Shared: TemplateModel, Own: TemplateModel>: Sendable {
    let nodes: [TemplateNode]

    /// The page that the layout makes of its models.
    package func render(_ shared: Shared, _ own: Own) -> [UInt8] {
        var scopes: [Scope] = [ScopeOf(shared), ScopeOf(own)]
        var page: [UInt8] = []
        page.reserveCapacity(16 << 10)
        nodes.write(&scopes, into: &page)
        return page
    }
}
