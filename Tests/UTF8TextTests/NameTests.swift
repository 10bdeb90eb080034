import Testing
import UTF8Text

struct SlugTests {
    @Test(arguments: [
        ("What is a PMO?", "what-is-a-pmo"), ("  RAID -- log  ", "raid-log"), ("Größe_2", "größe-2"), ("日本 語", "日本-語"),
        ("---", ""), ("", ""), ("a\u{301}b", "a\u{301}b"), ("../../etc", "etc"), ("a\u{0}b", "a-b"), ("İ", "i\u{307}"),
    ])
    func makesASlug(_ name: String, _ expected: String) { #expect(slug(name) == expected) }

    @Test(arguments: ["What is a PMO?", "Größe_2", "a--b", "İstanbul", "ﬀ", "x\u{301}\u{302}"])
    func leavesASlugAsItIs(_ name: String) { #expect(slug(slug(name)) == slug(name)) }

    @Test(arguments: [
        ("Risk or issue?", "risk-or-issue"), ("a  b", "a--b"), ("A_b-C", "a_b-c"), ("Größe", "größe"),
        ("1.2 Plan", "12-plan"),
        ("日本語 テスト", "日本語-テスト"), ("a\u{A0}b é", "a-b-é"), ("🍄", ""), ("a\tb", "ab"), ("¾ Ⅳ", "¾-ⅳ"),
    ])
    func formsHeadingIdsAsGitHubDoes(_ text: String, _ expected: String) { #expect(headingID(text) == expected) }

    @Test(arguments: [
        ("01-risk_register", "Risk register"), ("raci", "Raci"), ("élan", "Élan"), ("2024", "2024"), ("", ""),
        ("2026-10-status", "2026-10 status"), ("100-day-plan", "100 day plan"), ("1345-1430_notes", "1345-1430 notes"),
        ("4.1 Charter", "4.1 Charter"), ("-a--b-", "A b"), ("1-intro", "1 intro"), ("3d-printing", "3d printing"),
    ])
    func makesATitleOfAFileName(_ name: String, _ expected: String) { #expect(title(ofFileName: name) == expected) }

    @Test func ordersTitlesAsAReaderWould() {
        let sorted = ["", "Plan", "plan 2", "Plan 02", "Plan 10", "plan b", "Plan9z", "Risk", "risk", "risks"]
        for (index, left) in sorted.enumerated() {
            #expect(!readsBefore(left, left))
            for right in sorted[(index + 1)...] {
                #expect(readsBefore(left, right) != readsBefore(right, left), "\(left), \(right)")
            }
        }
        #expect(["plan 10", "Plan 9", "plan 1"].sorted(by: readsBefore) == ["plan 1", "Plan 9", "plan 10"])
        #expect(["10 end", "9 midst", "002 start"].sorted(by: readsBefore) == ["002 start", "9 midst", "10 end"])
    }
}

struct CalendarDateTests {
    @Test(arguments: ["0001-01-01", "1970-01-01", "2024-02-29", "2000-02-29", "9999-12-31"])
    func readsAndWritesADay(_ text: String) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.iso == text)
        #expect(CalendarDate(daysSince1970: date.daysSince1970) == date)
    }

    @Test(arguments: [
        "", "2024-13-01", "2024-02-30", "2023-02-29", "1900-02-29", "2024-00-01", "2024-01-00", "0000-01-01",
        "2024-1-1", "24-01-01",
        "2024/01/01", "2024-01-01 ", "2024-01-01T00:00", "-024-01-01", "2024--1-01", "٢٠٢٤-01-01", "2024-01-0\u{301}",
    ])
    func refusesWhatIsNoDay(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test func countsDaysWithoutAGap() {
        var previous = CalendarDate(daysSince1970: -800_000)
        #expect(previous.iso == "0001-01-01")
        for count in stride(from: -719_161, through: 2_932_896, by: 1)
        where count % 997 < 2 || (-400...80_000).contains(count) {
            let date = CalendarDate(daysSince1970: count)
            #expect(date.daysSince1970 == count)
            #expect(previous < date)
            previous = date
        }
        #expect(CalendarDate(daysSince1970: .max).iso == "9999-12-31")
        #expect(CalendarDate(daysSince1970: .min).iso == "0001-01-01")
    }

    @Test func addsPeriods() throws {
        let start = try #require(CalendarDate("2024-01-31"))
        #expect(start.adding(.days(30)).iso == "2024-03-01")
        #expect(start.adding(.months(1)).iso == "2024-02-29")
        #expect(start.adding(.months(13)).iso == "2025-02-28")
        #expect(start.adding(.months(11)).iso == "2024-12-31")
        #expect(start.adding(.months(200_000)).iso == "9999-12-31")
    }

    @Test func readsPeriods() {
        #expect(Period("90d") == .days(90))
        #expect(Period("6w") == .days(42))
        #expect(Period("12mo") == .months(12))
        #expect(Period("1y") == .months(12))
        for text in ["", "d", "0d", "-1d", "1.5y", "12", "12m", "12 mo", "99999d", "1yy", "٣d", "½y"] {
            #expect(Period(text) == nil, "\(text)")
        }
    }
}

struct AddressTests {
    @Test(
        arguments: [
            ("a/b/../c", "a/c"), ("./a//b/.", "a/b"), ("", ""), ("a/..", ""), ("..", nil), ("a/../../b", nil),
            ("/a", "a"),
            ("a/..\u{301}/b", "a/..\u{301}/b"), ("a/...", "a/..."),
        ] as [(String, String?)])
    func resolvesDots(_ path: String, _ expected: String?) { #expect(normalizedPath(path) == expected) }

    @Test func takesPathsApart() {
        #expect(folder(of: "a/b/c.md") == "a/b" && folder(of: "c.md") == "")
        #expect(fileName(of: "a/b/c.md") == "c.md" && fileName(of: "c.md") == "c.md")
        #expect(folder(of: "a/\u{301}b") == "a" && fileName(of: "a/\u{301}b") == "\u{301}b")
        #expect(splitExtension(of: "a.b.MD") == ("a.b", "md") && splitExtension(of: ".md") == (".md", ""))
        #expect(splitExtension(of: "a") == ("a", "") && splitExtension(of: "a.") == ("a", ""))
    }

    @Test(arguments: [
        ("index.html", "a/index.html", "a/index.html"), ("a/index.html", "index.html", "../index.html"),
        ("a/b/x", "a/c/y", "../c/y"),
        ("a/x", "a/x", "x"), ("a/b/x", "a/", "../"), ("x", "", "./"), ("a/x", "a/", "./"), ("x", "a b:c", "a%20b%3Ac"),
        ("a/x", "ab/x", "../ab/x"),
        ("x", "é", "%C3%A9"),
    ])
    func writesTheShortestRelativeAddress(_ file: String, _ target: String, _ expected: String) {
        #expect(relativeAddress(from: file, to: target) == expected)
    }

    @Test func percentEncodesAndDecodes() {
        for path in ["a/b", "a b", "100%", "é/日本", "a:b?c#d", "x\u{301}\"<>"] {
            #expect(percentDecoded(percentEncodedPath(path)) == path)
            #expect(
                percentEncodedPath(path).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>:?#'".utf8.contains($0) })
        }
        #expect(
            percentDecoded("%") == "%" && percentDecoded("%4") == "%4" && percentDecoded("%zz") == "%zz"
                && percentDecoded("%+4") == "%+4")
        #expect(percentDecoded("%00") == nil && percentDecoded("%FF") == nil && percentDecoded("%2e%2E") == "..")
        #expect(percentDecoded("%2541") == "%41")
    }

    @Test(
        arguments: [
            ("https://a", "https"), ("MAILTO:a", "mailto"), ("a+b.c-d:e", "a+b.c-d"), ("a/b:c", nil), (":a", nil),
            ("1a:b", nil), ("", nil),
            ("é:a", nil), ("javascript\u{301}:a", nil), ("java script:a", nil), ("#a:b", nil),
        ] as [(String, String?)])
    func readsTheScheme(_ address: String, _ expected: String?) { #expect(scheme(of: address) == expected) }

    @Test func escapesAddressesForAttributes() {
        let escaped = { String(decoding: escapedHref($0), as: UTF8.self) }
        #expect(escaped("a b\"c'd&e<f>\u{301}`\\[") == "a%20b%22c&#x27;d&amp;e%3Cf%3E%CC%81%60%5C%5B")
        #expect(escaped("%20?a=b#c") == "%20?a=b#c")
        #expect(escaped("\u{0}\n\u{7F}") == "%00%0A%7F")
    }
}

struct WireTests {
    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, .max, .min])
    func carriesNumbers(_ number: Int) throws { #expect(try roundTrip(number) == number) }

    @Test func carriesValues() throws {
        #expect(try roundTrip("Größe\u{0}") == "Größe\u{0}")
        #expect(try roundTrip(["a", "", "b"]) == ["a", "", "b"])
        #expect(try roundTrip(String?.none) == nil)
        #expect(try roundTrip(String?.some("")) == "")
        #expect(try roundTrip(true) && !roundTrip(false))
        #expect(try roundTrip(SourcePosition(line: 3, column: 9)) == SourcePosition(line: 3, column: 9))
        let date = CalendarDate(daysSince1970: -5)
        #expect(try roundTrip(date) == date)
        let rule = Rule("a-rule", .note, "Something.")
        let diagnostic = Diagnostic(rule, path: "a.md", at: .start, "m\n", help: "h")
        #expect(try roundTrip(diagnostic) == diagnostic)
    }

    @Test func refusesBytesThatAreCutOff() throws {
        var wire = WireWriter()
        wire.value(["abc", "d"])
        for count in 0..<wire.bytes.count {
            var reader = WireReader(Array(wire.bytes.prefix(count)))
            #expect(throws: WireError.self) { _ = try reader.value([String].self) }
        }
    }

    @Test(
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0x61],
            [0x01], [0x80], [],
        ] as [[UInt8]])
    func refusesBytesFromElsewhere(_ bytes: [UInt8]) {
        var text = WireReader(bytes)
        #expect(throws: WireError.self) { _ = try text.value(String.self) }
        var list = WireReader(bytes)
        #expect(throws: WireError.self) { _ = try list.value([String].self) }
    }

    private func roundTrip<Value: WireCodable>(_ value: Value) throws -> Value {
        var wire = WireWriter()
        wire.value(value)
        var reader = WireReader(wire.bytes)
        let result = try reader.value(Value.self)
        #expect(reader.isAtEnd)
        return result
    }
}
