"""The sites under test: which pages they have, of which kinds, and what a page's HTML says."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"

# One page of each kind of the handbook: (kind, address in the site).
HANDBOOK_KINDS = {
    "home": "index.html",
    "question": "questions/risk-or-issue/index.html",
    "topic-with-steps": "topics/risk-management/index.html",
    "role": "roles/project-manager/index.html",
    "template": "templates/template-raid-log/index.html",
    "plan": "plans/pmo-implementation-plan-12-months/index.html",
    "page": "about-this-handbook/index.html",
    "topic-with-parts": "topics/pmo-functions/index.html",
    "map": "map/index.html",
    "section": "topics/index.html",
    "question-index": "questions/index.html",
    "glossary": "glossary/index.html",
    "sources": "sources/index.html",
    "not-found": "404.html",
    "search": "search/index.html",
}

# Pages of the features handbook that show what the handbook's own pages do not.
FEATURES_KINDS = {
    "features": "every-feature/index.html",
    "hostile": "hostile/index.html",
    "terms": "terms/index.html",
    "section-with-terms": "questions/index.html",
    "collection": "questions/collection/index.html",
    "full-question": "questions/full-question/index.html",
    "overdue": "questions/overdue-question/index.html",
    "full-topic": "topics/full-topic/index.html",
    "full-template": "templates/full-template/index.html",
    "full-plan": "plans/full-plan/index.html",
    "no-front-matter": "plain/index.html",
}

# (kind, name of the site, address)
EVERY_KIND = [(kind, "handbook", address) for kind, address in HANDBOOK_KINDS.items()] + [
    (kind, "features", address) for kind, address in FEATURES_KINDS.items()
]


@dataclass
class SitePage:
    """One HTML file of a site, as an HTML5 parser sees it."""

    address: str
    path: Path

    @cached_property
    def source(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self):
        return html5lib.parse(self.source, treebuilder="etree", namespaceHTMLElements=True)

    def all(self, *names: str):
        """The elements with one of the names, in document order; every element without names."""
        wanted = {XHTML + name for name in names}
        return [e for e in self.tree.iter() if isinstance(e.tag, str) and (not wanted or e.tag in wanted)]

    @cached_property
    def ids(self) -> list[str]:
        return [e.get("id") for e in self.all() if e.get("id") is not None]

    @cached_property
    def is_redirect(self) -> bool:
        return any((m.get("http-equiv") or "").lower() == "refresh" for m in self.all("meta"))

    @property
    def is_not_found(self) -> bool:
        return self.address == "404.html"


@dataclass
class Site:
    """A published site on disk and its addresses on the local server."""

    name: str
    root: Path
    http_root: str = ""
    http_sub: str = ""
    pages: list[SitePage] = field(init=False)

    def __post_init__(self):
        files = sorted(self.root.rglob("*.html"))
        self.pages = [SitePage(f.relative_to(self.root).as_posix(), f) for f in files]

    def page(self, address: str) -> SitePage:
        return next(p for p in self.pages if p.address == address)

    @property
    def reader_pages(self) -> list[SitePage]:
        """The pages that a reader should be able to reach."""
        return [p for p in self.pages if not p.is_redirect and not p.is_not_found]

    @property
    def bases(self) -> dict[str, str]:
        """Where the site can be opened: a domain root, a sub-path and the folder itself."""
        return {"root": self.http_root, "sub-path": self.http_sub, "file": self.root.as_uri() + "/"}

    def url(self, address: str, base: str = "root") -> str:
        return self.bases[base] + quote(address)


def text_of(element) -> str:
    return " ".join("".join(element.itertext()).split())
