// The dialog of search, on every page but that of search: a combobox over a list of links, by the pattern of ARIA.
// `search-start.js` loads it when the reader turns to search.

import { make } from "./elements.js"
import { HINT, button, corrected, nothing, partOf, span, summary, voice, wordsOf } from "./search-interface.js"
import { asker, chosen, hasFilters, queryOf, searchOf, typeBoxes } from "./search-interface.js"

const IN_DIALOG = 6

/**
 * Makes the dialog of search.
 * @param site see `searchOf`
 * @returns what opens it, with a text to start from
 */
export function startSearch(site) {
  const search = searchOf(site)
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
