// The rules that one file is held to, in the order of a page's journey.

package import UTF8Text

extension Rule {
    package static let encoding = Rule("encoding", .error, "The file is not UTF-8 text.")
    package static let frontMatter = Rule(
        "front-matter", .error, "The front matter is not closed, not valid YAML, or beyond a limit.")
    package static let frontMatterFormat = Rule(
        "front-matter-format", .warning, "Front matter that is TOML or JSON instead of YAML.")
    package static let cutValue = Rule(
        "cut-value", .warning, "A text that is cut off where ' #' starts a comment.")
    package static let unknownKey = Rule("unknown-key", .warning, "A key that this kind of page does not have.")
    package static let invalidValue = Rule(
        "invalid-value", .error, "A value of the wrong type, or not one of those allowed.")
    package static let missingKey = Rule("missing-key", .error, "A key that this kind of page must have.")
    package static let typeFolder = Rule(
        "type-folder", .error, "The page's type does not agree with the folder that it lies in.")
    package static let pageLimit = Rule(
        "page-limit", .warning, "Text that would take the Markdown parser forever; it is shown as it is written.")
    package static let rawHTML = Rule(
        "raw-html", .warning, "Raw HTML that is not on the list of what may stand in a page, or is not balanced.")
    package static let linkScheme = Rule(
        "link-scheme", .error,
        "An address whose scheme is not http, https, mailto or tel, or a path out of the handbook.")
    package static let externalImage = Rule(
        "external-image", .warning,
        "An image of another host; it becomes a link, because pages load nothing from elsewhere.")
    package static let headingLevel = Rule(
        "heading-level", .warning, "A heading level is skipped, or the page has a second title.")
    package static let headingID = Rule(
        "heading-id", .error, "A heading's own id stands twice on the page or is malformed.")
    package static let imageAlternative = Rule(
        "image-alternative", .warning,
        "An image without alternative text, or with one that is just the name of its file.")
    package static let linkText = Rule(
        "link-text", .warning, "A link whose text does not say where it leads, such as 'click here'.")
    package static let unknownAlert = Rule(
        "unknown-alert", .warning, "An alert of a kind that does not exist; it is shown as a note.")
    package static let foreignSyntax = Rule(
        "foreign-syntax", .warning,
        "Markup that only another tool understands: it is shown as it stands, or left out.")
    package static let shownRaw = Rule(
        "shown-raw", .warning, "Something that looks like a link, a heading or a list, and is shown as it is typed.")
    package static let unclosed = Rule(
        "unclosed", .warning, "A comment or a block of code that is never closed.")
    package static let tableShape = Rule(
        "table-shape", .warning, "Rows of a table without its head, or with more cells than the head.")
    package static let footnote = Rule(
        "footnote", .warning, "A footnote that is not defined, defined twice, or never referred to.")
    package static let longFirstParagraph = Rule(
        "long-first-paragraph", .warning, "The first paragraph of a question page is longer than 90 words.")
    package static let missingTemplate = Rule(
        "missing-template", .error,
        "A template page with neither a file nor a fenced block to offer, or not in the format that it says.")
    package static let suppression = Rule(
        "suppression", .error, "A comment that should silence a finding, but names no rule, a wrong one, or no reason.")
    package static let autolinkComment = Rule(
        "autolink-comment", .warning, "A comment that should switch automatic links off or on and does not.")
    package static let planSchema = Rule(
        "plan-schema", .error,
        "A plan that is missing, given twice or of the wrong shape, or a key that plans do not have."
    )
    package static let planID = Rule("plan-id", .error, "An id that stands twice in a plan or is malformed.")
    package static let planValue = Rule(
        "plan-value", .error, "A value in a plan that is malformed, missing, or at odds with one beside it.")
    package static let riskValue = Rule(
        "risk-value", .error,
        "A probability or an impact that is not from 1 to 5, or a response that this type of risk does not have.")

    /// Every rule of this module.
    package static let ofContent: [Rule] = [
        .encoding, .frontMatter, .frontMatterFormat, .cutValue, .unknownKey, .invalidValue, .missingKey, .typeFolder,
        .pageLimit, .rawHTML,
        .linkScheme,
        .externalImage, .headingLevel, .headingID, .imageAlternative, .linkText, .unknownAlert, .foreignSyntax,
        .longFirstParagraph, .shownRaw, .unclosed,
        .tableShape, .footnote,
        .missingTemplate, .suppression, .autolinkComment, .planSchema, .planID, .planValue, .riskValue,
    ]
}
