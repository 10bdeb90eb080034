// A topic in a drawing shows what it is connected with.

export function lightTopics(map) {
  function light(topic) {
    const near = new Set()
    for (const line of map.querySelectorAll("[data-ends]")) {
      const ends = line.dataset.ends.split(" ")
      const isLit = ends.includes(topic)
      line.classList.toggle("is-lit", isLit)
      if (isLit) ends.forEach(end => near.add(end))
    }
    for (const link of map.querySelectorAll("[data-topic]")) link.classList.toggle("is-lit", near.has(link.dataset.topic))
    map.classList.toggle("has-lit", topic !== null)
  }
  const follow = ({ target }) => light(target.closest("[data-topic]")?.dataset.topic ?? null)
  map.addEventListener("mouseover", follow)
  map.addEventListener("focusin", follow)
  for (const name of ["mouseleave", "focusout"]) map.addEventListener(name, () => light(null))
}
