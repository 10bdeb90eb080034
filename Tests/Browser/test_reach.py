"""Everything can be reached, from a domain root, a sub-path and a plain folder, by links alone."""

import http.client
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from site_pages import Site, SitePage

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
SITES = ["handbook", "features"]
BASES = ["root", "sub-path", "file"]


@dataclass
class Walk:
    """What a reader met who opened the folder of a site on a small screen, without scripts, and followed every link."""

    reached: set[str] = field(default_factory=set)
    """The files, by their paths on disk."""
    wide: list[str] = field(default_factory=list)
    """Pages that scroll sideways."""


# Links that a reader can see, once everything that folds is open. Scripts of the page are off; this one is the test's.
LOOK_AROUND = """() => {
  const wide = document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth
  document.querySelectorAll('details').forEach(fold => { fold.open = true })
  const links = [...document.querySelectorAll('a[href]')].filter(a => a.checkVisibility({visibilityProperty: true}))
  return {wide, links: [...new Set(links.map(a => new URL(a.getAttribute('href'), document.baseURI).href.split('#')[0]))]}
}"""


@pytest.fixture(scope="module")
def walks(sites, contexts) -> dict[str, Walk]:
    return {name: walk_through(site, contexts(width=320, java_script_enabled=False)) for name, site in sites.items()}


def walk_through(site: Site, context) -> Walk:
    walk = Walk()
    start = site.url("index.html", "file")
    seen, waiting = {start}, [start]
    page = context.new_page()
    while waiting:
        address = waiting.pop()
        page.goto(address)
        found = page.evaluate(LOOK_AROUND)
        walk.reached.add(unquote(urlsplit(address).path))
        if found["wide"]:
            walk.wide.append(address)
        for link in found["links"]:
            # A broken link leads nowhere; another test counts those.
            leads_on = link.startswith(site.bases["file"]) and Path(unquote(urlsplit(link).path)).is_file()
            if leads_on and link.endswith(".html") and link not in seen:
                seen.add(link)
                waiting.append(link)
    page.close()
    return walk


@pytest.mark.parametrize("name", SITES)
def test_a_reader_without_scripts_reaches_every_page_from_the_folder(name, sites, walks):
    missing = [p.address for p in sites[name].reader_pages if str(p.path) not in walks[name].reached]
    assert not missing, f"{len(missing)} pages that no link leads to: {missing}"


