// `[the register](risk register.md)`: CommonMark takes an address with spaces for text. It is read as what its author
// means, and the right spelling is said.

import UTF8Text

/// The bytes of a page with `<` and `>` around each address of a file with spaces in its name; `nil` when there is none.
/// A line stays a line.
func withSpacedAddressesMarked(
    _ bytes: [UInt8], of lines: Lines, firstLine: Int, log: inout DiagnosticLog
) -> [UInt8]? {
    var edits = TextEdits(of: bytes[...])
    var isInFence = false
    for line in stride(from: firstLine, through: lines.count, by: 1) {
        let range = lines.range(ofLine: line)
        guard range.count > 4 else { continue }
        if bytes[range].starts(with: "```".utf8) || bytes[range].starts(with: "~~~".utf8) { isInFence.toggle() }
        if isInFence { continue }
        var place = range.lowerBound
        while let mark = lines.firstOffset(of: linkMark.span, in: place..<range.upperBound) {
            place = mark + 2
            guard let close = bytes[place..<range.upperBound].firstIndex(of: ")") else { break }
            let address = bytes[place..<close]
            guard isFileWithSpaces(address), bytes[range.lowerBound..<mark].contains("["),
                bytes[range.lowerBound..<mark].count(where: { $0 == "`" }) % 2 == 0
            else { continue }
            let name = String(decoding: address, as: UTF8.self)
            log.report(
                .shownRaw, at: SourcePosition(line: line, column: place - range.lowerBound + 1),
                "spaces stand in the address of a link, which other programs show as it is typed",
                help: "write (<\(name)>), or rename the file")
            edits.replace(place..<close, with: Array("<".utf8) + address + Array(">".utf8))
            place = close
        }
    }
    return edits.result
}

private let linkMark = Array("](".utf8)

/// Whether an address is a path to a file, without a title behind it.
private func isFileWithSpaces(_ address: ArraySlice<UInt8>) -> Bool {
    guard let first = address.first, let last = address.last, !first.isASCIISpace, !last.isASCIISpace,
        address.contains(" "), !address.contains(where: { "<>\"'()\\".utf8.contains($0) || $0 == "\t" }),
        !String(decoding: address, as: UTF8.self).contains("://")
    else { return false }
    let path = address.prefix { $0 != "#" }
    let ending = splitExtension(of: String(decoding: path, as: UTF8.self)).extension
    return (1...5).contains(ending.utf8.count) && ending.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
}
