// "Did you mean …?": the one place that answers, with one budget for all who ask.

package struct Suggestions {
    private var indexes: [NameList: SpellingIndex] = [:]
    private var answers: [Question: Int?] = [:]
    /// How many names may still be compared, besides those that differ by one letter, which are looked up. Those who get
    /// every name wrong have no use for a far-fetched guess at each.
    private var comparisonsLeft: Int

    private struct Question: Hashable {
        let name: String
        let list: NameList
    }

    /// - Parameter comparisons: How many names may be compared in all; so many take about a tenth of a second.
    package init(comparisons: Int = 5_000_000) { comparisonsLeft = comparisons }

    /// The finding with its guess in the place of its help, if a name is near enough.
    package mutating func answered(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let guess = diagnostic.guess else { return diagnostic }
        return diagnostic.answered(help: text(of: guess))
    }

    /// The name in the list that is nearest to `name`.
    package mutating func nearest(to name: String, in list: NameList) -> String? {
        index(ofNearest: name, in: list).map { list.names[$0] }
    }

    private mutating func text(of guess: Guess) -> String? {
        guard let index = index(ofNearest: guess.name, in: guess.list) else { return nil }
        var answer = guess.prefix + guess.list.names[index]
        if let page = guess.page, let paths = guess.list.paths {
            answer = relativeAddress(from: page, to: paths[index])
        }
        return "did you mean '\(answer)'?"
    }

    private mutating func index(ofNearest name: String, in list: NameList) -> Int? {
        let question = Question(name: name, list: list)
        if let known = answers[question] { return known }
        let index = index(of: list)
        let answer = index.nearest(to: name, comparisons: &comparisonsLeft)
        answers[question] = answer
        return answer
    }

    /// The index of a list, which it gets when it is asked for the first time.
    private mutating func index(of list: NameList) -> SpellingIndex {
        if let known = indexes[list] { return known }
        let index = SpellingIndex(of: list.names)
        indexes[list] = index
        return index
    }
}
