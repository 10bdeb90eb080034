(function () {
"use strict"
function make(name, attributes, ...children) {
const element = document.createElement(name)
for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
element.append(...children.flat().filter(child => child))
return element
}
const EDGE = 16
const GAP = 6
function definitionCard() {
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
if (byTouch) {
element.setAttribute("role", "dialog")
element.setAttribute("aria-labelledby", name.id)
element.focus({ preventScroll: true })
} else {
element.removeAttribute("role")
element.removeAttribute("aria-labelledby")
}
}
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
if (!byTouch || event.detail === 0 || card.shown() === term) return
event.preventDefault()
show(term, { y: event.clientY }, true)
})
}
function takeTitles() {
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
document.addEventListener("pointerup", ({ target }) => {
if (card.shown() && !card.element.contains(target) && !card.shown().link.contains(target)) hide()
})
document.addEventListener("scroll", ({ target }) => {
if (card.shown() && target !== document) hide()
}, true)
addEventListener("resize", () => { if (card.shown() && !card.place(null)) hide() })
addEventListener("pagehide", hide)
})()
