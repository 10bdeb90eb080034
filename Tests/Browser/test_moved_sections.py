"""Who knows a heading by an old address comes to it: another id, another page, an old page, with and without scripts."""

import pytest

BASES = ["root", "sub-path", "file"]
TOPIC = "topics/full-topic/index.html"
SUCCESSOR = "topics/successor/index.html"
OLD_PAGE = "topics/old-topic/index.html"

TOP = "id => document.getElementById(id).getBoundingClientRect().top"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("old", ["the-2nd-section", "zweiter.Teil"])
def test_an_old_id_on_the_same_page_shows_the_heading(old, scripts, features, open_page):
    page = open_page(features.url(TOPIC) + "#" + old, height=400, java_script_enabled=scripts)
    assert abs(page.evaluate(TOP, old) - page.evaluate(TOP, "the-second-section")) < 12
    assert 0 <= page.evaluate(TOP, "the-second-section") < 200
    mark = page.locator("#the-second-section").evaluate("heading => getComputedStyle(heading).boxShadow")
    assert mark != "none", "the heading is marked as the one that was asked for"


def test_old_ids_take_no_place(features, open_page):
    page = open_page(features.url(TOPIC))
    space = """() => {
      const heading = document.getElementById('the-second-section')
      const before = heading.getBoundingClientRect()
      heading.querySelectorAll('span[id]').forEach(span => span.remove())
      const after = heading.getBoundingClientRect()
      return [after.top - before.top, after.height - before.height, after.width - before.width]
    }"""
    assert page.evaluate(space) == [0, 0, 0]


def test_a_section_on_another_page_is_named_where_it_was(features, open_page):
    page = open_page(features.url(TOPIC) + "#what-replaced-it", height=400, java_script_enabled=False)
    entry = page.locator("#what-replaced-it")
    assert entry.is_visible() and 0 <= page.evaluate(TOP, "what-replaced-it") < 400
    assert not page.locator("#all-of-it").is_visible(), "only the entry that was asked for shows"
    entry.get_by_role("link", name="What it takes over").click()
    page.wait_for_url(features.url(SUCCESSOR) + "#what-it-takes-over")


def test_nothing_of_it_shows_to_others(features, open_page):
    for fragment in ("", "#the-second-section", "#no-such-id"):
        page = open_page(features.url(TOPIC) + fragment)
        assert not page.locator(".moved").is_visible()


@pytest.mark.parametrize("base", BASES)
def test_scripts_go_on_to_the_section_at_once(base, features, open_page):
    new = features.url(SUCCESSOR, base) + "#what-it-takes-over"
    page = open_page(features.url(TOPIC, base) + "#what-replaced-it")
    page.wait_for_url(new)
    assert 0 <= page.evaluate(TOP, "what-it-takes-over") < 200
    # On a page that is open already, too, and the way back leads past the entry.
    page.goto(features.url(TOPIC, base))
    page.evaluate("() => { location.hash = 'all-of-it' }")
    page.wait_for_url(features.url(SUCCESSOR, base))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "fragment, new",
    [
        ("", TOPIC),
        ("#its-successor", SUCCESSOR + "#what-it-takes-over"),
        ("#the-second-section", TOPIC + "#the-second-section"),
        ("#the-2nd-section", TOPIC + "#the-2nd-section"),
        ("#what-replaced-it", SUCCESSOR + "#what-it-takes-over"),
        ("#100%", TOPIC + "#100%"),
    ],
)
def test_an_old_page_leads_on_with_the_heading_that_was_asked_for(base, fragment, new, features, open_page):
    address, _, id = new.partition("#")
    page = open_page(features.url(OLD_PAGE, base) + fragment)
    page.wait_for_url(features.url(address, base) + (f"#{id}" if id else ""))


def test_an_old_page_leads_on_without_scripts(features, open_page):
    page = open_page(features.url(OLD_PAGE) + "#its-successor", java_script_enabled=False)
    page.wait_for_url(features.url(TOPIC))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("fragment", ["", "#anything"])
def test_a_page_that_became_a_section_leads_to_it(fragment, scripts, features, open_page):
    page = open_page(features.url("topics/took-over/index.html") + fragment, java_script_enabled=scripts)
    page.wait_for_url(features.url(SUCCESSOR) + "#what-it-takes-over")
    assert 0 <= page.evaluate(TOP, "what-it-takes-over") < 200


def test_an_old_page_is_no_step_on_the_way_back(features, open_page):
    page = open_page(features.url("index.html"))
    page.goto(features.url(OLD_PAGE))
    page.wait_for_url(features.url(TOPIC))
    page.go_back()
    page.wait_for_url(features.url("index.html"))


def test_an_old_page_names_its_new_address_for_search_engines(features):
    page = features.page(OLD_PAGE)
    canonical = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
    assert canonical == ["../full-topic/index.html"]
    assert page.is_redirect
