(function () {
"use strict"
function make(name, attributes, ...children) {
const element = document.createElement(name)
for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
element.append(...children.flat().filter(child => child))
return element
}
const line = make("div", { class: "visually-hidden", role: "status" })
document.body.append(line)
function say(text) {
line.textContent = ""
setTimeout(() => { line.textContent = text }, 50)
}
const THEME_KEY = "milepost-theme"
const THEMES = ["auto", "light", "dark"]
const themeOf = text => THEMES.includes(text) ? text : "auto"
const MARKS = { auto: "M8 1a7 7 0 0 1 0 14z", light: "", dark: "M8 1a7 7 0 0 1 0 14a7 7 0 0 1 0-14z" }
function offerThemes(slot) {
const root = document.documentElement.dataset
const fill = drawing("path", { fill: "currentColor" })
const ring = drawing("circle", { cx: 8, cy: 8, r: 6.5, fill: "none", stroke: "currentColor" })
const mark = drawing("svg", { class: "theme-mark", viewBox: "0 0 16 16", "aria-hidden": "true" }, ring, fill)
const word = make("span", { class: "theme-word" })
const button = make("button", { type: "button", class: "theme-switch" }, mark, word)
const words = () => "Theme: " + themeOf(root.theme)
function show() {
word.textContent = words()
fill.setAttribute("d", MARKS[themeOf(root.theme)])
}
button.onclick = () => {
root.theme = THEMES[(THEMES.indexOf(themeOf(root.theme)) + 1) % THEMES.length]
remember(root.theme)
show()
say(words())
}
addEventListener("storage", ({ key, newValue }) => {
if (key !== THEME_KEY) return
root.theme = themeOf(newValue)
show()
})
show()
slot.append(button)
}
function drawing(name, attributes, ...children) {
const element = document.createElementNS("http://www.w3.org/2000/svg", name)
for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
element.append(...children)
return element
}
function remember(theme) {
try {
if (theme === "auto") localStorage.removeItem(THEME_KEY)
else localStorage.setItem(THEME_KEY, theme)
} catch { /* Storage may be closed: the choice then lasts for this page. */ }
}
function offerCopies() {
for (const sheet of document.querySelectorAll(".sheet")) {
const pre = sheet.querySelector("pre")
if (pre) sheet.querySelector(".sheet-tools")?.prepend(copyButton(pre, "Copy template"))
}
for (const pre of document.querySelectorAll(".prose pre")) {
const frame = make("div", { class: "code" })
pre.before(frame)
frame.append(pre, copyButton(pre, "Copy"))
}
}
function copyButton(pre, label) {
const button = make("button", { type: "button", class: "button" }, label)
let timer
function answer(shown, spoken) {
button.textContent = shown
say(spoken)
clearTimeout(timer)
timer = setTimeout(() => { button.textContent = label }, 2500)
}
button.onclick = () => copy(pre.textContent).then(
() => answer("Copied", "Copied"),
() => answer("Copy failed", "The text could not be copied. Select it and copy it by hand."))
return button
}
async function copy(text) {
try {
await navigator.clipboard.writeText(text)
} catch {
copyBySelection(text)
}
}
function copyBySelection(text) {
const area = make("textarea", { class: "visually-hidden", readonly: "" })
area.value = text
const focused = document.activeElement
document.body.append(area)
area.select()
try {
if (!document.execCommand("copy")) throw new Error("copy")
} finally {
area.remove()
focused?.focus()
}
}
function followContents() {
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
function askedElement() {
let id = location.hash.slice(1)
try { id = decodeURIComponent(id) } catch { /* A lone % stays as it is. */ }
return id ? document.getElementById(id) : null
}
const addressOfMoved = entry => entry?.classList.contains("moved-section") ? entry.querySelector("a").href : null
function followMovedSections() {
function go() {
const address = addressOfMoved(askedElement())
if (address) location.replace(address)
}
addEventListener("hashchange", go)
go()
}
function fitFolds() {
const wide = matchMedia("(min-width: 1100px)")
const folds = document.querySelectorAll(
".layout:not(.layout-plan, .layout-map) .menu, .layout:not(.layout-plan) .contents-fold")
const fit = () => folds.forEach(fold => { fold.open = wide.matches })
fit()
wide.addEventListener("change", fit)
const menu = document.querySelector(".menu")
if (!menu) return
showCurrent(menu)
closeWhenInTheWay(menu)
}
function showCurrent(menu) {
const frame = document.querySelector(".site-nav")
const current = menu.querySelector("[aria-current]")
if (!current || frame.scrollHeight <= frame.clientHeight) return
const below = current.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom
if (below > 0) frame.scrollTop = below + frame.clientHeight / 2
}
function closeWhenInTheWay(menu) {
const covers = () => menu.open && getComputedStyle(menu.querySelector(".menu-panel")).position === "fixed"
menu.addEventListener("keydown", ({ key }) => {
if (key !== "Escape" || !covers()) return
menu.open = false
menu.querySelector("summary").focus()
})
document.addEventListener("focusin", ({ target }) => {
if (!menu.contains(target) && covers()) menu.open = false
})
}
function lightTopics(map) {
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
function offerSearch(link) {
const folder = new URL(".", link.href).href
const form = document.querySelector(".search-page")
const home = document.querySelector(".home-search input")
const load = loader(folder)
let manifest, ready
function start() {
if (ready) return ready
manifest = load("manifest.bin")
manifest.catch(() => { /* Search says so when it is asked. */ })
ready = Promise.all([
add("script", { src: (form || link).dataset.script }),
form || add("link", { rel: "stylesheet", href: link.dataset.style })
]).then(() => window.milepostSearch.startSearch({
root: new URL("..", folder).href, link, form,
load: name => {
const first = name === "manifest.bin" && manifest
if (first) manifest = null
return first || load(name)
}
}))
ready.catch(() => { ready = null })
return ready
}
function open() {
start().then(show => show(home ? home.value : ""), () => {
if (!form) location.assign(link.href)
})
}
for (const control of [link, home]) {
if (!control) continue
control.addEventListener("pointerenter", start)
control.addEventListener("focus", start)
control.addEventListener("click", event => {
if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
event.preventDefault()
open()
})
}
link.setAttribute("aria-haspopup", "dialog")
link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K")
document.addEventListener("keydown", event => {
if (!isShortcut(event)) return
event.preventDefault()
open()
})
if (form) start().catch(() => {
const line = document.querySelector(".search-fallback")
line.textContent = "Search could not be loaded."
line.classList.add("is-shown")
})
}
function isShortcut(event) {
if (event.altKey || event.isComposing || event.repeat) return false
if (event.ctrlKey || event.metaKey) return !event.shiftKey && event.key.toLowerCase() === "k"
return event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]") && usesSlash()
}
function usesSlash() {
try { return localStorage.getItem("milepost-slash") !== "off" } catch { return true }
}
function add(name, values) {
return new Promise((resolve, reject) => {
const element = Object.assign(document.createElement(name), values)
element.onload = resolve
element.onerror = reject
document.head.append(element)
})
}
function loader(folder) {
const waiting = {}
window.milepostSearchFile = (name, text) => {
const resolve = waiting[name]
delete waiting[name]
resolve?.(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)))
}
async function fetched(name) {
const response = await fetch(folder + name, name === "manifest.bin" ? { cache: "no-cache" } : {})
if (!response.ok) throw new Error(response.status)
return new Uint8Array(await response.arrayBuffer())
}
function run(name) {
const [path] = name.split("?")
return new Promise((resolve, reject) => {
waiting[path] = resolve
add("script", { src: folder + path + ".js" }).then(reject, reject)
})
}
return location.protocol === "file:" ? run : fetched
}
const slot = document.querySelector(".theme-slot")
if (slot) offerThemes(slot)
offerCopies()
followContents()
document.querySelectorAll(".map").forEach(lightTopics)
fitFolds()
if (document.querySelector(".moved")) followMovedSections()
const control = document.querySelector(".search-link[data-script]:not([data-script=''])")
if (control && window.HTMLDialogElement && window.DecompressionStream) offerSearch(control)
})()
