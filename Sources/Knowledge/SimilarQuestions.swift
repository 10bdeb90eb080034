// Questions that say nearly the same: readers would find either, and one of the answers would grow old.
//
// Two questions are similar when the words that carry their meaning are the same, in any order, or when one has a single
// word more on top of five. So each question is looked up by its words, and by its words less one: no pairs are compared.

package import Content
import UTF8Text

/// A question that some page answers.
private struct AnsweredQuestion {
    let page: PageID
    let text: Located<String>
    /// Whether it is one of several that its page collects; others are the page's own name.
    let isCollected: Bool
    let asked: QuestionWords

    /// What similar questions share: their words, and what they want to know.
    var key: String {
        // One word alone says little: "What is a PMO?", "How does a PMO …?"
        let kind = asked.words.count == 1 ? asked.kind + asked.interrogative : asked.kind
        return kind + ": " + asked.words.joined(separator: " ")
    }

    /// The same for the questions that lack one of its words.
    var shorterKeys: [String] {
        guard (6...24).contains(asked.words.count) else { return [] }
        // A number more makes another question: "part 3 of the plan".
        return asked.words.indices.filter { !asked.words[$0].allSatisfy(\.isNumber) }.map { left in
            let words = asked.words[..<left] + asked.words[(left + 1)...]
            return asked.kind + ": " + words.joined(separator: " ")
        }
    }

    /// Whether the two may say the same: other names of one page, and equal names of two, which another rule finds.
    func mayRepeat(_ other: Self) -> Bool {
        if isCollected, other.isCollected { return false }
        return page == other.page
            || !isCollected && !other.isCollected && text.value.lowercased() == other.text.value.lowercased()
    }
}

func checkSimilarQuestions(_ handbook: Handbook, report: inout Report) {
    var byKey: [String: [AnsweredQuestion]] = [:]
    var byShorterKey: [String: [AnsweredQuestion]] = [:]
    // Every later question points to one of the first, so a few of them are enough.
    func note(_ question: AnsweredQuestion, in list: inout [AnsweredQuestion]) {
        if list.count < 8 { list.append(question) }
    }
    for question in answeredQuestions(of: handbook) {
        var candidates = byKey[question.key] ?? []
        for key in question.shorterKeys { candidates += byKey[key] ?? [] }
        candidates += byShorterKey[question.key] ?? []
        if let other = candidates.first(where: { !$0.mayRepeat(question) }) {
            let place = "\(handbook[other.page].path):\(other.text.position.line)"
            report.add(
                .similarQuestion, in: handbook[question.page].path, at: question.text.position,
                "'\(question.text.value)' asks nearly the same as '\(other.text.value)', \(place)",
                help: "answer it in one place and link to that, or put the difference into words")
        }
        note(question, in: &byKey[question.key, default: []])
        for key in question.shorterKeys { note(question, in: &byShorterKey[key, default: []]) }
    }
}

/// In the order of the pages and of their lines, without questions that no word is left of.
private func answeredQuestions(of handbook: Handbook) -> [AnsweredQuestion] {
    let abbreviations = Abbreviations(of: handbook.vocabulary)
    return handbook.pages.filter { !$0.isRetired }.flatMap { page -> [AnsweredQuestion] in
        guard case .question(let details) = page.parsed.header.details else { return [] }
        let names = ([page.parsed.header.title] + details.asked).map { ($0, isCollected: false) }
        let headings = page.collectedQuestions.map { (Located($0.text, $0.position), isCollected: true) }
        return (names + headings).map { text, isCollected in
            AnsweredQuestion(
                page: page.id, text: text, isCollected: isCollected,
                asked: QuestionWords(text.value, abbreviations: abbreviations))
        }.filter { !$0.asked.words.isEmpty }
    }
}

extension Page {
    /// The headings of a collection that are questions of their own.
    package var collectedQuestions: [Heading] {
        guard parsed.header.isQuestionCollection else { return [] }
        return parsed.markdown.outline.filter { $0.level == 2 && $0.text.hasSuffix("?") }
    }
}
