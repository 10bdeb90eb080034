// What readers see of a page in the results: its title, address and text. One record for every unit of sixteen sections.

import Content
import Knowledge
import UTF8Text

/// Some pages whose records fill whole files.
package struct RecordTask: Sendable {
    /// Of the files, relative to the root of the site.
    package let addresses: [String]
    fileprivate let pages: Range<Int>
}

extension IndexPlan {
    var recordTasks: [RecordTask] {
        var tasks: [RecordTask] = []
        var start = 0
        for page in pages.indices {
            let end = page + 1 < pages.count ? firstUnits[page + 1] : units
            guard end % unitsPerRecord == 0 || end == units else { continue }
            let files = firstUnits[start] / unitsPerRecord...(end - 1) / unitsPerRecord
            tasks.append(RecordTask(addresses: files.map(recordAddress), pages: start..<page + 1))
            start = page + 1
        }
        return tasks
    }
}

private func recordAddress(_ number: Int) -> String { "search/records/\(number / 100)/\(number).bin" }

func recordFiles(of task: RecordTask, _ plan: IndexPlan) -> [SearchFile] {
    let compressor = Compressor(level: 7)
    var units: [[UInt8]] = []
    for page in task.pages {
        units += records(of: searchPage(page, of: plan), firstUnit: plan.firstUnits[page], handbook: plan.handbook)
    }
    return task.addresses.enumerated().map { index, address in
        let start = index * plan.unitsPerRecord
        var bytes = FileKind.records.header + Array("[".utf8)
        for unit in start..<min(units.count, start + plan.unitsPerRecord) {
            if unit > start { bytes.append(",") }
            bytes.append(contentsOf: units[unit])
        }
        bytes.append("]")
        return SearchFile(address: address, bytes: compressor.compress(bytes))
    }
}

/// The records of a page, as JSON: one for each of its units.
func records(of page: SearchPage, firstUnit: Int, handbook: Handbook) -> [[UInt8]] {
    let address = publicAddress(handbook.address(of: page.id))
    let topics = handbook.relations.targets(of: .topic, from: page.id).prefix(3).map { handbook[$0].label }
    return stride(from: 0, to: page.sections.count, by: Unit.sections).map { start in
        let sections = page.sections[start..<min(page.sections.count, start + Unit.sections)]
        var bytes: [UInt8] = []
        bytes.append(contentsOf: "{\"n\":\(firstUnit + start / Unit.sections),\"f\":\(firstUnit),\"u\":".utf8)
        bytes.appendPlainJSONString(address)
        bytes.write(",\"t\":")
        bytes.appendPlainJSONString(page.title)
        bytes.append(contentsOf: ",\"y\":\"\(page.type.rawValue)\",\"p\":[".utf8)
        for (index, topic) in topics.enumerated() {
            if index > 0 { bytes.append(",") }
            bytes.appendPlainJSONString(topic)
        }
        bytes.write("],\"s\":[")
        for (index, section) in sections.enumerated() {
            if index > 0 { bytes.append(",") }
            bytes.write("[")
            bytes.appendPlainJSONString(section.anchor)
            bytes.write(",")
            bytes.appendPlainJSONString(section.headings.joined(separator: " › "))
            bytes.write(",")
            bytes.appendPlainJSONString(page.text(of: section))
            bytes.write("]")
        }
        bytes.write("]}")
        return bytes
    }
}

/// The address of a page as links spell it: `index.html` left out.
func publicAddress(_ address: String) -> String {
    address == "index.html" ? "" : address.hasSuffix("/index.html") ? String(address.dropLast(10)) : address
}

extension [UInt8] {
    /// UTF-8 text as a JSON string, with no more escapes than JSON asks for: records are data, never part of a page.
    fileprivate mutating func appendPlainJSONString(_ text: String) { appendPlainJSONString(Array(text.utf8)) }

    fileprivate mutating func appendPlainJSONString(_ text: [UInt8]) {
        append("\"")
        var copied = 0
        for index in text.indices where text[index] < " " || text[index] == "\"" || text[index] == "\\" {
            append(contentsOf: text[copied..<index])
            copied = index + 1
            switch text[index] {
            case "\n": write("\\n")
            case 0x00..<0x20: append(" ")
            default:
                append("\\")
                append(text[index])
            }
        }
        append(contentsOf: text[copied...])
        append("\"")
    }
}
