// Keys of other programs that say what a key of ours says: read on plain pages that lack ours.

import UTF8Text

extension HeaderReading {
    mutating func readSummary() -> String? {
        readPlainText("summary", length: 40...200)?.value ?? firstForeignText(["description", "excerpt"])
    }

    mutating func readUpdated(_ own: Located<CalendarDate>?) -> Located<CalendarDate>? {
        if let own { return own }
        for key in ["lastmod", "lastmodified", "lastupdated", "date"] {
            for text in foreignTexts(key) {
                if let day = CalendarDate(String(text.value.prefix(10))) { return Located(day, text.position) }
            }
        }
        return nil
    }

    mutating func readKeywords() -> [String] {
        let own = keys.texts("keywords", log: &log).map(\.value)
        return own + ["tags", "categories"].flatMap { foreignTexts($0).map(\.value) }.filter { !own.contains($0) }
    }

    /// Other names of the page, without those that are addresses.
    mutating func readAliases() -> [Located<String>] {
        let aliases = keys.texts("aliases", log: &log)
        return type == .page ? aliases.filter { !isPath($0.value) } : aliases
    }

    mutating func readAllRedirects() -> [DeclaredRedirect] {
        let own = readRedirects(&keys, log: &log)
        guard type == .page else { return own }
        let paths = foreignTexts("aliases").filter { isPath($0.value) } + foreignTexts("redirectfrom")
        return own + paths.map { DeclaredRedirect(from: $0, to: nil) }
    }

    /// The place that the key `nav` gives, filled up with what keys of other programs say.
    mutating func readPlace() -> NavigationPlace {
        let own = readNavigation()
        let orders = ["weight", "sidebarposition", "navorder", "order"].flatMap { foreignTexts($0) }
        let order = own.order ?? orders.lazy.compactMap { Int($0.value) }.first { (-9999...9999).contains($0) }
        let label = own.label ?? firstForeignText(["sidebarlabel", "linktitle", "navtitle"])
        return NavigationPlace(order: order, isHidden: own.isHidden, label: label)
    }

    private func isPath(_ text: String) -> Bool {
        text.hasPrefix("/") || text.hasSuffix(".html") || text.hasSuffix("/")
    }

    private mutating func firstForeignText(_ spellings: [String]) -> String? {
        spellings.flatMap { foreignTexts($0) }.first { !$0.value.isEmpty }?.value
    }

    /// The texts under a key of another program, in any spelling; none on a page of a type.
    private mutating func foreignTexts(_ key: String) -> [Located<String>] { type == .page ? readWords(key) : [] }
}
