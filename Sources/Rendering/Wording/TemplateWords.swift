// The words that the templates themselves say, by the names that their authors see.

import Templates

struct TemplateWords: Sendable {
    // MARK: Around every page

    /// The link to the first page, in the foot and in the way to a page.
    let home: String
    let allQuestions: String
    let topicMap: String
    let glossary: String
    /// The list of sources, in the foot and above the sources of a page.
    let sources: String
    /// The button, the link in the header, and the title of the page of search.
    let search: String
    /// In an empty field, and its name.
    let searchHandbook: String
    /// The first link of a page, for those who use a keyboard.
    let skipToText: String
    /// The name of the navigation beside every page.
    let navigation: String
    /// What opens the navigation on a phone, and closes it.
    let menu, close: String
    /// Stands around `close`, for those who hear the page.
    let closeMenu: Phrase
    let onThisPage: String
    /// The name of the way from the home page.
    let breadcrumb: String

    // MARK: Pages

    /// Around a link to a role.
    let owner: Phrase
    /// Around a date.
    let updated, reviewed, nextReview: Phrase
    /// The topics that a topic is part of, those before and after it, and its parts.
    let partOf, beforeIt, afterIt, parts: String
    /// Above the steps of a process.
    let theSteps: String
    /// Around a link to the role that does a step.
    let by: Phrase
    /// The name of a template's text, for those who hear the page.
    let textOfTemplate: String
    /// The name of the links below, which `previous` and `next` stand before.
    let previousAndNext: String
    let previous, next: String
    /// Above the list of headings that went to other pages.
    let movedSections: String

    // MARK: Single layouts

    /// Above the sections, on the home page.
    let allOfHandbook: String
    let changedLately: String
    /// The name of the alphabet above the glossary.
    let letters: String
    /// Around a link, below a term.
    let explainedIn: Phrase
    /// Opens the list of pages below a source.
    let pagesThatCite: String
    let noSuchPage: String
    let startAtHome, lookThroughQuestions, lookUpTerm: String
    let searchNeedsScripts: String
    let pageHasMoved: String
    /// Around a link.
    let nowAt: Phrase
}

/// The words as templates see them. It holds the site because that is cheaper to hand on than all of them.
struct WordsModel: TemplateModel {
    let site: Site

    static let slots: [Slot<WordsModel>] = [
        .text("home") { $0.words.home }, .text("all_questions") { $0.words.allQuestions },
        .text("topic_map") { $0.words.topicMap }, .text("glossary") { $0.words.glossary },
        .text("sources") { $0.words.sources }, .text("search") { $0.words.search },
        .text("search_handbook") { $0.words.searchHandbook }, .text("skip_to_text") { $0.words.skipToText },
        .text("navigation") { $0.words.navigation }, .text("menu") { $0.words.menu },
        .text("close") { $0.words.close }, .object("close_menu") { $0.words.closeMenu },
        .text("on_this_page") { $0.words.onThisPage }, .text("breadcrumb") { $0.words.breadcrumb },

        .object("owner") { $0.words.owner }, .object("updated") { $0.words.updated },
        .object("reviewed") { $0.words.reviewed }, .object("next_review") { $0.words.nextReview },
        .text("part_of") { $0.words.partOf }, .text("before_it") { $0.words.beforeIt },
        .text("after_it") { $0.words.afterIt }, .text("parts") { $0.words.parts },
        .text("the_steps") { $0.words.theSteps }, .object("by") { $0.words.by },
        .text("text_of_template") { $0.words.textOfTemplate },
        .text("previous_and_next") { $0.words.previousAndNext }, .text("previous") { $0.words.previous },
        .text("next") { $0.words.next }, .text("moved_sections") { $0.words.movedSections },

        .text("all_of_handbook") { $0.words.allOfHandbook }, .text("changed_lately") { $0.words.changedLately },
        .text("letters") { $0.words.letters }, .object("explained_in") { $0.words.explainedIn },
        .text("pages_that_cite") { $0.words.pagesThatCite }, .text("no_such_page") { $0.words.noSuchPage },
        .text("start_at_home") { $0.words.startAtHome },
        .text("look_through_questions") { $0.words.lookThroughQuestions },
        .text("look_up_term") { $0.words.lookUpTerm },
        .text("search_needs_scripts") { $0.words.searchNeedsScripts },
        .text("page_has_moved") { $0.words.pageHasMoved }, .object("now_at") { $0.words.nowAt },
    ]

    private var words: TemplateWords { site.wording.template }
}
