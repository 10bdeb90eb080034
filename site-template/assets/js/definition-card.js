// The card that shows the definition of a term beside a link: one for the whole page.

import { make } from "./elements.js"

const EDGE = 16
const GAP = 6

/**
 * Makes the card. A term is an object of `link`, `name` and `definition`.
 * @returns `element`, and what shows it, puts it beside its link again, hides it, and says what it shows
 */
export function definitionCard() {
  const name = make("p", { class: "definition-name", id: "page:definition-name" })
  const text = make("p", { class: "definition-text" })
  const more = make("a", { class: "button" })
  const close = make("button", { class: "button", type: "button" }, "Close")
  const tools = make("p", { class: "definition-tools" }, more, " ", close)
  const element = make("div", { class: "definition-card", tabindex: -1, hidden: "" }, name, text, tools)
  let shown = null

  function show(term, point, byTouch) {
    if (!element.isConnected) document.querySelector("main").append(element)
    shown = term
    name.textContent = term.name
    text.textContent = term.definition
    more.textContent = "Read about " + term.name
    more.href = term.link.href
    tools.hidden = !byTouch
    element.hidden = false
    if (!place(point)) return hide()
    // Pointed at, the card is text beside a link that has it as its description. Tapped, it has something to do in it,
    // and a screen reader must go there.
    if (byTouch) {
      element.setAttribute("role", "dialog")
      element.setAttribute("aria-labelledby", name.id)
      element.focus({ preventScroll: true })
    } else {
      element.removeAttribute("role")
      element.removeAttribute("aria-labelledby")
    }
  }

  /**
   * Below the line of the link at the point, or above it where only that is free. It scrolls with the text.
   * @returns whether the link can be seen
   */
  function place(point) {
    const lines = [...shown.link.getClientRects()]
    const line = lines.find(box => point?.y <= box.bottom) ?? lines[0]
    if (!line) return false
    const height = element.offsetHeight + GAP
    const fitsBelow = line.bottom + height <= innerHeight
    const top = fitsBelow || line.top < height ? line.bottom + GAP : line.top - height
    const room = document.documentElement.clientWidth - EDGE - element.offsetWidth
    const left = Math.max(EDGE, Math.min(line.left, room))
    element.style.setProperty("--left", left + scrollX + "px")
    element.style.setProperty("--top", top + scrollY + "px")
    return true
  }

  function hide() {
    shown = null
    element.hidden = true
  }

  return { element, close, show, place, hide, shown: () => shown, hasTools: () => !tools.hidden }
}
