// Rendering: a linked page and a set of templates become bytes.
//
// Each page is rendered on its own, in any order and on any thread: the same handbook and templates give the same
// bytes. What is the same for many pages, such as the navigation of a folder, is computed once beforehand. This module
// must never touch the disk, nor read the clock or the environment.

import Content
package import Knowledge
import UTF8Text

/// Renders one page of the handbook.
package func renderPage(_ id: PageID, of site: Site) -> OutputFile {
    OutputFile(address: site.handbook.address(of: id), bytes: site.html(of: site.handbook[id]))
}

/// The files of a site that are no pages of the handbook: the page for missing addresses, that of search, redirects,
/// downloads of templates, and what search engines and hosts look for.
package func renderSiteFiles(of site: Site) -> [OutputFile] {
    [notFoundPage(of: site), searchPage(of: site)] + redirectPages(of: site) + templateDownloads(of: site)
        + filesForHosts(of: site)
}