@pytest.mark.parametrize("name", SITES)
def test_no_page_on_the_way_scrolls_sideways_on_a_small_screen(name, walks):
    assert not walks[name].wide, "\n".join(walks[name].wide)


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("base", BASES)
def test_no_link_and_no_fragment_is_broken(name, base, sites):
    site = sites[name]
    broken = [
        f"{page.address}: {attribute}={target!r} ({why})"
        for page in site.pages
        for attribute, target in targets(page)
        if (why := fault_of(site, base, page, target))
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("name", SITES)
def test_the_crawl_sees_links_of_every_kind(name, sites):
    """Without this, a crawl that reads nothing finds nothing broken."""
    site = sites[name]
    seen = Counter()
    for page in site.pages:
        for attribute, target in targets(page):
            seen[attribute] += 1
            seen["fragment"] += "#" in target
        seen["drawn"] += sum(a.get("href") is not None for svg in page.all() if svg.tag == SVG + "svg" for a in svg.iter(SVG + "a"))
    wanted = {"href": 1000, "src": 100, "fragment": 100, "drawn": 5}
    if name == "features":
        wanted |= {"href": 300, "src": 40, "fragment": 40, "drawn": 0, "refresh": 3}
    assert not {kind: seen[kind] for kind, least in wanted.items() if seen[kind] < least}, seen


def test_the_crawl_notices_what_is_broken(tmp_path):
    """The same eyes on a page where every second link is wrong, published at a root, a sub-path and as a folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><g id="part"/></svg>')
    (tmp_path / "a" / "index.html").write_text(
        """<!doctype html><title>A</title><meta http-equiv=Refresh content="0; URL='gone.html'">
        <p id="here"><a href="#here">good</a><a href="#gone">bad</a>
        <a href="../b.html#%C3%A9">good</a><a href="../b.html#e">bad</a><a href="../c.html">bad</a>
        <a href="../../b.html">bad</a><a href="../b.html?x">good</a><a href="https://example.org/#gone">good</a>
        <svg><a href="../b.html"/><a href="gone-1"/><use xlink:href="drawing.svg#part"/><use xlink:href="drawing.svg#gone"/></svg>
        <img src="drawing.svg" srcset="drawing.svg 1x, gone-2.svg 2x">"""
    )
    (tmp_path / "b.html").write_text("<!doctype html><title>B</title><p id=é>")
    site = Site("broken", tmp_path, "http://127.0.0.1:1/", "http://127.0.0.1:1/sub/")
    for base in BASES:
        page = site.page("a/index.html")
        bad = {target for _, target in targets(page) if fault_of(site, base, page, target)}
        # At the root of a host no address leads out of the site.
        out = {"../../b.html"} - ({"../../b.html"} if base == "root" else set())
        assert bad == out | {
            "#gone", "../b.html#e", "../c.html", "gone-1", "drawing.svg#gone", "gone-2.svg", "gone.html",
        }, base  # fmt: skip


@pytest.mark.parametrize("name", SITES)
def test_every_reference_of_a_page_finds_its_element(name, sites):
    broken = [
        f"{page.address}: {attribute}={wanted!r}"
        for page in sites[name].pages
        for element in page.all()
        for attribute in REFERENCES
        for wanted in (element.get(attribute) or "").split()
        if wanted not in page.ids
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("name", SITES)
def test_no_address_in_a_stylesheet_is_broken(name, sites):
    sheets = list(sites[name].root.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        for _, target in re.findall(r"url\(\s*(['\"]?)(.*?)\1\s*\)", sheet.read_text(encoding="utf-8")):
            assert target.startswith("data:") or (sheet.parent / unquote(urldefrag(target).url)).is_file(), target


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("base", ["root", "sub-path"])
def test_a_host_answers_every_address_that_a_page_names(name, base, sites):
    site = sites[name]
    addresses = {
        urldefrag(url).url
        for page in site.pages
        for _, target in targets(page)
        if (url := urljoin(site.url(page.address, base), target)).startswith(site.bases[base])
    }
    connection = http.client.HTTPConnection(urlsplit(site.http_root).netloc)
    bad = []
    for address in sorted(addresses):
        connection.request("GET", urlsplit(address).path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            bad.append(f"{answer.status} {address}")
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", SITES)
def test_ids_are_unique_on_their_page(name, sites):
    twice = [
        f"{page.address}: #{i}" for page in sites[name].pages for i in set(page.ids) if page.ids.count(i) > 1
    ]
    assert not twice, "\n".join(twice)


@pytest.mark.parametrize("name", SITES)
def test_every_address_is_relative_or_leads_out_openly(name, sites):
    bad = []
    for page in sites[name].pages:
        for attribute, target in targets(page):
            parts = urlsplit(target)
            leads_out = attribute == "href" and parts.scheme in ("https", "http", "mailto")
            if leads_out:
                continue
            if parts.scheme or parts.netloc or target.startswith("/"):
                bad.append(f"{page.address}: {attribute}={target!r}")
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", SITES)
def test_no_page_needs_to_know_its_host(name, sites):
    """Without a public address in the settings, nothing tells a page where it lies."""
    bad = [p.address for p in sites[name].pages if p.all("base")]
    assert not bad, f"pages with a <base>: {bad}"
    assert not (sites[name].root / "sitemap.xml").exists()


def test_the_404_page_of_a_public_site_finds_its_way_from_any_address(public_features):
    page = public_features.page("404.html")
    bases = [b.get("href") for b in page.all("base")]
    assert bases == ["https://handbook.example.org/sub/"]
    for _, target in targets(page):
        path = urlsplit(urljoin(bases[0], target)).path.removeprefix("/sub/")
        assert (public_features.root / unquote(path)).exists(), target


def test_drafts_are_not_published(features):
    assert all("SECRET-OF-THE-DRAFT" not in page.source for page in features.pages)


def test_old_addresses_lead_to_the_new_ones(features, open_page):
    for base in BASES:
        for old, new in [
            ("old/question/index.html", "questions/full-question/index.html"),
            ("questions/older-question.html", "questions/full-question/index.html"),
            ("topics/old-topic/index.html", "topics/full-topic/index.html"),
        ]:
            page = open_page(features.url(old, base), java_script_enabled=False)
            page.wait_for_url(features.url(new, base))


ADDRESSES = ("href", XLINK + "href", "src", "poster", "data", "action", "formaction", "cite", "background", "longdesc")
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-details", "aria-owns", "for", "headers", "list")


def targets(page: SitePage):
    """Everything on a page that names an address: (attribute, value)."""
    for element in page.all():
        for attribute in ADDRESSES:
            if element.get(attribute) is not None and not element.get(attribute).startswith("data:"):
                yield attribute.removeprefix(XLINK), element.get(attribute)
        for attribute in ("srcset", "imagesrcset"):
            for candidate in re.findall(r"\s*(\S*[^\s,])(?:\s[^,]*)?,?", element.get(attribute) or ""):
                yield attribute, candidate
        if element.get("ping") is not None:
            yield from (("ping", address) for address in element.get("ping").split())
    for meta in page.all("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            yield "refresh", refresh_target(meta.get("content") or "")


def refresh_target(content: str) -> str:
    """The address of `0; url=…`, as a browser reads it; a refresh without one would come back for ever."""
    match = re.fullmatch(r"\s*\d+\s*[;,]\s*url\s*=\s*(['\"]?)(.*?)\1\s*", content, re.IGNORECASE)
    assert match and match[2], f"a refresh that leads nowhere: {content!r}"
    return match[2]


def fault_of(site: Site, base: str, page: SitePage, target: str) -> str | None:
    """Why a link of the page leads nowhere in the site as published at the base; `None` when it is fine."""
    url, fragment = urldefrag(urljoin(site.url(page.address, base), target))
    if urlsplit(url).scheme not in ("http", "https", "file") or is_elsewhere(site, url):
        return None
    if not url.startswith(site.bases[base]):
        return f"leads out of the site to {url}"
    # What stands behind a question mark belongs to the address on a host, and to the name of no file.
    address = unquote(urlsplit(url[len(site.bases[base]) :]).path)
    file = site.root / address
    if not file.is_file():
        return "no such file"
    if not fragment:
        return None
    if file.suffix == ".html":
        ids = site.page(address).ids
    elif file.suffix == ".svg":
        ids = [e.get("id") for e in ElementTree.parse(file).iter()]
    else:
        return "a fragment of a file that has none"
    return None if fragment in ids or unquote(fragment) in ids else "no such fragment"


def is_elsewhere(site: Site, url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.netloc != urlsplit(site.http_root).netloc
