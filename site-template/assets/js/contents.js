// The contents show where the reader is.

export function followContents() {
  const entries = [...document.querySelectorAll(".contents a[href*='#']")].map(link => {
    const id = decodeURIComponent(link.hash.slice(1))
    return { link, heading: id && document.getElementById(id) }
  }).filter(({ heading }) => heading)
  if (!entries.length) return
  let isWaiting = false

  function mark() {
    isWaiting = false
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2 && scrollY > 0
    const tops = entries.map(({ heading }) => heading.getBoundingClientRect().top)
    const last = isPassed => entries[tops.findLastIndex(isPassed)]
    const edge = Math.min(160, innerHeight / 3)
    const now = isAtEnd && last(top => top < innerHeight) || last(top => top <= edge)
    for (const entry of entries) {
      if (entry === now) entry.link.setAttribute("aria-current", "true")
      else entry.link.removeAttribute("aria-current")
    }
  }

  function ask() {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(mark)
  }

  addEventListener("scroll", ask, { passive: true })
  addEventListener("resize", ask, { passive: true })
  ask()
}
