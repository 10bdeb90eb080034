// The interface of search: a dialog on every page, and the list on the page of search. What the index says becomes text,
// never HTML. `site.js` loads it when the reader turns to search.

import { openIndex, SearchError, words } from "./search.js"

const KINDS = {
  question: "Question", topic: "Topic", role: "Role", template: "Template", plan: "Plan", page: "Page", term: "Term"
}
const HINT = "Ask a question or type a few words. “Quotes” find a phrase, -word leaves a word out."
const IN_DIALOG = 6
const ON_PAGE = 10

/**
 * Starts search on a page.
 * @param site `root`, the address of the site; `link`, the control in the header; `load`, which gives the bytes of a file
 * of the index; `form`, on the page of search
 * @returns what opens search, with a text to start from
 */
export function startSearch(site) {
  let opening
  const search = {
    ...site,
    recent: recentSearches(site.root),
    index: () => opening ??= openIndex(site.root, site).catch(error => {
      opening = null
      throw error
    }),
    // As the links of all pages are written, so that browsers know which of them were visited.
    href: (url) => site.root + url.replace(/(^|\/)(?=#|$)/, "$1index.html"),
    all: (query) => `${site.link.href.split(/[?#]/)[0]}?${query}`
  }
  return site.form ? searchPage(search) : searchDialog(search)
}

// ---- Elements

/** An element; texts among its children become text nodes. */
function make(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
  element.append(...children.flat().filter(child => child))
  return element
}

function marked(text, marks) {
  const parts = []
  let end = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), make("mark", null, text.slice(from, to)))
    end = to
  }
  return [...parts, text.slice(end)]
}

const span = (name, ...children) => make("span", { class: "search-" + name }, ...children)

function button(label, action) {
  const made = make("button", { type: "button", class: "button" }, label)
  made.onclick = action
  return made
}

/** What a page is called among the results, and what stands below. An entry of the glossary is called by its term. */
function wordsOf({ title, section, type, topics, excerpt, marks }) {
  const isTerm = type === "term"
  return {
    title: span("title", isTerm ? section : title),
    about: span("about", [isTerm ? title : KINDS[type] ?? type, ...topics].join(" · ")),
    section: !isTerm && section && span("section", section),
    excerpt: excerpt && span("excerpt", marked(excerpt, marks))
  }
}

const partOf = ({ section, excerpt, marks }) =>
  [span("section", section || "Start of the page"), excerpt && span("excerpt", marked(excerpt, marks))]

/** Whether there may be more: a page of many sections takes several places of those that were asked for. */
const isCut = (found, limit) => found.length > limit - 3

function count(number, what) {
  return `${number} ${what}${number === 1 ? "" : "s"}`
}

/** A line for screen readers, which waits until the reader stops typing. */
function voice() {
  const status = make("p", { role: "status", class: "visually-hidden" })
  let timer
  return [status, text => {
    clearTimeout(timer)
    timer = setTimeout(() => { status.textContent = text }, 300)
  }]
}

/** What a screen reader hears of the results. */
function summary(found, limit) {
  const kinds = Object.keys(KINDS).map(type => [found.filter(result => result.type === type).length, KINDS[type].toLowerCase()])
  return (isCut(found, limit) ? "First " : "") + [count(found.length, "result")]
    .concat(kinds.filter(([number]) => number).map(kind => count(...kind))).join(", ")
}

function corrected({ corrections }) {
  const list = key => corrections.map(word => word[key])
  return corrections.length
    ? ["Results for ", make("strong", null, list("to").join(" ")), `: no page says “${list("from").join(" ")}”.`] : []
}

// ---- Asking

/** Asks the index one question after the other: of those that come while it is busy, the newest alone is asked. */
function asker(search, show) {
  let next, isBusy = false, timer
  async function answer({ text, filters, limit, isTyping }) {
    const index = await search.index()
    const found = await index.search(text, { limit, filters, partial: isTyping })
    return isTyping && !found.length ? index.search(text, { limit, filters }) : found
  }
  return async function ask(question) {
    clearTimeout(timer)
    next = question
    if (isBusy) return
    isBusy = true
    while (next) {
      const asked = next
      next = null
      let found = [], fault
      try {
        if (asked.text) found = await answer(asked)
        if (asked.text && !found.length && !next) found.topics = nearest(asked.text, (await (await search.index()).facets()).topics)
      } catch (error) {
        fault = error instanceof SearchError ? error.message : "Search does not work here."
      }
      if (next) continue
      // A reader who stops typing wants words corrected that nothing begins with.
      if (asked.isTyping) timer = setTimeout(() => ask({ ...asked, isTyping: false, isCheck: true }), 400)
      if (!asked.isCheck || found.corrections?.length && found.length) show(found, fault, asked)
    }
    isBusy = false
  }
}

