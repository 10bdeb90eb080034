// The index of a handbook of a few files written in the test, and the client that searches it.

import Foundation
import Knowledge
import Search
import TestHandbooks

/// Parses, links and indexes `files`, by path.
func searchFiles(of files: [String: String]) throws -> [SearchFile] {
    let index = SearchIndex(of: try handbook(files))
    return index.files + index.recordTasks.flatMap { index.files(of: $0) }
}

/// What the client module finds in an index: for each query its pages' addresses and scores, best first.
func answers(_ queries: [String], in files: [SearchFile], limit: Int = 100) throws -> [[(url: String, score: Double)]] {
    let script = """
        import { readFileSync } from 'node:fs'
        const { files, queries, limit } = JSON.parse(readFileSync('input', 'utf8'))
        const load = async name => Uint8Array.from(Buffer.from(files['search/' + name.split('?')[0]], 'base64'))
        const index = await client.openIndex('', { load })
        for (const query of queries) {
          const found = await index.search(query, { limit })
          console.log(found.map(page => page.url + ' ' + page.score).join('\\t'))
        }
        """
    let input = try JSONSerialization.data(withJSONObject: [
        "files": Dictionary(uniqueKeysWithValues: files.map { ($0.address, Data($0.bytes).base64EncodedString()) }),
        "queries": queries, "limit": limit,
    ])
    let lines = try node(script, input: String(decoding: input, as: UTF8.self)).split(
        separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(queries.count).map { line in
        line.split(separator: "\t").map { part in
            let words = part.split(separator: " ", omittingEmptySubsequences: false)
            return (String(words[0]), Double(words[1]) ?? -1)
        }
    }
}
