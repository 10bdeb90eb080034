// How much a first search loads: node bytes.mjs SITE. Each query starts with nothing loaded; the client counts as it is
// sent, compressed by gzip.

import { readFileSync, readdirSync } from "node:fs"
import { readFile } from "node:fs/promises"
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

async function measure(query) {
  let bytes = 0, records = 0
  const depth = new Map()
  const index = await openIndex("", {
    load: async name => {
      const file = await readFile(join(site, "search", name.split("?")[0]))
      if (name.startsWith("records")) records += file.length
      else bytes += file.length
      return file
    }
  })
  await index.search(query)
  const start = performance.now()
  await index.search(query)
  return { all: client + bytes + records, index: bytes, records, warm: performance.now() - start }
}

function row(name, figures) {
  const sorted = key => figures.map(figure => figure[key]).sort((a, b) => a - b)
  const median = key => sorted(key)[sorted(key).length >> 1]
  const kb = number => (number / 1000).toFixed(1)
  console.log(`${name}: median ${kb(median("all"))} KB, worst ${kb(sorted("all").at(-1))} KB; of it index ${kb(median("index"))}, records ${kb(median("records"))}; again ${median("warm").toFixed(1)} ms`)
}

console.log(compressed.map(([name, length]) => `${name} ${(length / 1000).toFixed(1)} KB`).join(", "))
for (const [name, queries] of [["two words", words], ["questions", questions], ["typos", typos]]) {
  const figures = []
  for (const query of queries) figures.push(await measure(query))
  row(name, figures)
}
