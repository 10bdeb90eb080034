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
    let list = String(decoding: try JSONSerialization.data(withJSONObject: queries), as: UTF8.self)
    let script = """
        for (const query of \(list)) {
          const found = await index.search(query, { limit: \(limit) })
          console.log(found.map(page => page.url + ' ' + page.score).join('\\t'))
        }
        """
    return try printed(by: script, in: files).map { line in
        line.split(separator: "\t").map { part in
            let words = part.split(separator: " ", omittingEmptySubsequences: false)
            return (String(words[0]), Double(words[1]) ?? -1)
        }
    }
}

/// The lines that `script` prints in Node, where `index` is what these files hold.
func printed(by script: String, in files: [SearchFile]) throws -> [String] {
    let opening = """
        import { readFileSync } from 'node:fs'
        const files = JSON.parse(readFileSync('input', 'utf8'))
        const load = async name => Uint8Array.from(Buffer.from(files['search/' + name.split('?')[0]], 'base64'))
        const index = await client.openIndex('', { load })

        """
    return try node(opening + script, input: encoded(files)).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
}

/// The bytes of each file by its address, as JSON.
func encoded(_ files: [SearchFile]) throws -> String {
    let values = Dictionary(uniqueKeysWithValues: files.map { ($0.address, Data($0.bytes).base64EncodedString()) })
    return String(decoding: try JSONSerialization.data(withJSONObject: values), as: UTF8.self)
}
