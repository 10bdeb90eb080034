// Buttons that copy the text of a document or of code.

import { make } from "./elements.js"
import { say } from "./status.js"

export function offerCopies() {
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

/** For pages that have no clipboard, or may not use it. */
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
