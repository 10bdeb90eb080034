"""What a page tells machines is well formed and is what it shows to readers."""

import json
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote

import pytest
from site_pages import XHTML, SitePage, text_of

BASE_URL = "https://handbook.example.org/sub/"
SITES = ["handbook", "features"]


def graph_of(page: SitePage) -> list[dict]:
    blocks = [s for s in page.all("script") if s.get("type") == "application/ld+json"]
    assert len(blocks) <= 1, page.address
    graph = []
    for block in blocks:
        document = json.loads("".join(block.itertext()))
        assert document["@context"] == "https://schema.org", page.address
        graph += document["@graph"] if "@graph" in document else [document]
    return graph


def of_type(page: SitePage, name: str) -> list[dict]:
    return [entry for entry in graph_of(page) if entry["@type"] == name]


def shown_text(page: SitePage) -> str:
    """The text of the main part, with space between elements, as words."""
    return words(" ".join(page.all("main")[0].itertext()))


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", SITES)
def test_all_of_it_parses_and_has_known_types(name, sites):
    for page in sites[name].pages:
        for entry in graph_of(page):
            assert entry["@type"] in ("FAQPage", "BreadcrumbList", "DefinedTermSet"), page.address
        assert len({e["@type"] for e in graph_of(page)}) == len(graph_of(page)), f"{page.address}: a type twice"


@pytest.mark.parametrize("name", SITES)
def test_questions_and_answers_stand_on_their_page(name, sites):
    seen = 0
    for page in sites[name].pages:
        shown = shown_text(page)
        headings = [words(text_of(h)) for h in page.all("h1", "h2")]
        for faq in of_type(page, "FAQPage"):
            for question in faq["mainEntity"]:
                seen += 1
                assert question["@type"] == "Question"
                assert question["acceptedAnswer"]["@type"] == "Answer"
                assert words(question["name"]) in headings, f"{page.address}: {question['name']}"
                assert words(question["acceptedAnswer"]["text"]) in shown, f"{page.address}: {question['name']}"
    assert seen > 3


@pytest.mark.parametrize("name", SITES)
def test_every_question_page_says_its_question(name, sites):
    for page in sites[name].reader_pages:
        is_question = any("layout-question" in (d.get("class") or "") for d in page.all("div"))
        assert len(of_type(page, "FAQPage")) == (1 if is_question else 0), page.address


def test_a_collection_says_all_its_questions(features):
    page = features.page("questions/collection/index.html")
    names = [words(q["name"]) for q in of_type(page, "FAQPage")[0]["mainEntity"]]
    asked = [words(text_of(h)) for h in page.all("h2") if text_of(h).endswith("?")]
    assert names == asked and len(names) == 4


@pytest.mark.parametrize("name", SITES)
def test_the_glossary_says_its_terms(name, sites):
    page = sites[name].page("glossary/index.html")
    (terms,) = of_type(page, "DefinedTermSet")
    entries = {
        words(text_of(e.find(f".//{XHTML}dfn"))): words(text_of(e.find(f".//{XHTML}dd")))
        for e in page.all("div")
        if "term-entry" in (e.get("class") or "")
    }
    said = {words(t["name"]): words(t["description"]) for t in terms["hasDefinedTerm"]}
    assert said == entries and entries


def test_breadcrumbs_are_those_that_the_page_shows(public_features):
    seen = 0
    for page in public_features.reader_pages:
        shown = [
            text_of(a)
            for nav in page.all("nav") if nav.get("aria-label") == "Breadcrumb"
            for a in nav.iter(XHTML + "a")
        ]  # fmt: skip
        trails = of_type(page, "BreadcrumbList")
        assert len(trails) == (1 if shown else 0), page.address
        for trail in trails:
            seen += 1
            items = trail["itemListElement"]
            assert [i["position"] for i in items] == list(range(1, len(items) + 1))
            assert [" ".join(i["name"].split()) for i in items] == [*shown, text_of(page.all("h1")[0])], page.address
            for item in items:
                assert file_of(public_features, item["item"]).is_file(), item
    assert seen > 10


def test_without_a_public_address_no_absolute_address_is_said(features):
    for page in features.pages:
        assert not of_type(page, "BreadcrumbList"), page.address


def test_canonical_links_and_the_sitemap_name_pages_that_exist(public_features):
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    sitemap = ElementTree.parse(public_features.root / "sitemap.xml")
    listed = {loc.text for loc in sitemap.iter(namespace + "loc")}
    for address in listed:
        assert file_of(public_features, address).is_file(), address
    canonical = {}
    for page in public_features.reader_pages:
        if page.address == "search/index.html":
            continue
        links = [link.get("href") for link in page.all("link") if link.get("rel") == "canonical"]
        assert len(links) == 1, page.address
        assert file_of(public_features, links[0]) == page.path, page.address
        canonical[page.address] = links[0]
    assert listed <= set(canonical.values())
    assert canonical["every-feature/index.html"] in listed
    assert canonical["topics/retired-topic/index.html"] not in listed


def file_of(site, address: str):
    assert address.startswith(BASE_URL), address
    path = site.root / unquote(address[len(BASE_URL) :])
    return path / "index.html" if path.is_dir() else path
