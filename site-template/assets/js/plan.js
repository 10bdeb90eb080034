// What scripts add to a plan: the chain of a task in the Gantt chart, and a table of tasks to sort and to filter.

import { showChains } from "./gantt.js"
import { offerFilter } from "./task-filter.js"
import { offerSorting } from "./task-sorting.js"

document.querySelectorAll(".gantt").forEach(showChains)
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const rows = [...table.tBodies[0].rows]
  if (rows.length < 2) continue
  offerSorting(table, rows)
  offerFilter(table, rows)
}
