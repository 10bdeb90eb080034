// What other tools write, in our own spelling; what only they understand, said once per page and kind.

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
                <pre><code class="language-text">!!! note
                </code></pre>
                </div>
                <p>Behind it.</p>

                """)
    }

    @Test func all() throws {
        let page = try ReadPage(
            "1. Step\n\n    !!! note\n        In a list.\n\n2. Step two\n\n   :::note\n   In list two.\n   :::\n")
        print(page.html)
    }
}
