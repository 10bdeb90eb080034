// Whether a table fits on paper without breaking a word, where nobody can scroll.

/// How narrow a table can be without breaking a word: the longest word of each column, in characters.
package struct TableWidth {
    private var columns: [Int] = []

    package init() {}

    package mutating func add(_ text: some Sequence<UInt8>, toColumn column: Int) {
        while columns.count <= column { columns.append(0) }
        var length = 0
        for byte in text {
            if byte.isASCIISpace {
                length = 0
            } else if byte & 0xC0 != 0x80 {
                length += 1
                columns[column] = max(columns[column], length)
            }
        }
    }

    /// - Parameter characters: of a line without a table, at the size of the table's letters.
    package func fits(characters: Int) -> Bool {
        let spacing = 3
        return columns.reduce(0) { $0 + $1 + spacing } <= characters
    }
}
