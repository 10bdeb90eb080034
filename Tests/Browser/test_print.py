"""On paper a page has its title and its whole text, and nothing that only a screen can use."""

import re
import subprocess
import unicodedata

import pytest
from site_pages import EVERY_KIND

FOR_SCREENS = ["Skip to the text", "Search the handbook", "On this page", "Menu", "Theme: auto", "Copy template", "Next page"]

# The runs of text of the main part that belong on paper, without those of other alphabets, for which a machine may have
# no letters. Paper puts the address of a link behind it, so a paragraph is compared run by run, and code line by line.
SAID = """() => {
  const onScreensAlone =
    'nav, .skip-link, .home-search, .search-slot, .search-form, .search-fallback, .search-slash, .sheet-bar, .cited-by, ' +
    '.map-all, .mentions, .moved, main [lang], .is-empty, ' +
    ':not(th) > button, .plan-filter, svg > title, svg > desc, a > title, .load-numbers'
  const runs = []
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    const strip = parent.closest('.strip')
    if (parent.closest(onScreensAlone) || strip && !strip.querySelector('a')) continue
    runs.push(...(parent.closest('pre') ? walker.currentNode.data.split('\\n') : [walker.currentNode.data]))
  }
  return {
    title: document.querySelector('h1').textContent,
    runs: runs.filter(run => run.trim()),
    navigation: [...document.querySelectorAll('.site-nav a')].map(a => a.textContent),
    main: document.querySelector('main').textContent,
  }
}"""
LATIN = re.compile(r"^[\x00-\u024f\u2000-\u2bff]*$")


def squeezed(text: str) -> str:
    """Letters and digits alone: lines, ligatures, bullets and marks of direction are up to the printer."""
    return re.sub(r"[^\w]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("kind, name, address", EVERY_KIND, ids=[k for k, _, _ in EVERY_KIND])
def test_paper_has_the_text_and_not_the_navigation(kind, name, address, sites, open_page, tmp_path):
    page = open_page(sites[name].url(address), color_scheme="dark")
    said = page.evaluate(SAID)
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    paper = squeezed(printed)

    assert squeezed(said["title"]) in paper, printed[:300]
    lost = [run for run in said["runs"] if LATIN.match(run) and squeezed(run) not in paper]
    assert not lost, f"{len(lost)} of {len(said['runs'])} are not on paper:\n" + "\n".join(t[:150] for t in lost[:15])
    lines = {line.strip() for line in printed.splitlines()}
    assert not [words for words in FOR_SCREENS if words in lines and words not in said["main"]]
    main = squeezed(said["main"])
    shown = [t for t in said["navigation"] if len(t) > 12 and squeezed(t) not in main and squeezed(t) in paper]
    assert not shown, f"the navigation is printed: {shown}"


def test_paper_is_white_and_ink_is_black_whatever_the_screen(handbook, open_page):
    page = open_page(handbook.url("questions/risk-or-issue/index.html"), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_addresses_of_other_sites_stand_on_paper(features, open_page, tmp_path):
    page = open_page(features.url("every-feature/index.html"))
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf)
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert squeezed("https://example.org/path?query=1&other=2#part") in squeezed(printed)


def test_words_of_a_table_are_whole_on_paper_where_they_fit(handbook, open_page, tmp_path):
    page = open_page(handbook.url("authoring/front-matter/index.html"))
    cells = page.evaluate("[...document.querySelectorAll('main td, main th')].map(cell => cell.innerText).join(' ')")
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    words = set(re.findall(r"\w+", cells))
    assert len(words) > 100 and not words - set(re.findall(r"\w+", printed))


def test_a_table_too_broad_for_paper_breaks_words_and_loses_none(features, open_page, tmp_path):
    page = open_page(features.url("every-feature/index.html"))
    long = "AverylongwordthatcannotbreakanywhereandisasWideAsAWordCanBe"
    assert page.locator(f".table-scroll:not(.keeps-words):has-text('{long}')").count() == 1
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    printed = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert long not in printed.split() and long in squeezed(printed)
