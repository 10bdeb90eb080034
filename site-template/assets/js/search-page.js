// The page of search: its address says what it asks, so that it can be kept and sent.

import { make } from "./elements.js"
import { HINT, button, corrected, isCut, nothing, partOf, summary, voice, wordsOf } from "./search-interface.js"
import { asker, chosen, hasFilters, queryOf, searchOf, typeBoxes } from "./search-interface.js"

const ON_PAGE = 10

/**
 * Makes the page of search work.
 * @param site see `searchOf`; `form` is the form of the page
 * @returns what goes to its field
 */
export function startSearch(site) {
  const search = searchOf(site)
  const { form } = search
  const input = form.elements.q
  const start = document.querySelector(".search-start")
  const title = document.title
  const filters = make("div", { class: "search-filters" })
  const facets = make("details", { class: "search-more" }, make("summary", null, "Topic and role"))
  const note = make("p", { class: "search-note" })
  const list = make("ol", { class: "search-results" })
  const tools = make("div", { class: "search-tools" })
  const [status, say] = voice()
  form.append(filters)
  start.before(note, list, tools, status)
  start.after(slashSwitch())

  let limit = ON_PAGE, shown = 0
  const ask = asker(search, show)

  function show(found, fault, asked) {
    start.hidden = found.length > 0
    document.title = asked.text ? `${asked.text} – ${title}` : title
    note.replaceChildren(...fault ? [fault] : !asked.text ? [HINT] : found.length ? corrected(found) : [nothing(asked)])
    list.replaceChildren(...found.map(result => {
      const { title, about, section, excerpt } = wordsOf(result)
      const parts = result.sections.map(part => {
        const [heading, excerpt] = partOf(part)
        return make("li", null, make("a", { href: search.href(part.url) }, heading), excerpt)
      })
      return make("li", { class: "search-group" }, make("h2", null, make("a", { href: search.href(result.url) }, title)), about,
        section, excerpt, parts.length > 0 && make("ul", { class: "search-parts" }, parts))
    }))
    tools.replaceChildren(...fault || !asked.text ? [] : toolsFor(found, asked))
    if (limit > ON_PAGE) list.children[shown]?.querySelector("a").focus()
    say(fault || !asked.text || !found.length ? note.textContent : `${note.textContent} ${summary(found, limit)}`)
  }

  function toolsFor(found, asked) {
    if (found.length) {
      return !isCut(found, limit) ? [] : [button("More results", () => {
        shown = found.length
        limit += ON_PAGE
        ask({ ...asked, limit, isTyping: false })
      })]
    }
    return [hasFilters(asked) && button("Search everything", () => {
      input.focus()
      go(queryOf({ text: asked.text, filters: {} }))
    }), found.topics.length > 0 && make("h2", null, "Topics that come near"),
    make("ul", null, found.topics.map(({ title, url }) => make("li", null, make("a", { href: search.href(url) }, title))))]
      .filter(part => part)
  }

  function renew(isTyping) {
    limit = ON_PAGE
    const asked = chosen(form)
    const address = search.all(queryOf(asked))
    try {
      if (isTyping) history.replaceState(null, "", address)
      else if (address !== location.href) history.pushState(null, "", address)
    } catch { /* Some browsers keep addresses of files as they are. */ }
    ask({ ...asked, limit, isTyping })
  }

  async function addFacets() {
    const { topics, roles } = await (await search.index()).facets()
    if (facets.children.length > 1) return
    for (const [name, label, all] of [["topic", "Topic", topics], ["role", "Role", roles]]) {
      const options = all.map(({ slug, title }) => make("option", { value: slug }, title))
      facets.append(make("label", null, label + " ", make("select", { name }, make("option", { value: "" }, "Any"), options)))
    }
  }

  /** Asks what the query of an address asks. */
  async function restore(query) {
    input.value = query.get("q") ?? ""
    try {
      const { types } = await search.index()
      if (!filters.children.length) filters.append(typeBoxes(types), facets)
      if (query.get("topic") || query.get("role")) {
        await addFacets()
        facets.open = true
      }
    } catch { /* The answer says so. */ }
    form.querySelectorAll("[name=type]").forEach(box => { box.checked = query.getAll("type").includes(box.value) })
    form.querySelectorAll("select").forEach(field => { field.value = query.get(field.name) ?? "" })
    limit = ON_PAGE
    ask({ ...chosen(form), limit, isTyping: false })
  }

  function go(query) {
    history.pushState(null, "", search.all(query))
    restore(query)
  }

  facets.ontoggle = () => addFacets().catch(() => {})
  input.oninput = () => renew(true)
  filters.onchange = () => renew(false)
  form.onsubmit = event => {
    event.preventDefault()
    search.recent.add(input.value.trim())
    renew(false)
  }
  list.onclick = event => { if (event.target.closest("a")) search.recent.add(input.value.trim()) }
  window.onpopstate = () => restore(new URLSearchParams(location.search))
  restore(new URLSearchParams(location.search))

  return () => {
    input.focus()
    input.select()
  }
}

/** A key without Ctrl can be in the way of those who speak to their computer (WCAG 2.2, 2.1.4). */
function slashSwitch() {
  const key = "milepost-slash"
  const box = make("input", { type: "checkbox" })
  try {
    box.checked = localStorage.getItem(key) !== "off"
    box.onchange = () => box.checked ? localStorage.removeItem(key) : localStorage.setItem(key, "off")
  } catch {
    return ""
  }
  return make("p", { class: "search-slash" }, make("label", { class: "search-type" }, box, " Open search with the / key"))
}
