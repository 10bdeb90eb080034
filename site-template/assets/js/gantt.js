// A task of the Gantt chart that has the pointer or the focus lights up, with everything that it waits for and everything
// that waits for it.

export function showChains(chart) {
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

/** The task of a bar, which has the id `bar:` and that of the task. */
const taskOf = bar => bar.id.slice(4)

/** Links by the task at one of their ends. */
function grouped(links, end) {
  const groups = new Map()
  for (const link of links) {
    const task = link.dataset[end]
    if (!groups.has(task)) groups.set(task, [])
    groups.get(task).push(link)
  }
  return groups
}
