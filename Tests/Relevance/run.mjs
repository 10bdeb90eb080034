// Answers queries from a built site, as readers would see them: node run.mjs SITE < queries.tsv
// Each line of the input is an id, a tab and a text; each line of the output an id, an address, a rank and a score.

import { readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const here = fileURLToPath(new URL(".", import.meta.url))
const source = await readFile(join(here, "../../site-template/assets/js/search.js"), "utf8")
const { openIndex } = await import("data:text/javascript;base64," + Buffer.from(source).toString("base64"))

const root = process.argv[2]
const index = await openIndex("", { load: name => readFile(join(root, "search", name.split("?")[0])) })
const lines = readFileSync(0, "utf8").split("\n").filter(line => line)
const output = []
let longest = 0
for (const line of lines) {
  const [id, text] = line.split("\t")
  const start = performance.now()
  const results = await index.search(text, { limit: 10 })
  longest = Math.max(longest, performance.now() - start)
  results.forEach(({ url, score }, place) => output.push(`${id}\t${url}\t${place + 1}\t${score.toFixed(6)}`))
}
process.stdout.write(output.join("\n") + "\n")
if (process.env.MILEPOST_TIMES) console.error(`longest query: ${longest.toFixed(1)} ms`)
