// Every word that rendering puts on a page, besides those of its authors and the names of the files of plans: a language is
// one value of this type.
//
// Entries that hold values are functions, so that each language can order them, and count, in its own way. A function
// gets numbers as numbers, and dates, amounts and names as they are to be written. To add a language, give each of the
// structs below its value, as the files in `English` do; the compiler names what is missing.

struct Wording: Sendable {
    let numbers: NumberWords
    let dates: DateWords
    let counts: CountWords
    let lists: ListWords
    let template: TemplateWords
    let pages: PageWords
    let relations: RelationWords
    let map: MapWords
    let plan: PlanWords
}

extension Wording {
    /// - Parameter language: the tag of the handbook. We have words for English alone; so in others dates are written in
    ///   digits, which no reader misreads.
    init(language: String) {
        let isEnglish = language == "en" || language.hasPrefix("en-")
        self = isEnglish ? .english : .english(dates: .digits)
    }
}
