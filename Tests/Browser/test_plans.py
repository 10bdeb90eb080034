"""Plan pages: the Gantt chart can be read and followed, and the table of tasks sorted and filtered."""

import json

import pytest

PLANS = [
    "action-plan-on-time-status-reports", "first-90-days-plan", "pmis-rollout-plan", "pmo-implementation-plan-12-months",
]
YEAR = "plans/pmo-implementation-plan-12-months/index.html"

# Labels of the axis that touch each other, names that are cut, bars outside of the drawing or without a row to lead to.
FAULTS = """() => {
  const faults = []
  const chart = document.querySelector('.gantt-time')
  const frame = chart.getBoundingClientRect()
  const apart = (texts, what) => texts.forEach((a, place) => {
    for (const b of texts.slice(0, place)) {
      const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()]
      if (one.left < other.right && other.left < one.right && one.top < other.bottom - 1 && other.top < one.bottom - 1) {
        faults.push(`${what}: "${a.textContent}" over "${b.textContent}"`)
      }
    }
  })
  apart([...chart.querySelectorAll('.gantt-axis text, .gantt-flag')], 'axis')
  apart([...document.querySelectorAll('.gantt-names text')], 'names')
  for (const bar of chart.querySelectorAll('.gantt-bar')) {
    const box = bar.getBoundingClientRect()
    if (box.left < frame.left || box.right > frame.right + 1 || box.width < 2) faults.push(`${bar.id} is not in the drawing`)
    if (!document.getElementById(bar.getAttribute('href').slice(1))) faults.push(`${bar.id} leads nowhere`)
    if (!bar.getAttribute('aria-label')) faults.push(`${bar.id} has no name`)
  }
  return faults
}"""


@pytest.mark.parametrize("slug", PLANS)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_chart_can_be_read(slug, width, handbook, open_page):
    page = open_page(handbook.url(f"plans/{slug}/index.html"), width=width)
    assert page.locator(".gantt-bar").count() > 8
    assert not (faults := page.evaluate(FAULTS)), "\n".join(faults)


@pytest.mark.parametrize("slug", PLANS)
def test_bars_lie_where_the_schedule_says(slug, handbook, open_page):
    schedule = json.loads((handbook.root / "plans" / slug / "schedule.json").read_text(encoding="utf-8"))
    page = open_page(handbook.url(f"plans/{slug}/index.html"), width=1280)
    boxes = {
        task["id"]: page.locator(f"[id='bar:{task['id']}'] .gantt-task").bounding_box()
        for task in schedule["tasks"] if task["EF"] > task["ES"]
    }
    tasks = [task for task in schedule["tasks"] if task["id"] in boxes]
    for one, other in zip(tasks, tasks[1:]):
        # What starts on the same day starts at the same place, and what is earlier lies further left.
        difference = boxes[one["id"]]["x"] - boxes[other["id"]]["x"]
        assert (difference > 1) == (one["start"] > other["start"]), (one["id"], other["id"])
        assert (difference < -1) == (one["start"] < other["start"]), (one["id"], other["id"])


def test_a_bar_leads_to_its_row(handbook, open_page):
    page = open_page(handbook.url(YEAR), width=1280)
    page.locator("[id='bar:p4']").click()
    assert page.url.endswith("#task:p4")
    row = page.locator("[id='task:p4']")
    assert "Review the pilot" in row.inner_text() and row.is_visible()


def test_a_task_lights_up_what_it_hangs_together_with(handbook, open_page):
    page = open_page(handbook.url(YEAR), width=1280)
    page.locator("[id='bar:i5']").focus()
    lit = {bar.get_attribute("id")[4:] for bar in page.locator(".gantt-bar.is-lit").all()}
    assert {"e1", "m1", "i1", "i5", "i8", "m2", "m5"} <= lit
    assert not {"i2", "i3", "i4", "i6", "i7"} & lit
    page.keyboard.press("Escape")
    assert page.locator(".is-lit").count() == 0


def test_tasks_can_be_sorted_and_put_back(handbook, open_page):
    page = open_page(handbook.url(YEAR), width=1280)
    table = page.locator("table[data-sortable]")

    def ids():
        return [cell.inner_text() for cell in table.locator("tbody tr td:first-child").all()]

    before = ids()
    button = table.locator("th", has_text="Total float").locator("button")
    button.click()
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    floats = [int(text.split()[0]) for text in table.locator("tbody tr td:nth-child(7)").all_inner_texts() if text]
    assert floats == sorted(floats) and len(set(floats)) > 2
    button.click()
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    button.click()
    assert table.locator("th[aria-sort]").count() == 0 and ids() == before


def test_tasks_can_be_filtered_by_words_and_criticality(handbook, open_page):
    page = open_page(handbook.url(YEAR), width=1280)
    field = page.get_by_role("searchbox", name="Filter tasks")
    field.fill("wave on")
    shown = page.locator("table[data-sortable] tbody tr:visible")
    assert [row.get_attribute("id") for row in shown.all()] == ["task:f2", "task:f3"]
    assert page.locator(".plan-filter output").inner_text().startswith("2 of")
    field.fill("")
    page.get_by_role("checkbox", name="Critical only").check()
    assert 20 <= shown.count() < page.locator("table[data-sortable] tbody tr").count()
    # A bar of a task that is filtered out still finds its row.
    page.locator("[id='bar:i5']").click()
    page.wait_for_timeout(100)
    assert page.locator("[id='task:i5']").is_visible()


def test_without_scripts_there_is_nothing_to_press(handbook, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(handbook.url(YEAR))
    assert page.locator(".plan-filter, .sort").count() == 0
    assert page.locator(".gantt-bar").count() > 30
    context.close()
