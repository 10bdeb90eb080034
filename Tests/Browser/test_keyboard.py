"""A reader with a keyboard gets everywhere and always sees where they are."""

import pytest
from site_pages import EVERY_KIND

WITH_SKIP_LINK = [entry for entry in EVERY_KIND if entry[0] != "not-found"]  # that page has next to nothing to skip
WALKED = ["home", "question", "topic-with-parts", "template", "plan", "map", "not-found", "features", "sources"]
WALKS = [e for e in EVERY_KIND if e[0] in WALKED]

# What has the focus, whether a ring is drawn around it, and whether any part of it can be seen. A link of two lines has
# two boxes.
FOCUS = """() => {
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return null
  const style = getComputedStyle(element)
  let seen = false
  for (const box of element.getClientRects()) {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth)
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight)
    if (right <= left || bottom <= top) continue
    for (const x of [.5, .1, .9]) for (const y of [.5, .1, .9]) {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
      if (hit && element.contains(hit)) seen = true
    }
  }
  const box = element.getBoundingClientRect()
  return {
    name: (element.getAttribute('aria-label') || element.textContent || '').trim().slice(0, 60),
    tag: element.tagName.toLowerCase() + '.' + element.className,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen, box: [box.left, box.top, box.right, box.bottom].map(Math.round),
  }
}"""

COUNT_STOPS = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
  .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  .length"""


@pytest.mark.parametrize("kind, name, address", WITH_SKIP_LINK, ids=[k for k, _, _ in WITH_SKIP_LINK])
def test_the_skip_link_comes_first_and_leads_to_the_text(kind, name, address, sites, open_page):
    page = open_page(sites[name].url(address))
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert "skip" in link.inner_text().lower()
    box = link.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0, "the skip link is outside of the window when it has the focus"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "!document.activeElement || document.activeElement === document.body"
        " || !!document.activeElement.closest('main, footer')"
    ), "the next stop after the skip link is not in the text"


@pytest.mark.parametrize("width", [1280, 900, 320])
@pytest.mark.parametrize("kind, name, address", WALKS, ids=[k for k, _, _ in WALKS])
def test_tabbing_shows_every_stop(kind, name, address, width, sites, open_page):
    page = open_page(sites[name].url(address), width=width)
    expected = page.evaluate(COUNT_STOPS)
    faults, stops = [], 0
    while stops <= expected + 5:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops += 1
        if not focus["ring"]:
            faults.append(f"no ring around {focus['tag']} {focus['name']!r}")
        if not focus["seen"]:
            faults.append(f"hidden: {focus}")
    assert not faults, "\n".join(faults)
    assert stops >= expected, f"{expected} things to stop at, but {stops} stops"


@pytest.mark.parametrize("width", [1280, 320])
def test_tabbing_backwards_shows_every_stop(width, features, open_page):
    page = open_page(features.url("every-feature/index.html"), width=width)
    page.keyboard.press("Shift+Tab")
    faults = []
    for _ in range(300):
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        if not focus["ring"] or not focus["seen"]:
            faults.append(str(focus))
        page.keyboard.press("Shift+Tab")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320, 900])
def test_the_menu_opens_and_closes_by_keyboard(width, handbook, open_page):
    page = open_page(handbook.url("questions/risk-or-issue/index.html"), width=width)
    menu = page.locator(".menu")
    menu.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.menu-panel')"), "the menu is not the next stop"
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.matches('.menu > summary')"), "the focus is lost when the menu closes"


def test_a_link_to_a_heading_does_not_hide_it_under_the_header(features, open_page):
    for width in (1280, 320):
        page = open_page(features.url("every-feature/index.html") + "#tables", width=width)
        covered = page.evaluate(
            """() => {
              const box = document.getElementById('tables').getBoundingClientRect()
              const hit = document.elementFromPoint(box.left + 5, box.top + box.height / 2)
              return !hit || !hit.closest('h2')
            }"""
        )
        assert not covered, f"the heading is hidden at {width} px"
