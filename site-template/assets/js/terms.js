// The definition of a term beside its link, for mouse, keyboard and touch. Without this script a link has its definition
// as a title, and the page has a list of them.

import { definitionCard } from "./definition-card.js"
import { make } from "./elements.js"

const SHOW_DELAY = 250
const HIDE_DELAY = 300

const card = definitionCard()
let timer = 0

function wait(delay, action) {
  clearTimeout(timer)
  timer = setTimeout(action, delay)
}

const stop = () => clearTimeout(timer)

function show(term, point, byTouch) {
  stop()
  card.show(term, point, byTouch)
}

function hide() {
  stop()
  card.hide()
}

function dismiss() {
  const term = card.shown()
  const hadFocus = card.element.contains(document.activeElement)
  hide()
  if (!hadFocus) return
  term.link.focus({ preventScroll: true })
  hide()
}

function leave({ pointerType }) {
  if (pointerType === "touch") return
  wait(HIDE_DELAY, () => {
    if (card.shown() && !card.shown().link.matches(":focus-visible")) hide()
  })
}

function follow(term) {
  const { link } = term
  let byTouch = false
  link.addEventListener("pointerenter", ({ pointerType, clientY }) => {
    if (pointerType === "touch") return
    if (card.shown() === term) stop()
    else wait(SHOW_DELAY, () => show(term, { y: clientY }, false))
  })
  link.addEventListener("pointerleave", leave)
  link.addEventListener("focus", () => {
    if (link.matches(":focus-visible")) show(term, null, false)
  })
  link.addEventListener("blur", () => {
    if (card.shown() === term && !card.hasTools() && !link.matches(":hover") && !card.element.matches(":hover")) hide()
  })
  link.addEventListener("pointerdown", ({ pointerType }) => { byTouch = pointerType === "touch" })
  link.addEventListener("click", event => {
    // The first tap shows, the second one follows. A click that is no tap at all (detail 0) comes from a key.
    if (!byTouch || event.detail === 0 || card.shown() === term) return
    event.preventDefault()
    show(term, { y: event.clientY }, true)
  })
}

/** What a title said, a hidden element says from now on: a browser would show the title as well. */
function takeTitles() {
  // Text in a closed fold describes nothing, so the list of terms only gives the names.
  const names = new Map([...document.querySelectorAll(".terms dt + dd")].map(definition =>
    [definition.textContent, definition.previousElementSibling.textContent]))
  const ids = new Map()
  const store = make("div", { class: "definitions", hidden: "" })
  for (const link of document.querySelectorAll("a.term[title]")) {
    const definition = link.title
    if (!ids.has(definition)) {
      ids.set(definition, `page:definition-${ids.size + 1}`)
      store.append(make("p", { class: "definition", id: ids.get(definition) }, definition))
    }
    link.removeAttribute("title")
    link.setAttribute("aria-describedby", ids.get(definition))
    follow({ link, name: names.get(definition) || link.textContent, definition })
  }
  document.body.append(store)
}

takeTitles()
card.close.addEventListener("click", dismiss)
card.element.addEventListener("pointerenter", stop)
card.element.addEventListener("pointerleave", leave)
card.element.addEventListener("focusout", ({ relatedTarget: next }) => {
  if (card.shown() && next && next !== card.shown().link && !card.element.contains(next)) hide()
})
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return
  stop()
  if (card.shown()) dismiss()
})
// A tap outside; what begins as one and scrolls ends without this event.
document.addEventListener("pointerup", ({ target }) => {
  if (card.shown() && !card.element.contains(target) && !card.shown().link.contains(target)) hide()
})
// A frame in the text scrolls: the link moves away from its card.
document.addEventListener("scroll", ({ target }) => {
  if (card.shown() && target !== document) hide()
}, true)
addEventListener("resize", () => { if (card.shown() && !card.place(null)) hide() })
addEventListener("pagehide", hide)
