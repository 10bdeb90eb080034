"""A term link tells its definition to mouse, touch, keyboard and screen reader, and to readers without scripts."""

import subprocess

import pytest
from test_accessibility import violations_of
from test_print import squeezed
from test_reflow import TWICE_THE_SIZE

TOPIC = "topics/risk-management/index.html"
PAGES = [
    ("handbook", TOPIC),
    ("handbook", "topics/pmo/index.html"),
    ("handbook", "roles/project-manager/index.html"),
    ("features", "terms/index.html"),
]
CARD = ".definition-card"
SHOWN = CARD + ":not([hidden])"


def listed(page) -> dict[str, str]:
    """The terms of the page's own list by their definitions."""
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('details.terms dt')]"
        ".map(dt => [dt.nextElementSibling.textContent, dt.textContent]))"
    )


def definition_of(page, link) -> str:
    """What the link refers to as its description."""
    return page.locator("#" + link.get_attribute("aria-describedby").replace(":", "\\:")).text_content()


def box_of(page, selector: str) -> dict:
    return page.locator(selector).bounding_box()


def says_the_definition(page, link):
    definition = definition_of(page, link)
    assert page.locator(".definition-text").inner_text() == definition
    assert page.locator(".definition-name").inner_text() == listed(page)[definition]


# MARK: Mouse


