// What pages of single types are held to, besides having their keys.

import UTF8Text

extension QuestionDetails {
    func checkTitle(_ title: Located<String>, log: inout DiagnosticLog) {
        guard !isCollection, !title.value.utf8.contains("?") else { return }
        log.report(
            .invalidValue, at: title.position, "the title of a question must be a question",
            help: "put it as a reader would ask it, with a '?'")
    }

    func checkLead(of page: ParsedPage, log: inout DiagnosticLog) {
        let lead = page.markdown.lead
        guard !isCollection, lead.wordCount > 90 else { return }
        log.report(
            .longFirstParagraph, at: lead.position, "the first paragraph has \(lead.wordCount) words",
            help: "say the most important thing in at most 90 words, and the rest below")
    }
}

extension TemplateDetails {
    /// Whether readers get a template, and the one that they are promised.
    func checkOffer(on page: ParsedPage, log: inout DiagnosticLog) {
        guard
            let offered = file.map({ splitExtension(of: $0.value).extension })
                ?? page.markdown.firstCodeBlock?.language
        else {
            return log.report(
                .missingTemplate, at: page.header.title.position, "the page has no template to offer",
                help: "put the template into a fenced block, or name a file in the key 'file'")
        }
        for format in formats where format.value != TemplateFormat(named: offered) {
            let what =
                file.map { "the file '\($0.value)'" } ?? "a fenced block of '\(offered.isEmpty ? "md" : offered)'"
            log.report(
                .missingTemplate, at: format.position,
                "'format' says \(format.value.rawValue), but readers get \(what)",
                help: "correct 'format', or offer what it says")
        }
    }
}
