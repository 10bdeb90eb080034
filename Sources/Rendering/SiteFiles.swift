// The files of a site that are no pages of the handbook.

import Content
package import Knowledge
import Templates
import UTF8Text

func notFoundPage(of site: Site) -> OutputFile {
    var frame = PageFrame(at: "404.html", title: site.wording.pages.noSuchPageTitle, on: site)
    frame.isNoindex = true
    // A host shows this page at any address, so its links need to know where the site starts.
    frame.baseHref = site.handbook.settings.baseURL
    return OutputFile(address: "404.html", bytes: site.layouts.notFound.render(frame, NothingMore()))
}

func searchPage(of site: Site) -> OutputFile {
    var frame = PageFrame(at: searchPageAddress, title: site.wording.template.search, on: site)
    frame.isNoindex = true
    frame.isSearch = true
    return OutputFile(address: searchPageAddress, bytes: site.layouts.search.render(frame, NothingMore()))
}

/// A page at an old address, which leads to the new one.
struct RedirectModel: TemplateModel {
    let targetHref: String
    let targetTitle: String
    let scriptHref: String?

    static let slots: [Slot<RedirectModel>] = [
        .text("target_href", \.targetHref), .text("target_title", \.targetTitle),
        .text("redirect_script_href", \.scriptHref),
    ]
}

func redirectPages(of site: Site) -> [OutputFile] {
    site.handbook.redirects.addresses.map { redirect in
        let target = site.handbook[redirect.target]
        var frame = PageFrame(at: redirect.address, title: target.title, on: site)
        frame.isNoindex = true
        frame.moved = site.movedHeadings(redirect.headings, from: redirect.address)
        frame.canonical = site.handbook.settings.baseURL.map {
            $0 + site.publicPath(site.handbook.address(of: target.id))
        }
        let model = RedirectModel(
            targetHref: site.href(from: redirect.address, to: target.id, fragment: redirect.fragment),
            targetTitle: site.handbook.title(of: target.id, fragment: redirect.fragment),
            scriptHref: site.href(toAsset: "redirect.js", from: redirect.address))
        return OutputFile(address: redirect.address, bytes: site.layouts.redirect.render(frame, model))
    }
}

/// The templates that stand in a fenced block of their page, as files to download beside it.
func templateDownloads(of site: Site) -> [OutputFile] {
    downloads(of: site.handbook).map { OutputFile(address: $0.address, bytes: Array($0.text.utf8)) }
}

/// The addresses of the files that are made from pages.
package func downloadAddresses(of handbook: Handbook) -> [String] {
    downloads(of: handbook).map(\.address) + planDownloads(of: handbook).map(\.address)
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
