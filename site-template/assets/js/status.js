// One polite line for screen readers.

import { make } from "./elements.js"

const line = make("div", { class: "visually-hidden", role: "status" })
document.body.append(line)

export function say(text) {
  line.textContent = ""
  setTimeout(() => { line.textContent = text }, 50)
}