/** The topics whose titles share most pairs of letters with a text. */
function nearest(text, topics) {
  const pairsOf = text => new Set(words(text).flatMap(({ form }) => [...form].map((letter, i) => letter + (form[i + 1] ?? ""))))
  const wanted = pairsOf(text)
  const likeness = ({ title }) => {
    const pairs = pairsOf(title)
    return [...pairs].filter(pair => wanted.has(pair)).length / (pairs.size + wanted.size)
  }
  return topics.map(topic => [likeness(topic), topic]).filter(([score]) => score > 0.1)
    .sort((a, b) => b[0] - a[0]).slice(0, 3).map(([, topic]) => topic)
}

function recentSearches(root) {
  const key = "milepost-searches " + root
  const read = () => {
    try {
      const texts = JSON.parse(localStorage.getItem(key))
      return Array.isArray(texts) ? texts.filter(text => typeof text === "string").slice(0, 5) : []
    } catch { /* Storage may be closed. */ }
    return []
  }
  const write = texts => {
    try {
      if (texts.length) localStorage.setItem(key, JSON.stringify(texts))
      else localStorage.removeItem(key)
    } catch { /* Then nothing is kept. */ }
  }
  return { read, clear: () => write([]), add: text => text && write([text, ...read().filter(known => known !== text)].slice(0, 5)) }
}

// ---- Filters

const chosen = form => {
  const data = new FormData(form)
  const all = name => data.getAll(name).filter(value => value)
  return { text: data.get("q").trim(), filters: { type: all("type"), topic: all("topic"), role: all("role") } }
}

const hasFilters = ({ filters }) => Object.values(filters).some(values => values.length)

/** What the form asks for, as the query of an address. */
function queryOf({ text, filters }) {
  const pairs = Object.entries(filters).flatMap(([name, values]) => values.map(value => [name, value]))
  return new URLSearchParams([["q", text], ...pairs])
}

function typeBoxes(types) {
  const boxes = types.filter(({ count }) => count).map(({ type, count }) =>
    make("label", { class: "search-type" }, make("input", { type: "checkbox", name: "type", value: type }),
      ` ${KINDS[type] ?? type}s `, type !== "term" && span("count", count)))
  return make("fieldset", { class: "search-types" }, make("legend", { class: "visually-hidden" }, "Show only"), boxes)
}

// ---- The dialog

