"""A page talks to nobody else, keeps to its content security policy, and its two small scripts do their work."""

import pytest
from site_pages import EVERY_KIND

BASES = ["root", "sub-path", "file"]

COUNT_VIOLATIONS = """
window.violations = []
document.addEventListener('securitypolicyviolation', event => {
  window.violations.push(event.effectiveDirective + ' ' + event.blockedURI)
})
"""

# Loads the images that wait until they are near; gives the addresses of those that cannot be shown.
LOAD_IMAGES = """async () => {
  const broken = []
  for (const image of document.images) {
    image.loading = 'eager'
    await image.decode().catch(() => broken.push(image.src))
  }
  return broken
}"""


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("kind, name, address", EVERY_KIND, ids=[k for k, _, _ in EVERY_KIND])
def test_a_page_asks_no_other_host_and_breaks_no_rule(kind, name, address, base, sites, contexts):
    site = sites[name]
    page = contexts().new_page()
    requests, failures, said = [], [], []
    page.add_init_script(COUNT_VIOLATIONS)
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: failures.append(f"{request.url}: {request.failure}"))
    page.on("response", lambda answer: answer.status >= 400 and failures.append(f"{answer.status} {answer.url}"))
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"uncaught: {error}"))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    try:
        page.goto(site.url(address, base))
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        broken_images = page.evaluate(LOAD_IMAGES)
        violations = page.evaluate("window.violations")
        alone = [url for url in requests if not url.startswith((site.bases[base], "data:"))]
    finally:
        page.close()
    assert not alone, f"requests out of the site: {alone}"
    assert not failures
    assert not violations
    assert not said
    assert not broken_images


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_no_page_has_scripts_or_styles_in_its_html(name, sites):
    bad = []
    for page in sites[name].pages:
        for element in page.all():
            tag = element.tag.partition("}")[2]
            is_data = tag == "script" and element.get("type") == "application/ld+json"
            if tag == "style" or (tag == "script" and not is_data and not element.get("src")):
                bad.append(f"{page.address}: <{tag}>")
            for attribute, value in element.attrib.items():
                runs = attribute.startswith("on") or attribute == "style" or "javascript:" in value.lower()
                if runs:
                    bad.append(f"{page.address}: <{tag} {attribute}={value!r}>")
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_every_page_has_a_strict_content_security_policy(name, sites):
    for page in sites[name].pages:
        policies = [
            m.get("content") for m in page.all("meta")
            if (m.get("http-equiv") or "").lower() == "content-security-policy"
        ]  # fmt: skip
        assert len(policies) == 1, page.address
        assert "default-src 'none'" in policies[0], page.address
        assert "unsafe" not in policies[0] and "http" not in policies[0] and "*" not in policies[0], page.address
    assert "Content-Security-Policy" in sites[name].pages[0].source


PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("base", ["root", "file"])
def test_the_theme_switch_works_and_is_remembered(base, handbook, browser):
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(handbook.url("index.html", base))
        light = page.evaluate(PAPER)
        switch = page.get_by_role("button", name="Theme")
        for _ in range(3):
            switch.click()
            if page.locator("html").get_attribute("data-theme") == "dark":
                break
        dark = page.evaluate(PAPER)
        assert dark != light
        assert "dark" in switch.inner_text().lower()

        page.goto(handbook.url("glossary/index.html", base))
        assert page.evaluate(PAPER) == dark, "the choice is lost on the next page"
        page.reload()
        assert page.evaluate(PAPER) == dark, "the choice is lost on reload"

        switch = page.get_by_role("button", name="Theme")
        for _ in range(3):
            switch.click()
            if page.locator("html").get_attribute("data-theme") == "light":
                break
        assert page.evaluate(PAPER) == light
    finally:
        context.close()


@pytest.mark.parametrize("way", ["clipboard", "selection"])
@pytest.mark.parametrize(
    "name, address, download",
    [
        ("handbook", "templates/template-raid-log/index.html", "template-raid-log.csv"),
        ("handbook", "templates/template-action-plan/index.html", "template-action-plan.yaml"),
        ("features", "templates/full-template/index.html", "full-template.csv"),
        ("features", "templates/markdown-template/index.html", "markdown-template.md"),
    ],
)
def test_the_copy_button_copies_the_text_of_the_template(way, name, address, download, sites, browser):
    site = sites[name]
    text = (site.page(address).path.parent / download).read_text(encoding="utf-8")
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.http_root.rstrip("/"))
    try:
        page = context.new_page()
        if way == "selection":
            page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.goto(site.url(address))
        page.get_by_role("button", name="Copy template").click()
        page.get_by_role("button", name="Copied").wait_for()
        reader = context.new_page()
        reader.goto(site.url("index.html"))
        reader.bring_to_front()
        assert reader.evaluate("navigator.clipboard.readText()") == text
    finally:
        context.close()
