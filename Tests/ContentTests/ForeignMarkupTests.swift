// What other tools write, in our own spelling; what only they understand, said once per page and kind.

import Content
import Testing
import UTF8Text

struct ForeignMarkupTests {
    // MARK: Admonitions

    @Test(arguments: [
        "!!! note \"Heads up\"\n    Two *words*.",
        "!!! note \"Heads up\"\n\tTwo *words*.",
        "!!! note inline end \"Heads up\"\n\n    Two *words*.",
        "!!! Note 'Heads up'\n    Two *words*.",
        ":::note Heads up\nTwo *words*.\n:::",
        "::: note Heads up\n\nTwo *words*.\n\n:::",
        ":::note[Heads up]\nTwo *words*.\n:::",
        "::::{note} Heads up\nTwo *words*.\n::::",
        "::: {.callout-note title=\"Heads up\"}\nTwo *words*.\n:::",
        "{% hint style=\"info\" title=\"Heads up\" %}\nTwo *words*.\n{% endhint %}",
        "```{note} Heads up\nTwo *words*.\n```",
        "> [!NOTE] Heads up\n> Two *words*.",
        "> [!info] Heads up\n> Two *words*.",
    ])
    func becomeAlerts(_ text: String) throws {
        let page = try ReadPage("# T\n\n" + text)
        #expect(
            page.html == """
                <div class="alert alert-note" role="note">
                <p class="alert-title">Heads up</p>
                <p>Two <em>words</em>.</p>
                </div>

                """)
        #expect(page.findings.isEmpty)
    }

    @Test func keepTheirBlocks() throws {
        let page = try ReadPage(
            """
            !!! warning

                One

                - a
                - b

                ```text
                !!! note
                ```

            Behind it.
            """)
        #expect(
            page.html == """
                <div class="alert alert-warning" role="note">
                <p class="alert-title">Warning</p>
                <p>One</p>
                <ul>
                <li>a</li>
                <li>b</li>
                </ul>
                <pre tabindex="0"><code class="language-text">!!! note
                </code></pre>
                </div>
                <p>Behind it.</p>

                """)
    }

    @Test func standInLists() throws {
        let text = "1. Step\n\n    !!! note\n        One.\n\n2. Step\n\n   :::tip\n   Two.\n   :::\n\n3. Last\n"
        let page = try ReadPage(text)
        let note =
            "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Note</p>\n<p>One.</p>\n</div>"
        let tip = "<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Tip</p>\n<p>Two.</p>\n</div>"
        #expect(
            page.html
                == "<ol>\n<li>\n<p>Step</p>\n\(note)\n</li>\n<li>\n<p>Step</p>\n\(tip)\n</li>\n<li>\n<p>Last</p>\n</li>\n</ol>\n"
        )
    }

    @Test(arguments: [
        ("??? tip \"More\"\n    Words.", ""), ("???+ tip \"More\"\n    Words.", " open"),
        ("> [!tip]- More\n> Words.", ""), ("> [!hint]+ More\n> Words.", " open"),
    ])
    func canBeFolded(_ text: String, _ state: String) throws {
        #expect(
            try html(text) == """
                <details class="alert alert-tip"\(state)>
                <summary class="alert-title">More</summary>
                <p>Words.</p>
                </details>

                """)
    }

    @Test func areTextWithoutTheirEnd() throws {
        #expect(try html(":::note\n\nWords.") == "<p>:::note</p>\n<p>Words.</p>\n")
        #expect(try html("!!! Stop now") == "<p>!!! Stop now</p>\n")
        #expect(try html("{% hint %}\n\nWords.").contains("<p>Words.</p>"))
    }

    // MARK: Words

    @Test(arguments: [
        ("==marked== words", "<p><mark>marked</mark> words</p>\n"),
        ("a == b, x==y, `==z==` ==", "<p>a == b, x==y, <code>==z==</code> ==</p>\n"),
        ("One %%hidden%% two, 5%% of 6%%.", "<p>One  two, 5%% of 6%%.</p>\n"),
        ("%%\nhidden\n\nhidden\n%%\n\nSeen", "<p>Seen</p>\n"),
        ("{/* hidden\n\n hidden */}\n\nSeen", "<p>Seen</p>\n"),
        ("[TOC]\n\nSeen", "<p>Seen</p>\n"), ("[[_TOC_]]\n\nSeen", "<p>Seen</p>\n"),
        ("- TOC\n{:toc}\n\nSeen", "<p>Seen</p>\n"),
        ("Seen :tada: :+1: `:tada:` 10:30:45 :nonsense:", "<p>Seen 🎉 👍 <code>:tada:</code> 10:30:45 :nonsense:</p>\n"),
        ("Words\n{: .lead }\n\nMore", "<p>Words</p>\n<p>More</p>\n"),
        ("[b](x.md){ .md-button } {plain}", "<p><a href=\"x.md\">b</a> {plain}</p>\n"),
        ("{% raw %}{{ shown }}{% endraw %}", "<p>{{ shown }}</p>\n"),
        ("[x]({{ '/a/' | url }}) [y]({{ site.baseurl }}/b/)", "<p><a href=\"/a/\">x</a> <a href=\"/b/\">y</a></p>\n"),
        ("Seen ^block-1", "<p>Seen <a id=\"block-1\"></a></p>\n"), ("mc ^2", "<p>mc ^2</p>\n"),
    ])
    func becomeOurs(_ text: String, _ expected: String) throws {
        let page = try ReadPage(text)
        #expect(page.html == expected)
        #expect(page.findings.filter { !$0.hasPrefix("link-text") }.isEmpty)
    }

    @Test func ofDefinitionListsAreListsOfTerms() throws {
        let expected = """
            <dl>
            <dt>Risk</dt>
            <dd>What may happen</dd>
            <dd>or not</dd>
            <dt>Issue</dt>
            <dd>What <em>did</em></dd>
            </dl>
            <p>Behind: it.</p>

            """
        #expect(try html("Risk\n: What may happen\n: or not\n\nIssue\n:   What *did*\n\nBehind: it.") == expected)
        #expect(try html("Risk\n\n: What may happen\n\n: or not\n\nIssue\n\n: What *did*\n\nBehind: it.") == expected)
    }

    @Test func ofHeadingsKeepTheIDsOfOtherTools() throws {
        let page = try ReadPage(
            "## :rocket: Launch\n\n## Own { #own .cls }\n\n## Next\n{: #mine }\n\n## Plain {.cls}\n")
        #expect(page.markdown.outline.map(\.id) == ["rocket-launch", "own", "mine", "plain"])
        #expect(page.markdown.outline.map(\.text) == ["🚀 Launch", "Own", "Next", "Plain"])
    }

    // MARK: What stays

    @Test(arguments: [
        (
            "{{< figure src=\"a.png\" >}} {{% x %}}b{{% /x %}}\n\n{{< y >}}", 1,
            "3 Hugo shortcodes are shown as they stand"
        ),
        ("{% include note.html %}", 1, "1 template tag '{% … %}' is shown as it stands"),
        ("Total: {{ total }} {{ page.x }}", 8, "2 template expressions '{{ … }}' are shown as they stand"),
        ("{{#include a.md}}\n\n--8<-- \"b.md\"", 1, "2 inclusions of other files are shown as they stand"),
        ("$$\nx\n$$", 1, "1 formula '$$ … $$' is shown as it stands"),
        ("*[PMO]: Project office", 1, "1 definition of an abbreviation is shown as it stands"),
        ("import X from '@x';", 1, "1 line of JavaScript (import, export) is left out"),
        (":::grid\n\nWords\n\n:::", 1, "1 container ':::' of an unknown kind is shown as it stands"),
    ])
    func isSaidOncePerPageAndKind(_ text: String, _ column: Int, _ message: String) throws {
        let page = try ReadPage("Words first.\n\n" + text)
        let found = page.diagnostics.filter { $0.rule == "foreign-syntax" }
        #expect(found.map(\.message) == [message])
        #expect(found.map(\.position) == [SourcePosition(line: 3, column: column)])
    }

    @Test func embedsImagesByName() throws {
        let page = try ReadPage("a ![[img/gate-two.png|The second gate|300x200]] ![[x.SVG|40]] \\![[y]]")
        #expect(
            page.html
                == "<p>a <img src=\"img/gate-two.png\" alt=\"The second gate\"> <img src=\"x.SVG\" alt=\"X\"> !<a href=\"y\">y</a></p>\n"
        )
        #expect(page.markdown.references.map(\.kind) == [.wiki, .wiki, .wiki])
        #expect(page.markdown.references.map(\.size.width) == [300, 40, nil])
        #expect(page.findings == ["image-alternative 1:50"])
    }

    @Test func linksToPagesThatWouldBeEmbedded() throws {
        let page = try ReadPage("![[Risk]]\n\n![[Risk#Scales|the scales]]")
        #expect(page.html == "<p><a href=\"Risk\">Risk</a></p>\n<p><a href=\"Risk%23Scales\">the scales</a></p>\n")
        #expect(page.findings == ["foreign-syntax 1:2"])
        #expect(page.diagnostics.first?.message == "2 other pages are not shown within this one; links lead to them")
    }

    @Test func isNoneInCode() throws {
        let page = try ReadPage("```\n{{< a >}}\n!!! note\n```\n\n    {{ b }}\n\n`{% c %}` <!-- {{ d }} -->\n")
        #expect(page.findings.isEmpty)
        #expect(page.html.contains("{{&lt; a &gt;}}\n!!! note"))
    }

    @Test func keepsPlacesInTheFile() throws {
        let page = try ReadPage("!!! note\n    Words and [x](a.md).\n\n==m== [y](b.md)\n\n> [!tip]- T\n> [z](c.md)\n")
        #expect(page.places == ["a.md 2:19", "b.md 4:11", "c.md 7:7"])
    }
}
