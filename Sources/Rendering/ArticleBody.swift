// The text of an article, and the sheet of a template page: the document that readers copy or download.

import Content
import Knowledge
import Templates
import UTF8Text

struct ArticleBody: Sendable {
    let html: [UInt8]
    /// On a topic, what stands behind its definition; on a template, behind the sheet.
    let htmlAfter: [UInt8]?
    let sheet: SheetModel?

    init(of page: Page, on site: Site) {
        let markdown = page.parsed.markdown
        // The definition of a topic stands above everything else that the page has to say.
        if page.type == .topic, let lead = markdown.lead.htmlRange, lead.lowerBound == 0 {
            html = site.filledHTML(of: page, to: lead.upperBound)
            htmlAfter = site.filledHTML(of: page, from: lead.upperBound)
            sheet = nil
        } else if let file = site.handbook.offeredFiles[page.id] {
            html = site.filledHTML(of: page)
            htmlAfter = nil
            sheet = SheetModel(offering: site.handbook.assets[file].path, on: page, of: site)
        } else if case .template(let template) = page.parsed.header.details, let block = markdown.firstCodeBlock,
            template.file == nil
        {
            html = site.filledHTML(of: page, to: block.start)
            htmlAfter = site.filledHTML(of: page, from: block.end)
            sheet = SheetModel(block, on: page, of: site)
        } else {
            html = site.filledHTML(of: page)
            htmlAfter = nil
            sheet = nil
        }
    }
}

struct SheetModel: TemplateModel {
    let formatLabel: String
    /// `nil` for a file, which readers download.
    let text: String?
    let downloads: [DownloadModel]

    static let slots: [Slot<SheetModel>] = [
        .text("format_label", \.formatLabel), .text("text", \.text), .list("downloads", \.downloads),
    ]

    /// A template that stands on its page.
    init(_ block: CodeBlock, on page: Page, of site: Site) {
        formatLabel = block.formatLabel
        text = block.text
        let name = page.slug + "." + block.fileExtension
        downloads = [
            DownloadModel(
                href: percentEncodedPath(name), label: site.wording.pages.downloadAs(block.formatLabel),
                filename: name)
        ]
    }

    /// A template that is a file of its own.
    init(offering path: String, on page: Page, of site: Site) {
        let name = fileName(of: path)
        formatLabel = splitExtension(of: name).extension.uppercased()
        text = nil
        downloads = [
            DownloadModel(
                href: site.href(from: page.id, toFile: path), label: site.wording.pages.download(name), filename: name)
        ]
    }
}

struct DownloadModel: TemplateModel {
    let href: String
    let label: String
    let filename: String

    static let slots: [Slot<DownloadModel>] = [
        .text("href", \.href), .text("label", \.label), .text("filename", \.filename),
    ]
}

extension CodeBlock {
    /// What the block is a template of: the name that readers know the format by, and the ending of its file.
    var formatLabel: String {
        switch language.lowercased() {
        case "csv": "CSV"
        case "yaml", "yml": "YAML"
        case "", "md", "markdown": "Markdown"
        default: language
        }
    }

    var fileExtension: String {
        switch language.lowercased() {
        case "yml", "yaml": "yaml"
        case "", "md", "markdown": "md"
        case let name where name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }): name
        default: "txt"
        }
    }
}
