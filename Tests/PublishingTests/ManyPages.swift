// What readers see where there is more than one screen, or one name, can hold.

import TestSupport
import Testing

struct ManyPages {
    @Test func pagesThatShareTheirTitleAreToldApartByTheirSection() throws {
        let folder = try TestFolder([
            "content/index.md": "# Home\n", "content/a/plan.md": "# Plan\n", "content/b/plan.md": "# Plan\n",
            "content/b/other.md": "# Other\n",
        ])
        try folder.milepost("build")
        func title(_ page: String) throws -> Substring? {
            try folder.text("site/\(page)/index.html").split(separator: "<title>").last?.prefix { $0 != "<" }
        }
        #expect(try title("a/plan") == "Plan – A – Handbook")
        #expect(try title("b/plan") == "Plan – B – Handbook")
        #expect(try title("b/other") == "Other – Handbook")
    }

    @Test func aDescriptionEndsWithAWordBeforeItsLimit() throws {
        let folder = try TestFolder([
            "content/short.md": "# Short\n\n" + String(repeating: "w", count: 200),
            "content/long.md": "# Long\n\n" + String(repeating: "word ", count: 80),
            "content/unspaced.md": "# Unspaced\n\n" + String(repeating: "語", count: 300),
        ])
        try folder.milepost("build")
        func description(_ page: String) throws -> Substring? {
            try folder.text("site/\(page)/index.html").split(separator: "name=\"description\" content=\"").last?
                .prefix { $0 != "\"" }
        }
        #expect(try description("short") == Substring(String(repeating: "w", count: 200)))
        #expect(try description("long") == Substring(String(repeating: "word ", count: 39).dropLast() + "…"))
        #expect(try description("unspaced") == Substring(String(repeating: "語", count: 197) + "…"))
    }

    /// Ten mentions stand open; of more, each section opens on demand and says how many there are.
    @Test func moreThanTenMentionsAreFolded() throws {
        func mentions(_ count: Int) throws -> String {
            let folder = try TestFolder(["content/index.md": "# Home\n", "content/target.md": "# Target\n"])
            for number in 10..<10 + count {
                try folder.write("content/a/\(number).md", "# Page \(number)\n\nSee [it](../target.md) there.\n")
            }
            try folder.milepost("build")
            let html = try folder.text("site/target/index.html")
            return String(html.split(separator: "class=\"mentions\"")[1].split(separator: "</section>")[0])
        }
        let few = try mentions(10)
        #expect(few.contains("<h3>A</h3>") && !few.contains("<details>"))
        let many = try mentions(11)
        #expect(many.contains("<details><summary>A <span class=\"count\">11 pages</span></summary>"))
        #expect(!many.contains("<h3>"))
        #expect(many.split(separator: "<li>").count - 1 == 11)
    }

    /// Of more than sixty pages the navigation of each shows the twenty-four around it, and leads to all.
    @Test func theNavigationShowsAWindowOfALongFolder() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        for number in 100..<160 { try folder.write("content/short/\(number).md", "# Page \(number)\n") }
        for number in 100..<161 { try folder.write("content/long/\(number).md", "# Page \(number)\n") }
        try folder.milepost("build")
        func shown(_ page: String) throws -> [Int] {
            let html = try folder.text("site/\(page)/index.html")
            let navigation = html.split(separator: "class=\"site-nav\"")[1].split(separator: "</nav>")[0]
            return navigation.matches(of: #/>Page (\d+)</#).compactMap { Int($0.1) }
        }
        #expect(try shown("short/130") == Array(100..<160))
        #expect(try shown("long/130") == Array(118..<142))
        #expect(try shown("long/100") == Array(100..<124))
        #expect(try shown("long/160") == Array(137..<161))
        #expect(try folder.text("site/long/130/index.html").contains("All 61 pages</a>"))
        #expect(try !folder.text("site/short/130/index.html").contains("All 60 pages</a>"))
    }
}
