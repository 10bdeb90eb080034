"""With JavaScript off a reader loses nothing but the theme switch and the Copy buttons."""

import pytest
from site_pages import EVERY_KIND

QUESTION = "questions/risk-or-issue/index.html"

# The text that a reader can see in the main part once all that folds is open, without the buttons and filters that
# scripts add. The heads of tables that can be sorted are buttons with the words that stood there.
SEEN_TEXT = """() => {
  document.querySelectorAll('details').forEach(fold => { fold.open = true })
  document.querySelectorAll('main th > button').forEach(button => button.replaceWith(button.textContent))
  document.querySelectorAll('main button, .plan-filter').forEach(button => button.remove())
  return document.querySelector('main').innerText.split(/\\s+/).join(' ').trim()
}"""


# The page of search is the one that scripts fill, see test_search.py.
READABLE = [each for each in EVERY_KIND if each[0] != "search"]


@pytest.mark.parametrize("kind, name, address", READABLE, ids=[k for k, _, _ in READABLE])
def test_the_text_is_the_same(kind, name, address, sites, open_page):
    url = sites[name].url(address)
    without, with_scripts = open_page(url, java_script_enabled=False), open_page(url)
    for width in (1280, 390):
        texts = []
        for page in (without, with_scripts):
            page.set_viewport_size({"width": width, "height": 800})
            texts.append(page.evaluate(SEEN_TEXT))
        assert texts[0] == texts[1], f"at {width} px"
        assert len(texts[0]) > 40


def test_a_wide_window_shows_navigation_and_contents_at_once(handbook, open_page):
    page = open_page(handbook.url(QUESTION), java_script_enabled=False)
    navigation = page.get_by_role("navigation", name="Handbook")
    assert navigation.get_by_role("link", name="Glossary").is_visible()
    assert navigation.locator("[aria-current=page]").is_visible()
    contents = page.get_by_role("navigation", name="On this page")
    assert contents.get_by_role("link").first.is_visible()


@pytest.mark.parametrize("width", [390, 900])
def test_the_menu_opens_and_its_links_work(width, handbook, open_page):
    page = open_page(handbook.url(QUESTION), width=width, java_script_enabled=False)
    link = page.locator(".menu-panel").get_by_role("link", name="Glossary")
    assert not link.is_visible()
    page.locator(".menu > summary").click()
    link.click()
    page.wait_for_url("**/glossary/index.html")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_lead_to_their_headings(width, handbook, open_page):
    page = open_page(handbook.url(QUESTION), width=width, java_script_enabled=False)
    contents = page.get_by_role("navigation", name="On this page")
    if not contents.get_by_role("link").first.is_visible():
        contents.locator("summary").click()
    link = contents.get_by_role("link").last
    target = link.get_attribute("href")
    link.click()
    page.wait_for_url("**" + target)
    place = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", target[1:])
    assert 0 <= place < 800, f"the heading is at {place} px"


def test_what_folds_opens(features, open_page):
    page = open_page(features.url("every-feature/index.html"), java_script_enabled=False)
    fold = page.locator(".prose details").first
    assert not fold.get_by_text("Text that can be").is_visible()
    fold.locator("summary").click()
    assert fold.get_by_text("Text that can be").is_visible()


def test_no_empty_slot_of_a_script_stands_on_the_page(handbook, open_page):
    page = open_page(handbook.url(QUESTION), java_script_enabled=False)
    assert page.locator("button").count() == 0, "a button without a script does nothing"
    slot = page.locator(".theme-slot")
    assert slot.count() == 0 or slot.bounding_box()["width"] < 1, "space is kept for a switch that cannot come"
