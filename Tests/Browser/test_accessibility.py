"""Every kind of page passes axe in both schemes and at both widths, also where the reader has chosen the colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from site_pages import EVERY_KIND

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [kind for kind, _, _ in EVERY_KIND]


def violations_of(page) -> str:
    """What axe finds, with the first places of each fault; empty when it finds nothing."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    lines = []
    for violation in found:
        nodes = violation["nodes"]
        lines.append(f"{violation['id']} ({violation['impact']}), {len(nodes)} times: {violation['help']}")
        for node in nodes[:3]:
            why = " ".join(node["failureSummary"].split())
            lines.append(f"    {' '.join(node['html'].split())[:160]}\n        {why[:300]}")
    return "\n".join(lines)


@pytest.mark.parametrize("kind, name, address", EVERY_KIND, ids=KINDS)
def test_axe_finds_nothing(kind, name, address, sites, open_page):
    page = open_page(sites[name].url(address))
    faults = []
    for width, scheme in [(1280, "light"), (1280, "dark"), (320, "dark"), (320, "light")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if width == 320:
            # What folds in the text is looked at open; the menu would lie over it and has its own test.
            page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true })")
        if found := violations_of(page):
            faults.append(f"--- {width} px, {scheme}\n{found}")
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_nothing_when_the_menu_is_open(width, handbook, open_page):
    page = open_page(handbook.url("topics/index.html"), width=width)
    page.locator(".menu > summary").click()
    assert not (faults := violations_of(page)), "\n" + faults


@pytest.mark.parametrize(
    "wish", [{"forced_colors": "active"}, {"contrast": "more"}, {"contrast": "more", "color_scheme": "dark"}], ids=str
)
@pytest.mark.parametrize(
    "name, address", [("handbook", "topics/risk-management/index.html"), ("features", "every-feature/index.html")]
)
def test_axe_finds_nothing_in_the_colours_of_the_reader(wish, name, address, sites, open_page):
    page = open_page(sites[name].url(address), **wish)
    assert not (faults := violations_of(page)), "\n" + faults
