// A section that went to another page: its entry at the end of this one leads on.

import { addressOfMoved, askedElement } from "./fragment.js"

export function followMovedSections() {
  function go() {
    const address = addressOfMoved(askedElement())
    if (address) location.replace(address)
  }
  addEventListener("hashchange", go)
  go()
}
