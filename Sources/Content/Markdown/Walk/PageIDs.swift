// The ids on a page, each once.

struct PageIDs {
    private var used: Set<String> = []
    /// The highest number that was put behind each id to make it unique.
    private var lastNumbers: [String: Int] = [:]
    /// Those that are not headings': of raw HTML and of footnotes.
    private(set) var anchors: [String] = []

    /// Takes an id; `false` when the page has it already.
    mutating func take(_ id: String) -> Bool { used.insert(id).inserted }

    /// Takes an id, with a number behind it that the page does not have yet.
    mutating func takeNumbered(_ id: String) -> String {
        var number = lastNumbers[id, default: 1]
        repeat { number += 1 } while !take("\(id)-\(number)")
        lastNumbers[id] = number
        return "\(id)-\(number)"
    }

    mutating func addAnchor(_ id: String) { anchors.append(id) }
}