def test_pointing_at_a_term_shows_what_it_means(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    link = page.locator("a.term").first
    link.hover()
    page.locator(SHOWN).wait_for()
    says_the_definition(page, link)
    assert page.locator(SHOWN).locator("a, button").locator("visible=true").count() == 0
    page.mouse.move(5, 5)
    page.locator(SHOWN).wait_for(state="detached")


def test_passing_over_a_term_shows_nothing(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    page.locator("a.term").first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.locator(SHOWN).count() == 0


def test_the_definition_stays_while_the_pointer_is_on_it(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    page.locator("a.term").first.hover()
    page.locator(SHOWN).wait_for()
    card = box_of(page, CARD)
    page.mouse.move(card["x"] + 20, card["y"] + card["height"] / 2, steps=4)
    page.wait_for_timeout(800)
    assert page.locator(SHOWN).count() == 1
    page.mouse.move(5, 5)
    page.locator(SHOWN).wait_for(state="detached")


def test_escape_hides_it_under_the_pointer(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    page.locator("a.term").first.hover()
    page.locator(SHOWN).wait_for()
    page.keyboard.press("Escape")
    page.wait_for_timeout(600)
    assert page.locator(SHOWN).count() == 0


def test_a_click_follows_the_link_at_once(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    link = page.locator("a.term").first
    target = link.evaluate("link => link.href")
    link.hover()
    page.locator(SHOWN).wait_for()
    link.click()
    page.wait_for_url(target)
    page.go_back()
    assert page.locator(SHOWN).count() == 0


# MARK: Keyboard and screen reader


def test_the_keyboard_shows_and_hides_it(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    link = page.locator("a.term").first
    while not link.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    page.locator(SHOWN).wait_for()
    says_the_definition(page, link)
    card, line = box_of(page, CARD), link.evaluate("link => link.getClientRects()[0].toJSON()")
    assert card["y"] >= line["bottom"] or card["y"] + card["height"] <= line["top"], "the card lies over its link"

    page.keyboard.press("Escape")
    assert page.locator(SHOWN).count() == 0
    assert link.evaluate("link => link === document.activeElement"), "Escape moves the focus"

    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.locator(SHOWN).wait_for()
    page.keyboard.press("Tab")
    assert link.evaluate("link => link !== document.activeElement")
    assert page.locator(SHOWN).count() == 0 or page.locator(":focus").get_attribute("class") == "term"

    page.keyboard.press("Shift+Tab")
    target = link.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_a_pointer_that_passes_by_leaves_the_definition_of_the_keyboard(handbook, open_page):
    page = open_page(handbook.url(TOPIC))
    page.keyboard.press("Tab")
    link = page.locator("a.term").first
    link.focus()
    page.locator(SHOWN).wait_for()
    link.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.locator(SHOWN).count() == 1


@pytest.mark.parametrize("name, address", PAGES)
def test_a_screen_reader_hears_each_definition_once(name, address, sites, open_page):
    page = open_page(sites[name].url(address))
    assert page.locator("a.term").count() > 2
    assert page.locator("a.term[title]").count() == 0, "a title would be said as well"
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    described = [n["description"]["value"] for n in nodes if n.get("description", {}).get("value")]
    for link in page.locator("a.term").all():
        definition = definition_of(page, link)
        assert definition in listed(page)
        assert described.count(definition) >= 1, link.inner_text()


# MARK: Touch


def tapped(open_page, url, **options):
    page = open_page(url, has_touch=True, **{"width": 390, **options})
    link = page.locator("a.term").first
    link.tap()
    page.locator(SHOWN).wait_for()
    return page, link


def test_the_first_tap_shows_and_the_second_follows(handbook, open_page):
    page, link = tapped(open_page, handbook.url(TOPIC))
    says_the_definition(page, link)
    assert page.url.endswith(TOPIC)
    target = link.evaluate("link => link.href")
    link.tap()
    page.wait_for_url(target)


def test_the_card_of_a_tap_leads_to_the_page_and_closes(handbook, open_page):
    page, link = tapped(open_page, handbook.url(TOPIC))
    card = page.get_by_role("dialog")
    assert card.evaluate("card => card === document.activeElement"), "a screen reader stays behind"
    for control in (card.get_by_role("link"), card.get_by_role("button")):
        assert min(control.bounding_box()["width"], control.bounding_box()["height"]) >= 32
    card.get_by_role("button", name="Close").tap()
    assert page.locator(SHOWN).count() == 0
    assert link.evaluate("link => link === document.activeElement"), "the focus is lost when the card closes"

    link.tap()
    target = link.evaluate("link => link.href")
    card.get_by_role("link", name="Read about " + page.locator(".definition-name").inner_text()).tap()
    page.wait_for_url(target)


def test_a_tap_elsewhere_hides_it(handbook, open_page):
    page, _ = tapped(open_page, handbook.url(TOPIC))
    page.evaluate("window.scrollTo(0, 0)")
    page.locator("h1").tap()
    assert page.locator(SHOWN).count() == 0


def test_a_tap_on_another_term_shows_that_one(handbook, open_page):
    page, first = tapped(open_page, handbook.url(TOPIC))
    second = page.locator("a.term").last
    second.tap()
    page.locator(SHOWN).wait_for()
    says_the_definition(page, second)
    assert page.url.endswith(TOPIC)


# MARK: Every screen


@pytest.mark.parametrize("name, address", PAGES)
@pytest.mark.parametrize("wish", ["", TWICE_THE_SIZE], ids=["as it is", "letters of twice the size"])
def test_it_is_never_outside_of_a_small_screen(wish, name, address, sites, open_page):
    page = open_page(sites[name].url(address), width=320, height=480, has_touch=True, bypass_csp=True)
    if wish:
        page.add_style_tag(content=wish)
    width = page.evaluate("document.scrollingElement.scrollWidth")
    for link in page.locator("main a.term").locator("visible=true").all():
        link.tap()
        card = box_of(page, SHOWN)
        word = link.evaluate("link => link.textContent")
        assert card["x"] >= 0 and card["x"] + card["width"] <= 320, f"{word}: {card}"
        assert page.evaluate("document.scrollingElement.scrollWidth") == width, word
        seen = page.evaluate(
            """selector => { const box = document.querySelector(selector).getBoundingClientRect()
            return {top: box.top + scrollY, bottom: box.bottom + scrollY, height: document.scrollingElement.scrollHeight} }""",
            CARD,
        )
        assert seen["top"] >= 0 and seen["bottom"] <= seen["height"], f"{word}: {seen}"
        page.keyboard.press("Escape")


def test_it_goes_when_its_link_scrolls_away_in_a_frame(handbook, open_page):
    page = open_page(handbook.url("topics/pmo/index.html"), width=320)
    link = page.locator(".table-scroll a.term").first
    link.hover()
    page.locator(SHOWN).wait_for()
    page.locator(".table-scroll").first.evaluate("frame => { frame.scrollLeft = 40 }")
    page.locator(SHOWN).wait_for(state="detached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["mouse", "touch"])
def test_axe_finds_nothing_with_a_definition_open(way, scheme, handbook, open_page):
    page = open_page(handbook.url(TOPIC), width=390, color_scheme=scheme, has_touch=way == "touch")
    link = page.locator("a.term").first
    link.tap() if way == "touch" else link.hover()
    page.locator(SHOWN).wait_for()
    assert not (faults := violations_of(page)), "\n" + faults


def test_it_breaks_no_rule_and_says_nothing_to_the_console(handbook, contexts):
    page = contexts(has_touch=True, width=390).new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.error(e.effectiveDirective))"
    )
    page.goto(handbook.url(TOPIC))
    for link in page.locator("a.term").all():
        link.tap()
        page.locator(SHOWN).wait_for()
    page.set_viewport_size({"width": 500, "height": 600})
    page.keyboard.press("Escape")
    page.close()
    assert not said


def test_pages_without_terms_load_no_script_for_them(handbook):
    for site_page in handbook.reader_pages:
        has_terms = any(a.get("class") == "term" for a in site_page.all("a"))
        has_script = any("terms." in (s.get("src") or "") for s in site_page.all("script"))
        assert has_script == has_terms, site_page.address


# MARK: Without scripts, on paper


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_every_definition_stands_in_a_list_of_its_page(name, sites):
    seen = 0
    for site_page in sites[name].reader_pages:
        definitions = {"".join(dd.itertext()) for dd in site_page.all("dd")}
        for link in site_page.all("a"):
            if link.get("class") == "term" and link.get("title"):
                seen += 1
                assert link.get("title") in definitions, f"{site_page.address}: {link.get('title')}"
    assert seen > 0


def test_without_scripts_the_link_leads_on_and_the_list_opens(handbook, open_page):
    page = open_page(handbook.url(TOPIC), java_script_enabled=False)
    link = page.locator("a.term").first
    definition = link.get_attribute("title")
    terms = page.locator("details.terms")
    assert not terms.get_by_text(definition).is_visible()
    terms.locator("summary").click()
    assert terms.get_by_text(definition).is_visible()
    href = link.get_attribute("href")
    link.click()
    page.wait_for_url("**/" + href.replace("../", ""))


def test_paper_has_the_terms_and_no_card_and_no_backlinks(handbook, open_page, tmp_path):
    page = open_page(handbook.url(TOPIC))
    page.locator("a.term").first.hover()
    page.locator(SHOWN).wait_for()
    sentence = page.locator(".mention").first.text_content()
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf)
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    for definition in listed(page):
        assert squeezed(printed).count(squeezed(definition)) == 1, definition
    assert squeezed(sentence) not in squeezed(printed)
    assert "Mentioned in" not in printed
    page.emulate_media(media="print")
    assert page.locator("a.term").first.evaluate("link => getComputedStyle(link).textDecorationLine") == "none"


# MARK: What refers to a page


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_many_mentions_are_folded_and_few_are_not(name, sites):
    many, few = 0, 0
    for site_page in sites[name].reader_pages:
        for section in site_page.all("section"):
            if section.get("class") != "mentions":
                continue
            tags = [e.tag.partition("}")[2] for e in section.iter()]
            count = tags.count("li")
            many, few = many + (count > 10), few + (count <= 10)
            assert (tags.count("details") > 0) == (count > 10), f"{site_page.address}: {count} mentions"
            assert (tags.count("h3") > 0) == (count <= 10), site_page.address
    assert few > 0
    assert many > 0 or name == "features"


def test_the_longest_page_of_mentions_shouts_at_nobody(handbook, open_page):
    page = open_page(handbook.url("topics/pmo/index.html"))
    assert box_of(page, ".mentions")["height"] < 400
    fold = page.locator(".mentions details").first
    fold.locator("summary").click()
    assert fold.locator(".mention b").first.is_visible()


def test_links_of_one_list_that_share_a_title_are_told_apart(handbook):
    for site_page in handbook.reader_pages:
        for relation in site_page.all("div"):
            if relation.get("class") != "relation":
                continue
            items = ["".join(li.itertext()).strip() for li in relation.iter() if li.tag.endswith("}li")]
            assert len(items) == len(set(items)), f"{site_page.address}: {items}"
