// What the two interfaces of search share, the dialog of every page and the page of search. What the index says becomes
// text, never HTML.

import { make } from "./elements.js"
import { openIndex, SearchError, words } from "./search.js"

const KINDS = {
  question: "Question", topic: "Topic", role: "Role", template: "Template", plan: "Plan", page: "Page", term: "Term"
}
export const HINT = "Ask a question or type a few words. “Quotes” find a phrase, -word leaves a word out."

/**
 * What the dialog and the page of search are made with.
 * @param site `root`, the address of the site; `link`, the control in the header; `load`, which gives the bytes of a file
 * of the index
 */
export function searchOf(site) {
  let opening
  return {
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
}

// ---- Elements

function marked(text, marks) {
  const parts = []
  let end = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), make("mark", null, text.slice(from, to)))
    end = to
  }
  return [...parts, text.slice(end)]
}

export const span = (name, ...children) => make("span", { class: "search-" + name }, ...children)

export function button(label, action) {
  const made = make("button", { type: "button", class: "button" }, label)
  made.onclick = action
  return made
}

/** What a page is called among the results, and what stands below. An entry of the glossary is called by its term. */
export function wordsOf({ title, section, type, topics, excerpt, marks }) {
  const isTerm = type === "term"
  return {
    title: span("title", isTerm ? section : title),
    about: span("about", [isTerm ? title : KINDS[type] ?? type, ...topics].join(" · ")),
    section: !isTerm && section && span("section", section),
    excerpt: excerpt && span("excerpt", marked(excerpt, marks))
  }
}

export const partOf = ({ section, excerpt, marks }) =>
  [span("section", section || "Start of the page"), excerpt && span("excerpt", marked(excerpt, marks))]

/** Whether there may be more: a page of many sections takes several places of those that were asked for. */
export const isCut = (found, limit) => found.length > limit - 3

function count(number, what) {
  return `${number} ${what}${number === 1 ? "" : "s"}`
}

/** A line for screen readers, which waits until the reader stops typing. */
export function voice() {
  const status = make("p", { role: "status", class: "visually-hidden" })
  let timer
  return [status, text => {
    clearTimeout(timer)
    timer = setTimeout(() => { status.textContent = text }, 300)
  }]
}

/** What a screen reader hears of the results. */
export function summary(found, limit) {
  const kinds = Object.keys(KINDS).map(type => [found.filter(result => result.type === type).length, KINDS[type].toLowerCase()])
  return (isCut(found, limit) ? "First " : "") + [count(found.length, "result")]
    .concat(kinds.filter(([number]) => number).map(kind => count(...kind))).join(", ")
}

export function corrected({ corrections }) {
  const list = key => corrections.map(word => word[key])
  return corrections.length
    ? ["Results for ", make("strong", null, list("to").join(" ")), `: no page says “${list("from").join(" ")}”.`] : []
}

// ---- Asking

/** Asks the index one question after the other: of those that come while it is busy, the newest alone is asked. */
export function asker(search, show) {
  let next, isBusy = false, timer
  async function answer({ text, filters, limit, isTyping }) {
    const index = await search.index()
    // One letter behind other words says nothing yet.
    const begun = isTyping ? text.replace(/(?<=\S)\s+[a-z]$/i, "") : text
    const found = await index.search(begun, { limit, filters, partial: isTyping })
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

export const chosen = form => {
  const data = new FormData(form)
  const all = name => data.getAll(name).filter(value => value)
  return { text: data.get("q").trim(), filters: { type: all("type"), topic: all("topic"), role: all("role") } }
}

export const hasFilters = ({ filters }) => Object.values(filters).some(values => values.length)

/** What the form asks for, as the query of an address. */
export function queryOf({ text, filters }) {
  const pairs = Object.entries(filters).flatMap(([name, values]) => values.map(value => [name, value]))
  return new URLSearchParams([["q", text], ...pairs])
}

export function typeBoxes(types) {
  const boxes = types.filter(({ count }) => count).map(({ type, count }) =>
    make("label", { class: "search-type" }, make("input", { type: "checkbox", name: "type", value: type }),
      ` ${KINDS[type] ?? type}s `, type !== "term" && span("count", count)))
  return make("fieldset", { class: "search-types" }, make("legend", { class: "visually-hidden" }, "Show only"), boxes)
}

export const nothing = asked => `Nothing found for “${asked.text}”${hasFilters(asked) ? " with these filters" : ""}.`
