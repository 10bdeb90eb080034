"""The drawings of topics can be read, followed and passed by."""

import pytest
from site_pages import text_of

MAP = "map/index.html"
TOPIC = "topics/pmo-functions/index.html"

# Names that stand out of the space that was kept for them, and words smaller than 12 px on the screen.
FAULTS = """() => {
  const faults = []
  for (const link of document.querySelectorAll('.map-topic')) {
    const kept = link.querySelector('rect').getBoundingClientRect()
    const text = link.querySelector('text').getBoundingClientRect()
    // The space at the end of a first line has a width too.
    const stands = text.left >= kept.left - 1 && text.right <= kept.right + 1 && text.height <= kept.height + 4
    if (!stands) faults.push(`${link.textContent} is wider than its space`)
    if (kept.height < 24) faults.push(`${link.textContent} is ${kept.height} px high`)
  }
  for (const text of document.querySelectorAll('.map text')) {
    const map = text.closest('svg'), scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width
    const size = parseFloat(getComputedStyle(text).fontSize) * scale
    if (size < 12) faults.push(`${text.textContent} is ${size} px high`)
  }
  const boxes = [...document.querySelectorAll('.map-topic rect')].map(rect => rect.getBoundingClientRect())
  boxes.forEach((a, place) => {
    for (const b of boxes.slice(0, place)) {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom - .1 && b.top < a.bottom - .1) faults.push('overlap')
    }
  })
  return faults
}"""


@pytest.mark.parametrize("address", [MAP, TOPIC])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_name_can_be_read(address, width, handbook, open_page):
    page = open_page(handbook.url(address), width=width)
    assert page.locator(".map-topic").count() > 3
    assert not (faults := page.evaluate(FAULTS)), "\n".join(faults)


def test_the_map_fits_into_a_usual_window(handbook, open_page):
    page = open_page(handbook.url(MAP), width=1280)
    assert page.evaluate("(frame => frame.scrollWidth <= frame.clientWidth)(document.querySelector('.map-scroll'))")


def test_the_lists_name_every_topic_of_the_drawing(handbook):
    page = handbook.page(MAP)
    drawn = {e.get("href") for e in page.tree.iter("{http://www.w3.org/2000/svg}a")}
    lists = [ul for ul in page.all("ul") if ul.get("class") == "map-list"]
    listed = {a.get("href") for ul in lists for a in ul.iter() if a.get("href")}
    assert len(drawn) > 50
    assert drawn == listed


def test_a_drawing_has_a_name_and_its_lines_are_explained(handbook):
    for address in (MAP, TOPIC):
        page = handbook.page(address)
        drawing = next(e for e in page.all("figure") if e.get("class") == "map-figure")
        assert drawing.get("aria-label").startswith("Drawing of")
        key = next(e for e in page.all("figcaption") if e.get("id") == drawing.get("aria-describedby"))
        assert "Part of the topic" in text_of(key)


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_topic_shows_what_it_is_connected_with(way, handbook, open_page):
    page = open_page(handbook.url(MAP))
    topic = page.locator(".map-topic", has_text="Risk management")
    getattr(topic, way)()
    lit = page.locator(".map-topic.is-lit")
    number = topic.get_attribute("data-topic")
    ends = page.eval_on_selector_all("[data-ends].is-lit", "lines => lines.map(line => line.dataset.ends.split(' '))")
    assert ends and all(number in pair for pair in ends)
    assert lit.count() == len({end for pair in ends for end in pair})
    faint = page.locator(".map-line:not(.is-lit)").first
    assert float(faint.evaluate("line => getComputedStyle(line).opacity")) < 0.5
    page.mouse.move(2, 2)
    page.evaluate("document.activeElement.blur()")
    assert page.locator(".is-lit, .has-lit").count() == 0


def test_the_drawing_can_be_passed_by(handbook, open_page):
    page = open_page(handbook.url(MAP))
    skip = page.get_by_role("link", name="Skip the drawing")
    skip.focus()
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.map-lists')")


def test_a_topic_leads_to_its_page(handbook, open_page):
    page = open_page(handbook.url(MAP), java_script_enabled=False)
    page.locator(".map-topic", has_text="Risk management").click()
    page.wait_for_url("**/topics/risk-management/index.html")
    page.get_by_role("link", name="Map of all topics").click()
    page.wait_for_url("**/map/index.html")
