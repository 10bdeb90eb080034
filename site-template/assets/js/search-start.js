// The way to search: nothing of it is loaded before the reader turns to it; then all that it starts from comes at once.

/**
 * Makes the control in the header, the field of the home page and two shortcuts open search.
 * @param link the control; its `data-` attributes say what to load
 */
export function offerSearch(link) {
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

/** What gives the bytes of a file of the index. To pages in a folder, browsers give scripts but no other files. */
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
