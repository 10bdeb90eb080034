// The button that changes between light, dark and what the system says.

import { make } from "./elements.js"
import { say } from "./status.js"
import { THEME_KEY, THEMES, themeOf } from "./theme-choice.js"

const MARKS = { auto: "M8 1a7 7 0 0 1 0 14z", light: "", dark: "M8 1a7 7 0 0 1 0 14a7 7 0 0 1 0-14z" }

export function offerThemes(slot) {
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
