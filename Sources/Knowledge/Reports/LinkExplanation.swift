// Every link that was made or refused, and by which rule: for authors who wonder, and for reviewers of a vocabulary.

import Content
package import UTF8Text

/// What became of one place in the text that is a link or could be one.
package struct LinkExplanation: Sendable {
    package enum Outcome: String, Sendable {
        /// Milepost made a link.
        case linked
        /// A rule of automatic linking forbids it.
        case refused = "not linked"
        /// The author made it.
        case byHand = "by hand"
        /// The author made it, but it leads nowhere.
        case broken
    }

    package let outcome: Outcome
    /// The page that it stands on.
    package let page: PageID
    package let position: SourcePosition
    /// The words of the text.
    package let words: String
    /// The term that they mention; `nil` for a link by hand.
    package let term: String?
    /// Where it leads, or would lead: a path of the content folder, perhaps with a `#` and an id, or an address elsewhere.
    package let target: String?
    /// The same, as the handbook knows it.
    package let destination: Destination?
    /// The rule that decided, by its stable name.
    package let rule: String
    /// The rule in words.
    package let reason: String
}

extension Handbook {
    /// Every link of a page, made or refused, in the order of the text.
    package func explainLinks(on id: PageID) -> [LinkExplanation] {
        let text = self[id].parsed.markdown.text
        let terms = termDecisions(on: id).map { ($0.text.lowerBound, explanation(of: $0, on: id)) }
        let byHand = self[id].parsed.markdown.references.indices.map { reference in
            (
                self[id].parsed.markdown.references[reference].textOffset,
                explanation(ofReference: reference, on: id, text)
            )
        }
        return (byHand + terms).enumerated().sorted { left, right in
            left.element.0 != right.element.0 ? left.element.0 < right.element.0 : left.offset < right.offset
        }.map(\.element.1)
    }

    /// Every place of the handbook that mentions a term, by its place in `Vocabulary.linkable`: in the order of the paths.
    package func explainTerm(_ term: Int) -> [LinkExplanation] {
        pages.flatMap { page in
            termDecisions(on: page.id).filter { vocabulary.forms[$0.form].term == term }
                .map { explanation(of: $0, on: page.id) }
        }
    }

    /// Every automatic link of a page.
    package func explainAutomaticLinks(on id: PageID) -> [LinkExplanation] {
        terms[id.index].links.map { link in
            explanation(of: TermDecision(form: link.form, text: link.text, refusal: nil), on: id)
        }
    }

    private func explanation(of decision: TermDecision, on id: PageID) -> LinkExplanation {
        let form = vocabulary.forms[decision.form]
        let term = vocabulary.linkable[form.term]
        let text = self[id].parsed.markdown.text
        let origin =
            term.entry == nil
            ? "a name of the page" : form.isGenerated ? "a plural that Milepost formed" : "the glossary"
        return LinkExplanation(
            outcome: decision.refusal == nil ? .linked : .refused, page: id,
            position: text.position(at: decision.text.lowerBound),
            words: String(decoding: text.bytes[decision.text], as: UTF8.self), term: term.name,
            target: path(of: term.target, fragment: term.fragment),
            destination: .page(term.target, fragment: term.fragment),
            rule: decision.refusal?.rule ?? form.policy.rawValue,
            reason: reason(of: decision.refusal, in: text) ?? origin)
    }

    private func reason(of refusal: TermRefusal?, in text: PageText) -> String? {
        guard case .alreadyLinked(let offset) = refusal else { return refusal?.reason }
        return (refusal?.reason ?? "") + ", in line \(text.position(at: offset).line)"
    }

    private func explanation(ofReference reference: Int, on id: PageID, _ text: PageText) -> LinkExplanation {
        let link = self[id].parsed.markdown.references[reference]
        let destination = links[id.index][reference]
        let words =
            link.kind == .image
            ? text.alternative(ofImageAt: link.textOffset)
            : plainText(of: self[id], in: text.words(ofLinkAt: link.textOffset))
        func byHand(_ target: String, _ rule: String, _ reason: String) -> LinkExplanation {
            LinkExplanation(
                outcome: .byHand, page: id, position: link.position, words: words, term: nil, target: target,
                destination: destination, rule: rule, reason: reason)
        }
        switch destination {
        case .page(let target, let fragment):
            let reason = link.kind == .wiki ? "[[\(link.target)]] is its name" : "'\(link.target)' is its path"
            return byHand(path(of: target, fragment: fragment), link.kind == .wiki ? "name" : "path", reason)
        case .asset(let index): return byHand(assets[index].path, "file", "'\(link.target)' is its path")
        case .external(let address): return byHand(address, "external", "an address elsewhere")
        case .nowhere:
            return LinkExplanation(
                outcome: .broken, page: id, position: link.position, words: words, term: nil, target: nil,
                destination: nil, rule: "broken", reason: "'\(link.target)' leads nowhere; 'milepost check' says why")
        }
    }

    /// A page by the path of its file, perhaps with an anchor on it.
    package func path(of id: PageID, fragment: String?) -> String {
        self[id].path + (fragment.map { "#" + $0 } ?? "")
    }

    // MARK: Finding what is asked for

    /// The pages that someone may mean by a path, a slug, a title or another name.
    package func pages(called name: String) -> [PageID] {
        if let page = pages.first(where: { $0.path == name }) { return [page.id] }
        let bySlug = pages.filter { $0.slug == name && !$0.slug.isEmpty }
        if !bySlug.isEmpty { return bySlug.map(\.id) }
        let key = name.lowercased()
        return pages.filter { page in
            page.title.lowercased() == key || page.parsed.header.aliases.contains { $0.value.lowercased() == key }
        }.map(\.id)
    }

    /// The path or title most like `name`, for "did you mean".
    package func nearestPage(to name: String) -> String? {
        nearest(to: name, in: pages.flatMap { [$0.path, $0.slug, $0.title] })
    }

    package func nearestTerm(to name: String) -> String? { nearest(to: name, in: vocabulary.forms.map(\.text)) }
}

extension PageText {
    fileprivate func alternative(ofImageAt offset: Int) -> String {
        guard let run = run(at: offset), runs[run].start == offset, runs[run].place == .image else { return "" }
        return String(decoding: bytes[range(ofRun: run)], as: UTF8.self)
    }
}
