// Above a table of tasks, a field that leaves the rows that hold all its words, and a box for the critical ones.

import { make } from "./elements.js"
import { askedElement } from "./fragment.js"

export function offerFilter(table, rows) {
  const field = make("input", { type: "search", autocomplete: "off" })
  const box = make("input", { type: "checkbox" })
  const count = make("output")
  const form = make("form", { class: "plan-filter", role: "search", "aria-label": "Tasks" },
    make("label", null, "Filter tasks ", field), make("label", null, box, " Critical only"), count)

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/).filter(word => word)
    let shown = 0
    for (const row of rows) {
      const text = row.textContent.toLowerCase()
      row.hidden = (box.checked && !row.classList.contains("critical")) || !words.every(word => text.includes(word))
      if (!row.hidden) shown += 1
    }
    count.value = words.length || box.checked ? `${shown} of ${rows.length} rows` : ""
  }

  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("input", filter)
  table.parentElement.before(form)
  // A link from the chart must find its row.
  addEventListener("hashchange", () => {
    const row = askedElement()
    if (!row?.hidden || !table.contains(row)) return
    form.reset()
    filter()
    row.scrollIntoView()
  })
}
