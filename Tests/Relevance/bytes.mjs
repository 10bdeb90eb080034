// How much a first search loads: node bytes.mjs SITE. Each query starts with nothing loaded; the client counts as it is
// sent, compressed by gzip.

import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"

const site = process.argv[2]
const here = fileURLToPath(new URL(".", import.meta.url))
const source = readFileSync(join(here, "../../site-template/assets/js/search.js"))
const { openIndex } = await import("data:text/javascript;base64," + source.toString("base64"))
const compressed = readdirSync(join(site, "assets")).filter(name => /^search(-dialog)?\..*\.(js|css)$/.test(name))
  .map(name => [name, gzipSync(readFileSync(join(site, "assets", name)), { level: 9 }).length])
const client = compressed.reduce((sum, [, length]) => sum + length, 0)

const words = ["risk register", "status report", "steering committee", "project sponsor", "critical path", "business case",
  "change control", "lessons learned", "resource planning", "stage gate"]
const questions = ["how do I write an implementation plan for a project management office",
  "what is the difference between a risk and an issue and who owns them", "who approves the business case and the budget",
  "how often should the steering committee review the risks of a project",
  "which records does a project manager hand over when a project is closed",
  "what does the sponsor do when a project is late and over budget", "how do we measure whether the office is successful",
  "when should a project be stopped and who decides about it", "how do I plan the communication with stakeholders",
  "how long does it take to set up an office and how many people are needed"]
const typos = ["risk regsiter", "steerng committee", "projcet sponsor", "bussiness case", "lesons learned"]

/** Loads files as a network would: those that are asked for together come together. */
function network() {
  const net = { index: 0, records: 0, rounds: 0 }
  let waiting = [], timer
  net.load = name => new Promise(resolve => {
    waiting.push([name, resolve])
    clearTimeout(timer)
    timer = setTimeout(() => {
      const together = waiting
      waiting = []
      net.rounds++
      for (const [name, resolve] of together) {
        const file = readFileSync(join(site, "search", name.split("?")[0]))
        net[name.startsWith("records") ? "records" : "index"] += file.length
        resolve(file)
      }
    }, 25)
  })
  return net
}

async function measure(query) {
  const net = network()
  const index = await openIndex("", net)
  await index.search(query)
  const { index: bytes, records, rounds } = net
  const start = performance.now()
  await index.search(query)
  const warm = performance.now() - start
  return { all: client + bytes + records, index: bytes, records, rounds, warm }
}

/** How much each query loads beyond records when those before it were asked already. */
async function session(queries) {
  const net = network()
  const index = await openIndex("", net)
  const steps = []
  for (const query of queries) {
    const before = net.index
    await index.search(query)
    steps.push({ following: net.index - before })
  }
  return steps.slice(1)
}

const kb = number => (number / 1000).toFixed(1)

function summary(figures, key) {
  const sorted = figures.map(figure => figure[key]).sort((a, b) => a - b)
  return { median: sorted[sorted.length >> 1], worst: sorted.at(-1) }
}

function row(name, figures) {
  const all = summary(figures, "all"), rounds = summary(figures, "rounds")
  console.log(`${name}: median ${kb(all.median)} KB, worst ${kb(all.worst)} KB; of it index `
    + `${kb(summary(figures, "index").median)}, records ${kb(summary(figures, "records").median)}; round trips `
    + `${rounds.median}, at most ${rounds.worst}; again ${summary(figures, "warm").median.toFixed(1)} ms`)
}

console.log(compressed.map(([name, length]) => `${name} ${(length / 1000).toFixed(1)} KB`).join(", "))
for (const [name, queries] of [["two words", words], ["questions", questions], ["typos", typos]]) {
  const figures = []
  for (const query of queries) figures.push(await measure(query))
  row(name, figures)
}
const following = summary(await session([...words, ...questions]), "following")
console.log(`following queries: median ${kb(following.median)} KB without records, worst ${kb(following.worst)} KB`)
