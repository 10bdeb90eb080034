// Rows of named values, printed as a table for people or as JSON for programs.

import UTF8Text

struct Table {
    enum Value {
        case text(String)
        case number(Int)
        case none

        var shown: String {
            switch self {
            case .text(let text): text.visibleOnOneLine
            case .number(let number): String(number)
            case .none: "–"
            }
        }

        var json: JSON {
            switch self {
            case .text(let text): .string(text)
            case .number(let number): .integer(number)
            case .none: .null
            }
        }
    }

    /// The names of the columns, which are the keys of the JSON.
    let columns: [String]
    var rows: [[Value]] = []

    init(_ columns: String...) { self.columns = columns }

    init(columns: [String]) { self.columns = columns }

    mutating func add(_ values: Value...) { rows.append(values) }

    mutating func add(_ values: [Value]) { rows.append(values) }

    /// Columns are as wide as their widest value, but for the last one, which is as long as it is.
    var text: String {
        let cells = [columns] + rows.map { $0.map(\.shown) }
        let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let isNumeric = columns.indices.map { column in
            !rows.isEmpty && rows.allSatisfy { if case .number = $0[column] { true } else { false } }
        }
        return cells.map { row in
            row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                if isNumeric[column] { return padding + row[column] }
                return column == row.count - 1 ? row[column] : row[column] + padding
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    var json: JSON {
        .array(rows.map { row in .object(zip(columns, row).map { ($0, $1.json) }) })
    }

    func bytes(as format: TableFormat) -> String {
        switch format {
        case .text: text
        case .json: String(decoding: json.bytes, as: UTF8.self)
        }
    }
}
