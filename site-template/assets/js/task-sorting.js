// The heads of a table of tasks become buttons: up, down, and back to the order of the plan.

import { make } from "./elements.js"

const NEXT = { none: "ascending", ascending: "descending", descending: "none" }

export function offerSorting(table, rows) {
  const heads = [...table.tHead.rows[0].cells]
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true })

  /** Rows without a value stand last, whichever way the others are sorted. */
  function sorted(column, sign) {
    return rows.map(row => [row, valueOf(row, column)]).sort(([, a], [, b]) => {
      if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1
      return sign * compare(a, b)
    }).map(([row]) => row)
  }

  heads.forEach((head, column) => {
    const button = make("button", { type: "button", class: "sort" }, ...head.childNodes)
    head.append(button)
    button.onclick = () => {
      const order = NEXT[head.getAttribute("aria-sort") ?? "none"]
      for (const other of heads) other.removeAttribute("aria-sort")
      if (order !== "none") head.setAttribute("aria-sort", order)
      table.classList.toggle("is-sorted", order !== "none")
      table.tBodies[0].append(...order === "none" ? rows : sorted(column, order === "descending" ? -1 : 1))
    }
  })
}

function valueOf(row, column) {
  const cell = row.cells[column]
  return (cell.querySelector("time")?.dateTime ?? cell.textContent).trim().replace("−", "-")
}
