// What scripts add to a plan page: the chain of a task in the Gantt chart, and a table of tasks to sort and to filter.
(() => {
"use strict";

for (const chart of document.querySelectorAll(".gantt")) showChains(chart);
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 2) continue;
  offerSorting(table, rows);
  offerFilter(table, rows);
}

/* A task that has the pointer or the focus lights up, with everything that it waits for and everything that waits for it. */
function showChains(chart) {
  const bars = new Map([...chart.querySelectorAll(".gantt-bar")].map((bar) => [bar.id.slice(4), bar]));
  const links = [...chart.querySelectorAll(".gantt-links > path[data-from]")];
  const from = group("from");
  const to = group("to");

  function group(end) {
    const groups = new Map();
    for (const link of links) {
      const key = link.dataset[end];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(link);
    }
    return groups;
  }

  function follow(start, next, end) {
    const seen = new Set([start]);
    const waiting = [start];
    const lit = [];
    while (waiting.length) {
      for (const link of next.get(waiting.pop()) ?? []) {
        lit.push(link);
        const task = link.dataset[end];
        if (seen.has(task)) continue;
        seen.add(task);
        waiting.push(task);
      }
    }
    return [...lit, ...[...seen].map((task) => bars.get(task)).filter(Boolean)];
  }

  function dim() {
    chart.classList.remove("has-lit");
    for (const lit of chart.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  }

  function light(event) {
    const bar = event.target.closest(".gantt-bar");
    if (!bar) return;
    dim();
    const task = bar.id.slice(4);
    for (const part of [...follow(task, to, "from"), ...follow(task, from, "to")]) part.classList.add("is-lit");
    chart.classList.add("has-lit");
  }

  const drawing = chart.querySelector(".gantt-time");
  drawing.addEventListener("pointerover", light);
  drawing.addEventListener("focusin", light);
  drawing.addEventListener("pointerleave", dim);
  drawing.addEventListener("focusout", dim);
  drawing.addEventListener("keydown", (event) => { if (event.key === "Escape") dim(); });
}

/* Heads become buttons: up, down, and back to the order of the plan. */
function offerSorting(table, rows) {
  const heads = [...table.tHead.rows[0].cells];
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort") ?? "none"];
      for (const other of heads) other.removeAttribute("aria-sort");
      if (next !== "none") head.setAttribute("aria-sort", next);
      const sign = next === "descending" ? -1 : 1;
      const sorted = next === "none" ? rows : rows.map((row) => [row, value(row, column)]).sort(([, a], [, b]) => {
        if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
        return sign * compare(a, b);
      }).map(([row]) => row);
      table.classList.toggle("is-sorted", next !== "none");
      table.tBodies[0].append(...sorted);
    });
  });

  function value(row, column) {
    const cell = row.cells[column];
    return (cell.querySelector("time")?.dateTime ?? cell.textContent).trim().replace("−", "-");
  }
}

/* A field above the table leaves the rows that hold all its words, and a box the critical ones. */
function offerFilter(table, rows) {
  const form = document.createElement("form");
  form.className = "plan-filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Tasks");
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.type = "search";
  field.autocomplete = "off";
  label.append("Filter tasks ", field);
  const choice = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  choice.append(box, " Critical only");
  const count = document.createElement("output");
  form.append(label, choice, count);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = (box.checked && !row.classList.contains("critical")) || !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    count.value = words.length || box.checked ? `${shown} of ${rows.length} rows` : "";
  });
  table.parentElement.before(form);
  // A link from the chart must find its row.
  addEventListener("hashchange", () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row?.hidden || !table.contains(row)) return;
    form.reset();
    form.dispatchEvent(new Event("input"));
    row.scrollIntoView();
  });
}
})();