function searchDialog(search) {
  const id = "page:search-results"
  const input = make("input", {
    class: "search-field", name: "q", type: "text", role: "combobox", "aria-label": "Search the handbook", "aria-controls": id,
    "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    enterkeyhint: "search", maxlength: 200, placeholder: "Search the handbook"
  })
  const note = make("p", { class: "search-note" })
  const list = make("div", { role: "listbox", id, "aria-label": "Results", class: "search-results" })
  const tools = make("p", { class: "search-tools" })
  const [status, say] = voice()
  const form = make("form", { role: "search", class: "search-form" },
    make("div", { class: "search-bar" }, input, button("Close", () => dialog.close())))
  const dialog = make("dialog", { class: "search-dialog", "aria-label": "Search" },
    form, note, list, tools, status)
  document.body.append(dialog)

  let options = [], active = -1
  const ask = asker(search, show)

  function choose(place) {
    options[active]?.setAttribute("aria-selected", "false")
    active = place
    const option = options[active]
    option?.setAttribute("aria-selected", "true")
    option?.scrollIntoView({ block: "nearest" })
    if (option) input.setAttribute("aria-activedescendant", option.id)
    else input.removeAttribute("aria-activedescendant")
  }

  /** A link that the keyboard reaches from the field. */
  const option = (href, name, ...children) =>
    make("a", { role: "option", "aria-selected": "false", tabindex: -1, href, class: "search-option " + name }, ...children)

  const group = (label, isShown, ...children) => make("div", { role: "group", "aria-label": label, class: "search-group" },
    isShown && make("span", { role: "presentation", class: "search-label" }, label), ...children)

  /** Shows groups of options below a sentence. */
  function present(sentence, groups, ...buttons) {
    note.replaceChildren(...sentence)
    list.replaceChildren(...groups)
    tools.replaceChildren(...buttons)
    choose(-1)
    options = [...list.querySelectorAll("a")]
    options.forEach((option, place) => { option.id = `page:search-option-${place}` })
    list.hidden = !options.length
    input.setAttribute("aria-expanded", String(options.length > 0))
    list.scrollTop = 0
  }

  function showRecent() {
    const recent = search.recent.read().map(text => {
      const made = option(search.all(new URLSearchParams({ q: text })), "", text)
      made.dataset.text = text
      return made
    })
    const clear = button("Clear recent searches", () => {
      search.recent.clear()
      showRecent()
      input.focus()
      say("Recent searches cleared")
    })
    present([HINT], recent.length ? [group("Recent searches", true, recent)] : [], ...recent.length ? [clear] : [])
    say("")
  }

  function show(found, fault, asked) {
    if (!asked.text) return fault ? present([fault], []) : showRecent()
    if (fault) present([fault], [])
    else if (found.length) {
      const groups = found.map(result => {
        const { title, about, section, excerpt } = wordsOf(result)
        return group(title.textContent, false, option(search.href(result.url), "", title, about, section, excerpt),
          result.sections.map(part => option(search.href(part.url), "search-part", partOf(part))))
      })
      const all = option(search.all(queryOf(asked)), "", "All results for “", asked.text, "”")
      present(corrected(found), [...groups, group("More", false, all)])
    } else {
      const topics = found.topics.map(({ title, url }) => option(search.href(url), "", span("title", title)))
      const glossary = search.link.dataset.glossary
      const groups = [topics.length && group("Topics that come near", true, topics),
        glossary && group("Elsewhere", true, option(glossary, "", span("title", "Look through the glossary")))].filter(group => group)
      present([nothing(asked)], groups, ...hasFilters(asked) ? [button("Search everything", clearFilters)] : [])
    }
    say(note.textContent + " " + (found.length ? summary(found, asked.limit) : ""))
  }

  function clearFilters() {
    form.querySelectorAll("[name=type]").forEach(box => { box.checked = false })
    input.focus()
    renew()
  }

  const renew = () => ask({ ...chosen(form), limit: IN_DIALOG, isTyping: true })

  form.oninput = renew
  form.onsubmit = event => {
    event.preventDefault()
    const asked = chosen(form)
    search.recent.add(asked.text)
    if (asked.text) location.assign(search.all(queryOf(asked)))
  }
  list.onclick = event => {
    const link = event.target.closest("a")
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (link.dataset.text) {
      event.preventDefault()
      input.value = link.dataset.text
      input.focus()
      renew()
    } else {
      search.recent.add(input.value.trim())
      dialog.close()
    }
  }
  dialog.onclick = event => { if (event.target === dialog) dialog.close() }
  input.onkeydown = event => {
    const { key } = event
    const last = options.length - 1
    if (event.isComposing || last < 0 || event.altKey) return
    const place = {
      ArrowDown: active < last ? active + 1 : -1, ArrowUp: active < 0 ? last : active - 1,
      Home: active < 0 ? undefined : 0, End: active < 0 ? undefined : last
    }[key]
    if (place === undefined && (key !== "Enter" || active < 0)) return
    event.preventDefault()
    if (key !== "Enter") choose(place)
    else if (event.ctrlKey || event.metaKey) {
      search.recent.add(input.value.trim())
      window.open(options[active].href, "_blank", "noopener")
    } else options[active].click()
  }

  return text => {
    if (!dialog.open) dialog.showModal()
    if (text) input.value = text
    input.focus()
    input.select()
    search.index().then(({ types }) => form.children[1] ?? form.append(typeBoxes(types)), () => {})
    renew()
  }
}

const nothing = asked => `Nothing found for “${asked.text}”${hasFilters(asked) ? " with these filters" : ""}.`

// ---- The page

function searchPage(search) {
  const { form, link } = search
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
