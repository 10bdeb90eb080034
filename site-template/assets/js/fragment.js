// The part of an address behind #.

/** What has the id that the address of the page asks for, if anything has. */
export function askedElement() {
  let id = location.hash.slice(1)
  try { id = decodeURIComponent(id) } catch { /* A lone % stays as it is. */ }
  return id ? document.getElementById(id) : null
}

/** Where a section went that moved to another page, if an element is its entry. */
export const addressOfMoved = entry => entry?.classList.contains("moved-section") ? entry.querySelector("a").href : null
