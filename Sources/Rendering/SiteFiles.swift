// The files of a site that are no pages of the handbook.

import Content
package import Knowledge
import Templates
import UTF8Text

func notFoundPage(of site: Site) -> OutputFile {
    var values = site.commonValues(at: "404.html", title: "This page does not exist")
    values["is_noindex"] = .flag
    // A host shows this page at any address, so its links need to know where the site starts.
    if let base = site.handbook.settings.baseURL { values["base_href"] = .text(base) }
    return OutputFile(address: "404.html", bytes: site.templates.render(Layout.notFound.rawValue, values))
}

func searchPage(of site: Site) -> OutputFile {
    var values = site.commonValues(at: searchPageAddress, title: "Search")
    values["is_noindex"] = .flag
    values["is_search"] = .flag
    return OutputFile(
        address: searchPageAddress, bytes: site.templates.render(Layout.search.rawValue, values))
}

func redirectPages(of site: Site) -> [OutputFile] {
    site.handbook.redirects.addresses.map { redirect in
        let target = site.handbook[redirect.target]
        let address = site.handbook.address(of: target.id)
        var values = site.commonValues(at: redirect.address, title: target.title)
        values["is_noindex"] = .flag
        values["target_href"] = .text(
            site.href(from: redirect.address, to: target.id, fragment: redirect.fragment))
        values["target_title"] = .text(site.handbook.title(of: target.id, fragment: redirect.fragment))
        if let script = site.templateAssets["redirect.js"] {
            values["redirect_script_href"] = .text(relativeAddress(from: redirect.address, to: script))
        }
        site.addMovedHeadings(redirect.headings, from: redirect.address, to: &values)
        if let base = site.handbook.settings.baseURL { values["canonical"] = .text(base + site.publicPath(address)) }
        return OutputFile(
            address: redirect.address, bytes: site.templates.render(Layout.redirect.rawValue, values))
    }
}

/// The templates that stand in a fenced block of their page, as files to download beside it.
func templateDownloads(of site: Site) -> [OutputFile] {
    downloads(of: site.handbook).map { OutputFile(address: $0.address, bytes: Array($0.text.utf8)) }
}

/// The addresses of the files that are made from pages.
package func downloadAddresses(of handbook: Handbook) -> [String] {
    downloads(of: handbook).map(\.address) + planFileAddresses(of: handbook).map(\.address)
}

private func downloads(of handbook: Handbook) -> [(address: String, text: String)] {
    handbook.pages.compactMap { page in
        guard case .template(let template) = page.parsed.header.details, template.file == nil,
            let sheet = page.parsed.markdown.firstCodeBlock
        else { return nil }
        let name = page.slug + "." + sheet.fileExtension
        return (folder(of: handbook.address(of: page.id)) + "/" + name, sheet.text)
    }
}

/// `robots.txt` and `sitemap.xml`, which need the public address, and the mark that keeps GitHub from changing the site.
func filesForHosts(of site: Site) -> [OutputFile] {
    var files = [OutputFile(address: ".nojekyll", bytes: [])]
    guard let base = site.handbook.settings.baseURL else { return files }
    files.append(
        OutputFile(address: "robots.txt", bytes: Array("User-agent: *\nAllow: /\nSitemap: \(base)sitemap.xml\n".utf8)))
    files.append(OutputFile(address: "sitemap.xml", bytes: sitemap(of: site, base: base)))
    return files
}

/// Every page that search engines should know, with the day its content changed. At most 50,000, as the protocol says
/// (sitemaps.org, version 0.9).
private func sitemap(of site: Site, base: String) -> [UInt8] {
    var xml: [UInt8] = []
    xml.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let listed = site.handbook.pages.filter { $0.parsed.header.status.value == .approved }
    for page in listed.prefix(50_000) {
        xml.write("<url><loc>")
        xml.appendEscaped(base + site.publicPath(site.handbook.address(of: page.id)))
        xml.write("</loc>")
        if let updated = page.parsed.header.updated {
            xml.write("<lastmod>")
            xml.append(contentsOf: updated.value.iso.utf8)
            xml.write("</lastmod>")
        }
        xml.write("</url>\n")
    }
    xml.write("</urlset>\n")
    return xml
}
