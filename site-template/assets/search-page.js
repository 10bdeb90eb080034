(function () {
"use strict"
const VERSION = 1
const UNIT = 16
const RANKING = {
suffix: 0.9, prefix: 0.8, correction: 0.85, otherCorrections: 0.5, prefixes: 12,
named: 0.5, coverage: 0.1, coverageWords: 2, neighbours: 0.2, candidates: 30
}
class SearchError extends Error {}
const WORD = /[\p{L}\p{N}\p{M}](?:['’]?[\p{L}\p{N}\p{M}]|(?![\u200b\u200c])\p{Cf})*/gu
const PART = /^[\p{L}\p{N}\p{M}]/u
const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
const LETTERS = { æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ", "’": "'" }
const LETTER = /[æœøđðłþıς’]/g
const UNPARTED =
/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\u{20000}-\u{3ffff}]+/gu
function fold(word) {
if (/^[a-z0-9]*$/i.test(word)) return word.toLowerCase()
return word.normalize("NFD").replace(MARKS, "").replace(/\p{Cf}/gu, "")
.replace(/[\uff10-\uff5a]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
.toLowerCase().toUpperCase().toLowerCase().replace(LETTER, c => LETTERS[c]).normalize("NFC")
.replace(/(?<=.)'s$/u, "").replace(/^(.|qu)'/u, "").replaceAll("'", "")
}
function words(text) {
const found = []
let chain = []
for (const match of text.matchAll(WORD)) {
const start = match.index, end = start + match[0].length
const folded = fold(match[0])
const count = found.length
const isInStep = folded.length === end - start
const add = (from, to) => found.push({
form: folded.slice(from, to), start: isInStep ? start + from : start, end: isInStep ? start + to : end, joined: false
})
let last = 0
for (const { 0: run, index } of /[^\x00-\u0dff]/.test(folded) ? folded.matchAll(UNPARTED) : []) {
if (index > last) add(last, index)
const places = [...run].map(letter => last += letter.length, last = index)
if (places.length === 1) add(index, last)
for (let i = 1; i < places.length; i++) add(places[i - 2] ?? index, places[i])
}
if (last < folded.length) add(last, folded.length)
const isOne = found.length === count + 1
if (isOne) chain.push(found.at(-1))
const isJoined = "-._".includes(text[end] || " ") && PART.test(text.slice(end + 1, end + 3))
if (!isOne || !isJoined) {
if (chain.length > 1 && chain.length < 5) {
found.push({ form: chain.map(word => word.form).join(""), start: chain[0].start, end: chain.at(-1).end, joined: true })
}
chain = []
}
}
return found
}
const known = new Map()
function plainWords(text) {
if (!known.has(text)) {
if (known.size > 400) known.clear()
known.set(text, words(text).filter(word => !word.joined))
}
return known.get(text)
}
const decoder = new TextDecoder()
class Files {
constructor(base, { fetch = globalThis.fetch?.bind(globalThis), load } = {}) {
this.known = new Map()
this.load = load || (async name => {
const response = await fetch(String(base).replace(/\/?$/, "/") + "search/" + name)
if (!response.ok) throw new Error(String(response.status))
return new Uint8Array(await response.arrayBuffer())
})
}
read(name, kind) {
if (!this.known.has(name)) {
const bytes = this.inflate(name, kind)
bytes.catch(() => this.known.delete(name))
this.known.set(name, bytes)
}
return this.known.get(name)
}
async json(name, kind) {
const bytes = await this.read(name, kind)
try {
return JSON.parse(decoder.decode(bytes))
} catch (cause) {
throw new SearchError("The search index is damaged.", { cause })
}
}
async inflate(name, kind) {
let bytes
try {
bytes = await this.load(name)
} catch (cause) {
throw new SearchError("The search index could not be loaded.", { cause })
}
try {
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))
bytes = new Uint8Array(await new Response(stream).arrayBuffer())
} catch (cause) {
throw new SearchError("The search index is damaged.", { cause })
}
if (decoder.decode(bytes.subarray(0, 3)) !== "MP" + kind) throw new SearchError("The search index is damaged.")
if (bytes[3] !== VERSION) throw new SearchError("The search index belongs to another version of this page. Reload it.")
return bytes.subarray(4)
}
}
class Reader {
constructor(bytes) {
this.bytes = bytes
this.at = 0
}
number() {
let value = 0, factor = 1, byte
do {
byte = this.bytes[this.at++]
if (byte === undefined) throw new SearchError("The search index is damaged.")
value += (byte & 127) * factor
factor *= 128
} while (byte > 127)
return value
}
counted() {
const length = this.number()
return this.bytes.subarray(this.at, this.at += length)
}
hash() {
return [0, 0, 0].map(() => this.bytes[this.at++].toString(16).padStart(2, "0")).join("")
}
}
function eachKey(reader, body) {
let buffer = new Uint8Array(256)
for (let left = reader.number(); left > 0; left--) {
const shared = reader.number(), rest = reader.counted()
buffer.set(rest, shared)
body(decoder.decode(buffer.subarray(0, shared + rest.length)))
}
}
class Shards {
constructor(files, folder, [boundaries, hashes]) {
Object.assign(this, { files, folder, hashes, first: [""], read: new Map() })
let last = []
for (const line of boundaries.split("\n").slice(0, -1)) {
const letters = [...line]
last = last.slice(0, letters[0].charCodeAt(0) - 48).concat(letters.slice(1))
this.first.push(last.join(""))
}
}
place(key) {
let low = 0, high = this.first.length
while (high - low > 1) {
const middle = (low + high) >> 1
if (this.first[middle] <= key) low = middle
else high = middle
}
return low
}
file(place) {
return `${this.folder}/${place}.${this.hashes.slice(6 * place, 6 * place + 6)}.bin`
}
shard(place, kind, parse) {
if (!this.hashes) return new Map()
if (!this.read.has(place)) {
const shard = this.files.read(this.file(place), kind).then(parse)
shard.catch(() => this.read.delete(place))
this.read.set(place, shard)
}
return this.read.get(place)
}
}
function parseLexicon(bytes) {
const reader = new Reader(bytes)
const keys = new Map()
eachKey(reader, key => {
const head = reader.number(), place = (head >> 2) - 2
const entry = { list: place, elsewhere: place === -1 ? decoder.decode(reader.counted()) : null, named: [], concepts: [] }
if (head & 1) for (let left = reader.number(); left > 0; left--) entry.named.push(reader.number())
if (head & 2) for (let left = reader.number(); left > 0; left--) entry.concepts.push(reader.number())
keys.set(key, entry)
})
const lists = []
for (let left = reader.number(); left > 0; left--) {
const list = { count: reader.number(), best: reader.counted(), runs: [], forms: new Set() }
const runs = reader.number()
for (let i = 0, number = runs && reader.number(), first = 0; i < runs; i++) {
first += reader.number()
list.runs.push({ first, file: `postings/${number + i}.${reader.hash()}.bin` })
}
lists.push(list)
}
for (const [key, entry] of keys) {
entry.list = entry.list < 0 ? null : lists[entry.list]
entry.list?.forms.add(key)
entry.concepts = entry.concepts.map(place => lists[place])
}
return keys
}
function parseSpelling(bytes) {
const reader = new Reader(bytes)
const forms = []
eachKey(reader, form => forms.push([form, reader.bytes[reader.at++]]))
return forms
}
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
function areNeighbours(a, b) {
const row = ROWS.findIndex(keys => keys.includes(a)), other = ROWS.findIndex(keys => keys.includes(b))
if (row < 0 || other < 0) return false
const step = ROWS[row].indexOf(a) - ROWS[other].indexOf(b)
return Math.abs(row - other) <= 1 && Math.abs(step) <= 1
}
function distance(a, b, most) {
if (Math.abs(a.length - b.length) > most) return most + 1
let before = [], last = Array.from({ length: b.length + 1 }, (_, i) => i)
for (let i = 1; i <= a.length; i++) {
const row = [i]
let least = i
for (let j = 1; j <= b.length; j++) {
const same = a[i - 1] === b[j - 1]
let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : areNeighbours(a[i - 1], b[j - 1]) ? 0.9 : 1))
if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 0.95)
row.push(cost)
if (cost < least) least = cost
}
if (least > most) return most + 1
before = last
last = row
}
return last[b.length]
}
const SUFFIXES = new Set(["", ..."s es e d ed er ers ing ings ly y al ally ion ions ation ations ment ments ness ity ities able ible ive ful less ist ists ize ise izing ising ized ised ies ied".split(" ")])
function areForms(a, b) {
let shared = 0
while (shared < a.length && a[shared] === b[shared]) shared++
return shared >= Math.max(4, a.length - 5) && SUFFIXES.has(a.slice(shared)) && SUFFIXES.has(b.slice(shared))
}
async function openIndex(baseURL, options = {}) {
const files = new Files(baseURL, options)
return new Index(files, await files.json("manifest.bin", "M"))
}
class Index {
constructor(files, manifest) {
Object.assign(this, { files, manifest, stop: new Set(manifest.stop.split(" ")) })
this.lexicon = new Shards(files, "lexicon", manifest.lexicon)
this.spelling = [new Shards(files, "spell", manifest.spell), new Shards(files, "lleps", manifest.lleps)]
}
get types() {
return this.manifest.types.map(([type, , count]) => ({ type, count }))
}
async facets() {
const read = async () => {
const facets = await this.files.json(`facets.${this.manifest.facets}.bin`, "F")
const list = entries => entries.map(([slug, title, url, steps]) => ({ slug, title, url, steps }))
return { topics: list(facets.topics), roles: list(facets.roles) }
}
return this.knownFacets ??= await read()
}
async search(text, { limit = 10, filters = {}, partial = false } = {}) {
const query = await this.understand(text, partial)
const none = Object.assign([], { corrections: query.corrections })
if (!query.slots.some(slot => slot.lists.length) && !query.spans.length) return none
const allowed = await this.allowedUnits(filters)
const pages = await this.candidates(query, allowed)
const found = await this.describe(pages, query, limit)
return Object.assign(found, { corrections: query.corrections })
}
async understand(text, partial) {
const phrases = []
const excluded = []
const plain = text.replace(/["“”]([^"“”]+)["“”]/g, (_, phrase) => {
phrases.push(words(phrase).filter(word => !word.joined).map(word => word.form))
return ` ${phrase} `
}).replace(/(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu, (_, space, word) => {
excluded.push(...words(word).filter(word => !word.joined).map(word => word.form))
return space
})
const all = words(plain).slice(0, 64)
let said = all.filter(word => !word.joined && !this.stop.has(word.form))
if (!said.length) said = all.filter(word => !word.joined)
const isTyping = partial && said.length > 0 && said.at(-1).end === plain.length
const forms = said.map(word => word.form)
const slots = await Promise.all(forms.map((_, place) => this.understandWord(forms, place, isTyping)))
const spans = await this.namesIn(slots)
const unwanted = await Promise.all(excluded.map(async form => (await this.key(form))?.list))
return {
slots, spans, corrections: slots.flatMap(slot => slot.correction ?? []),
phrases: phrases.filter(phrase => phrase.length), unwanted: unwanted.filter(list => list),
full: all.filter(word => !word.joined).map(word => word.form).join(" "), slotOf: new Map()
}
}
async key(key) {
const entry = (await this.lexicon.shard(this.lexicon.place(key), "L", parseLexicon)).get(key)
if (entry?.elsewhere) {
entry.list = (await this.key(entry.elsewhere))?.list ?? null
entry.list?.forms.add(key)
entry.elsewhere = null
}
return entry
}
async understandWord(forms, place, isTypingLast) {
const form = forms[place], isLast = place === forms.length - 1, isTyping = isTypingLast && isLast
const slot = { form, said: form, lists: [], entry: await this.key(form), correction: null }
const isUnknown = !slot.entry
const add = (list, weight) => {
if (list && !slot.lists.some(known => known.list === list)) slot.lists.push({ list, weight })
}
add(slot.entry?.list, 1)
if (isTyping && form.length > 1 || isLast && isUnknown) {
for (const list of await this.beginningWith(form)) add(list, RANKING.prefix)
}
if (!slot.lists.length && isUnknown) {
const shard = await this.lexicon.shard(this.lexicon.place(form), "L", parseLexicon)
for (const [key, entry] of shard) if (entry.list && areForms(form, key)) add(entry.list, RANKING.suffix)
}
if (!slot.lists.length && isUnknown && !isTyping) {
for (const first of [place - 1, place]) {
if (forms[first] && forms[first + 1]) this.key(forms[first] + forms[first + 1]).catch(() => {})
}
const meant = await this.correct(form)
const entries = await Promise.all(meant.map(key => this.key(key)))
entries.forEach((entry, i) => add(entry?.list, i ? RANKING.otherCorrections : RANKING.correction))
if (meant.length) Object.assign(slot, { form: meant[0], entry: entries[0], correction: { from: form, to: meant[0] } })
}
const count = Math.min(this.manifest.sections, slot.lists.reduce((most, { list }) => Math.max(most, list.count), 0))
slot.count = count
slot.idf = this.idf(count)
return slot
}
idf(count) {
const sections = this.manifest.sections
return Math.log(1 + (sections - count + 0.5) / (count + 0.5))
}
async beginningWith(prefix) {
const place = this.lexicon.place(prefix)
const lists = new Set()
for (const shard of [place, place + 1]) {
if (shard > place && !(this.lexicon.first[shard] ?? "").startsWith(prefix)) break
for (const [key, entry] of await this.lexicon.shard(shard, "L", parseLexicon)) {
if (entry.list && key.startsWith(prefix) && !key.includes(" ")) lists.add(entry.list)
}
}
return [...lists].sort((a, b) => b.count - a.count).slice(0, RANKING.prefixes)
}
async correct(form) {
const most = form.length < 4 ? 0 : form.length < 8 ? 1 : 2
if (!most) return []
const ways = [form, [...form].reverse().join("")]
const found = new Map()
for (const [way, text] of ways.entries()) {
const shards = this.spelling[way]
let start = text.slice(0, form.length < 5 ? 1 : form.length < 7 ? 2 : 3)
if (shards.place(start + "\uffff") - shards.place(start) > 2) start = text.slice(0, start.length + 1)
for (let place = shards.place(start); place <= shards.place(start + "\uffff"); place++) {
for (const [key, weight] of await shards.shard(place, "S", parseSpelling)) {
const edits = key.startsWith(start) ? distance(text, key, most) : most + 1
if (edits <= most) found.set(way ? [...key].reverse().join("") : key, edits - weight / 100)
}
}
}
const ranked = [...found].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
return ranked.filter(([, edits]) => edits < ranked[0][1] + 0.5).slice(0, 3).map(([key]) => key)
}
async namesIn(slots) {
const spans = []
const taken = new Set()
for (let length = Math.min(6, slots.length); length > 0; length--) {
for (let start = 0; start + length <= slots.length; start++) {
const places = Array.from({ length }, (_, i) => start + i)
if (places.some(place => taken.has(place))) continue
const { entry, list } = await this.name(places.map(place => slots[place]))
const lists = [...entry?.concepts ?? [], ...list ? [list] : []]
if (!lists.length && !entry?.named.length) continue
places.forEach(place => taken.add(place))
spans.push({ places, lists, named: entry?.named ?? [], isAll: length === slots.length })
}
}
return spans
}
async name(slots) {
if (slots.length === 1) return { entry: slots[0].entry }
const name = slots.map(slot => slot.form).join(" ")
const entry = (await Promise.all(slots.map(({ form }) => this.key(`${form} ${name}`)))).find(found => found)
if (entry?.list || slots.length > 2 || slots.every(slot => slot.entry && !slot.correction)) return { entry, list: entry?.list }
const { list } = await this.key(slots.map(slot => slot.said).join("")) ?? {}
if (list) for (const slot of slots) slot.correction = null
return { entry, list }
}
async allowedUnits(filters) {
const wanted = Object.entries(filters).filter(([, values]) => values?.length)
if (!wanted.length) return null
const { units, types } = this.manifest
const allowed = new Uint8Array(units)
for (const [facet, values] of wanted) {
const mark = first => { if (allowed[first] === step) allowed[first]++ }
const step = wanted.findIndex(([name]) => name === facet)
if (facet === "type") {
types.forEach(([type, first], place) => {
if (!values.includes(type)) return
for (let unit = first; unit < (types[place + 1]?.[1] ?? units); unit++) mark(unit)
})
} else {
const facets = await this.facets()
for (const { slug, steps } of facets[facet + "s"] ?? []) {
let unit = 0
for (const gap of steps) {
unit += gap
if (values.includes(slug)) mark(unit)
}
}
}
}
return allowed.map(count => count === wanted.length ? 1 : 0)
}
async eachPosting({ best, runs }, isWhole, allowed, body) {
const parts = [best]
if (isWhole) {
const needed = runs.filter(({ first }, place) => !allowed
|| allowed.subarray(Math.floor(first / UNIT), Math.floor((runs[place + 1]?.first ?? Infinity) / UNIT) + 1).includes(1))
parts.push(...await Promise.all(needed.map(({ file }) => this.files.read(file, "P"))))
}
for (const part of parts) {
const reader = new Reader(part)
while (reader.at < part.length) {
const impact = (reader.number() - 0.5) / this.manifest.levels
for (let left = reader.number(), section = 0; left > 0; left--) body(section += reader.number(), impact)
}
}
}
async candidates(query, allowed) {
const { slots, spans, unwanted } = query
const size = this.manifest.units * UNIT
const scores = new Float32Array(size), matched = new Float32Array(size)
const touched = []
const add = (section, score, idf) => {
if (allowed && !allowed[section >> 4]) return
if (!scores[section]) touched.push(section)
scores[section] += score
matched[section] += idf
}
const used = new Set(slots.filter(slot => slot.lists.length))
const named = slots.map(() => new Set())
const concepts = []
for (const { places, lists } of spans) {
for (const list of lists) {
const idf = this.idf(list.count)
const sections = new Map()
await this.eachPosting(list, !!allowed, allowed, (section, impact) => sections.set(section, [idf * impact, 0, 0]))
const concept = { sections, idf: places.reduce((sum, place) => sum + (used.has(slots[place]) ? slots[place].idf : 0), 0) }
concepts.push(concept)
for (const place of places) named[place].add(sections)
}
}
const seen = new Set()
for (const [place, slot] of slots.entries()) {
if (!used.has(slot) || seen.has(slot.form)) continue
seen.add(slot.form)
const count = (section, score) => {
add(section, score, slot.idf)
for (const sections of named[place]) {
const found = sections.get(section)
if (!found) continue
found[1] += score
found[2] += slot.idf
}
}
const strongest = slot.lists.length > 1 ? new Map() : null
for (const { list, weight } of slot.lists) {
await this.eachPosting(list, !!allowed, allowed, (section, impact) => {
const score = slot.idf * impact * weight
if (!strongest) count(section, score)
else if (score > (strongest.get(section) ?? 0)) strongest.set(section, score)
})
}
strongest?.forEach((score, section) => count(section, score))
}
for (const { sections, idf } of concepts) {
for (const [section, [concept, byWords, idfByWords]] of sections) {
add(section, Math.max(0, concept - byWords), Math.max(0, idf - idfByWords))
}
}
const total = [...used].reduce((sum, slot) => sum + slot.idf, 0)
if (used.size > 1 && used.size <= RANKING.coverageWords) {
for (const section of touched) scores[section] *= Math.min(1, matched[section] / total) ** RANKING.coverage
}
for (const { places, named, isAll } of spans) {
const idf = places.reduce((sum, place) => sum + slots[place].idf, 0)
for (const section of named) add(section, isAll ? 2 * total + idf + 1 : RANKING.named * idf * idf / total, 0)
}
for (const list of unwanted) await this.eachPosting(list, true, null, section => { scores[section] = 0 })
const units = new Map()
for (const section of touched) {
const score = scores[section]
if (score <= 0) continue
const unit = units.get(section >> 4)
if (!unit) units.set(section >> 4, { unit: section >> 4, score, sections: [[section, score]] })
else {
unit.sections.push([section, score])
if (score > unit.score) unit.score = score
}
}
return [...units.values()].sort((a, b) => b.score - a.score || a.unit - b.unit)
}
async record(unit) {
const { perRecord, tag } = this.manifest
const number = Math.floor(unit / perRecord)
const records = await this.files.json(`records/${Math.floor(number / 100)}/${number}.bin?${tag}`, "R")
const record = records[unit % perRecord]
if (record?.n !== unit) throw new SearchError("The search index has changed. Reload the page.")
return record
}
async describe(units, query, limit) {
const wanted = query.phrases.length ? Math.max(limit, RANKING.candidates) : limit
const records = await Promise.all(units.slice(0, wanted).map(({ unit }) => this.record(unit)))
const pages = new Map()
for (const [place, record] of records.entries()) {
for (const [section, score] of units[place].sections) {
const [anchor, heading, text] = record.s[section % UNIT] ?? []
if (text === undefined) throw new SearchError("The search index has changed. Reload the page.")
const known = pages.get(record.f) ?? { record, sections: [] }
pages.set(record.f, known)
known.sections.push({ anchor, heading, text, score })
}
}
const results = []
for (const { record, sections } of pages.values()) {
sections.sort((a, b) => b.score - a.score)
const parts = sections.filter(({ score }, place) => query.phrases.length || place < 3 && score > sections[0].score / 2)
.map(section => this.part(section, record, query)).filter(part => part)
parts.sort((a, b) => b.score - a.score)
if (!parts.length) continue
const others = parts.slice(1, 3).filter(part => part.score > parts[0].score / 2)
results.push({ ...parts[0], title: record.t, type: record.y, topics: record.p, sections: others })
}
results.sort((a, b) => b.score - a.score)
return results.slice(0, limit)
}
part({ anchor, heading, text, score }, { u, t }, query) {
const said = plainWords(text)
const has = phrase => [t, heading, text].some(part => {
const forms = plainWords(part)
return forms.some((_, i) => phrase.every((form, j) => forms[i + j]?.form === form))
})
if (!query.phrases.every(has)) return null
const found = said.map(({ form, start, end }) => {
let slot = query.slotOf.get(form)
if (slot === undefined) {
slot = query.slots.findIndex(slot => slot.form === form || slot.lists.some(({ list }) => list.forms.has(form)))
query.slotOf.set(form, slot)
}
return { slot, start, end }
})
let closeness = 0
const pairs = new Set()
for (let i = 1; i < found.length; i++) {
const a = found[i - 1].slot, b = found[i].slot
if (a >= 0 && b === a + 1) pairs.add(a)
}
for (const a of pairs) closeness += Math.min(query.slots[a].idf, query.slots[a + 1].idf)
const isTitle = !anchor && plainWords(t).map(word => word.form).join(" ") === query.full
const { excerpt, marks } = this.excerpt(text, found, query)
return {
url: u + (anchor ? "#" + anchor : ""), section: heading, excerpt, marks,
score: score + RANKING.neighbours * closeness + (isTitle ? score : 0)
}
}
excerpt(text, found, { slots }) {
const width = 30
let best = 0, bestScore = -1
for (let start = 0; start < found.length; start++) {
if (start && found[start].slot < 0 && start % 8) continue
const seen = new Set()
let score = 0
for (let i = start; i < Math.min(found.length, start + width); i++) {
const slot = found[i].slot
if (slot < 0) continue
score += seen.has(slot) ? 0.1 : slots[slot].idf + (slots[slot].idf ? 0 : 0.1)
seen.add(slot)
}
if (score > bestScore) [best, bestScore] = [start, score]
}
if (!found.length) return { excerpt: "", marks: [] }
const hit = found[best].start
const sentence = hit - text.slice(0, hit).split(/\n|[.?!]\s|[。！？]/).at(-1).length
const back = found.findIndex(word => word.start >= sentence)
const first = best - back <= 12 ? back : Math.max(0, best - 5)
const last = Math.min(found.length, first + width + (best - first)) - 1
let at = found[first].start, excerpt = at > sentence && first !== back ? "… " : ""
const end = last === found.length - 1 ? text.length : found[last].end
const show = to => {
excerpt += text.slice(at, to).replace(/(?<![.?!:;,])\n/g, " · ").replace(/\s/g, " ")
at = to
return excerpt.length
}
const marks = []
for (const { slot, start, end } of found.slice(first, last + 1)) {
if (slot < 0 || end <= at) continue
const from = show(Math.max(start, at))
if (marks.at(-1)?.[1] === from) marks.at(-1)[1] = show(end)
else marks.push([from, show(end)])
}
show(end)
return { excerpt: excerpt.trimEnd() + (end < text.length ? " …" : ""), marks }
}
}
function make(name, attributes, ...children) {
const element = document.createElement(name)
for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
element.append(...children.flat().filter(child => child))
return element
}
const KINDS = {
question: "Question", topic: "Topic", role: "Role", template: "Template", plan: "Plan", page: "Page", term: "Term"
}
const HINT = "Ask a question or type a few words. “Quotes” find a phrase, -word leaves a word out."
function searchOf(site) {
let opening
return {
...site,
recent: recentSearches(site.root),
index: () => opening ??= openIndex(site.root, site).catch(error => {
opening = null
throw error
}),
href: (url) => site.root + url.replace(/(^|\/)(?=#|$)/, "$1index.html"),
all: (query) => `${site.link.href.split(/[?#]/)[0]}?${query}`
}
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
const isCut = (found, limit) => found.length > limit - 3
function count(number, what) {
return `${number} ${what}${number === 1 ? "" : "s"}`
}
function voice() {
const status = make("p", { role: "status", class: "visually-hidden" })
let timer
return [status, text => {
clearTimeout(timer)
timer = setTimeout(() => { status.textContent = text }, 300)
}]
}
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
function asker(search, show) {
let next, isBusy = false, timer
async function answer({ text, filters, limit, isTyping }) {
const index = await search.index()
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
if (asked.isTyping) timer = setTimeout(() => ask({ ...asked, isTyping: false, isCheck: true }), 400)
if (!asked.isCheck || found.corrections?.length && found.length) show(found, fault, asked)
}
isBusy = false
}
}
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
const chosen = form => {
const data = new FormData(form)
const all = name => data.getAll(name).filter(value => value)
return { text: data.get("q").trim(), filters: { type: all("type"), topic: all("topic"), role: all("role") } }
}
const hasFilters = ({ filters }) => Object.values(filters).some(values => values.length)
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
const nothing = asked => `Nothing found for “${asked.text}”${hasFilters(asked) ? " with these filters" : ""}.`
const ON_PAGE = 10
function startSearch(site) {
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
globalThis.milepostSearch = { startSearch }
})()
