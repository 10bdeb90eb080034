(function () {
"use strict"
function make(name, attributes, ...children) {
const element = document.createElement(name)
for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
element.append(...children.flat().filter(child => child))
return element
}
function askedElement() {
let id = location.hash.slice(1)
try { id = decodeURIComponent(id) } catch { /* A lone % stays as it is. */ }
return id ? document.getElementById(id) : null
}
const addressOfMoved = entry => entry?.classList.contains("moved-section") ? entry.querySelector("a").href : null
function showChains(chart) {
const bars = new Map([...chart.querySelectorAll(".gantt-bar")].map(bar => [taskOf(bar), bar]))
const links = [...chart.querySelectorAll(".gantt-links > path[data-from]")]
const from = grouped(links, "from")
const to = grouped(links, "to")
function follow(start, next, end) {
const seen = new Set([start])
const waiting = [start]
const lit = []
while (waiting.length) {
for (const link of next.get(waiting.pop()) ?? []) {
lit.push(link)
const task = link.dataset[end]
if (seen.has(task)) continue
seen.add(task)
waiting.push(task)
}
}
return [...lit, ...[...seen].map(task => bars.get(task)).filter(bar => bar)]
}
function dim() {
chart.classList.remove("has-lit")
for (const lit of chart.querySelectorAll(".is-lit")) lit.classList.remove("is-lit")
}
function light({ target }) {
const bar = target.closest(".gantt-bar")
if (!bar) return
dim()
const task = taskOf(bar)
for (const part of [...follow(task, to, "from"), ...follow(task, from, "to")]) part.classList.add("is-lit")
chart.classList.add("has-lit")
}
const drawing = chart.querySelector(".gantt-time")
drawing.addEventListener("pointerover", light)
drawing.addEventListener("focusin", light)
drawing.addEventListener("pointerleave", dim)
drawing.addEventListener("focusout", dim)
drawing.addEventListener("keydown", ({ key }) => { if (key === "Escape") dim() })
}
const taskOf = bar => bar.id.slice(4)
function grouped(links, end) {
const groups = new Map()
for (const link of links) {
const task = link.dataset[end]
if (!groups.has(task)) groups.set(task, [])
groups.get(task).push(link)
}
return groups
}
const NEXT = { none: "ascending", ascending: "descending", descending: "none" }
function offerSorting(table, rows) {
const heads = [...table.tHead.rows[0].cells]
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true })
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
function offerFilter(table, rows) {
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
addEventListener("hashchange", () => {
const row = askedElement()
if (!row?.hidden || !table.contains(row)) return
form.reset()
filter()
row.scrollIntoView()
})
}
document.querySelectorAll(".gantt").forEach(showChains)
for (const table of document.querySelectorAll("table[data-sortable]")) {
const rows = [...table.tBodies[0].rows]
if (rows.length < 2) continue
offerSorting(table, rows)
offerFilter(table, rows)
}
})()
