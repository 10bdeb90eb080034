"""Rules that an author adds outside of the layers of the style: they win, but not over high contrast and paper."""

import pytest

# As if it stood at the end of the style. The policy of a page lets no other page add it.
ADDED = """
:root { --ink: rgb(1 2 3); --paper: rgb(4 5 6); --accent: rgb(7 8 9); }
a { text-decoration-line: overline; }
.breadcrumbs { display: flex; }
"""
ADD = """text => {
  const style = new CSSStyleSheet()
  style.replaceSync(text)
  document.adoptedStyleSheets.push(style)
}"""
COLOURS = """() => {
  const body = getComputedStyle(document.body)
  return [body.color, body.backgroundColor]
}"""


@pytest.fixture
def styled(open_page, features):
    def styled(**options):
        page = open_page(features.http_root + "every-feature/", **options)
        page.evaluate(ADD, ADDED)
        return page

    return styled


def computed(page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_added_rules_win_whatever_their_selector(styled, scheme):
    page = styled(color_scheme=scheme)
    assert page.evaluate(COLOURS) == ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]
    # The built-in rule for these links has two classes more.
    assert computed(page, ".main .breadcrumbs a", "textDecorationLine") == "overline"
    assert computed(page, ".breadcrumbs", "display") == "flex"


def test_high_contrast_keeps_its_colours(styled):
    assert styled(contrast="more").evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert styled(contrast="more", color_scheme="dark").evaluate(COLOURS) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_keeps_its_colours_and_what_it_leaves_out(styled, scheme):
    page = styled(color_scheme=scheme)
    page.emulate_media(media="print")
    assert page.evaluate(COLOURS) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert computed(page, ".breadcrumbs", "display") == "none"
