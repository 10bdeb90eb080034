// XML written element by element, one on each line.

import UTF8Text

struct XMLWriter {
    var bytes: [UInt8] = []
    private var depth = 0

    mutating func open(_ name: StaticString, _ attributes: StaticString = "") {
        indent()
        bytes.write("<")
        bytes.write(name)
        bytes.write(attributes)
        bytes.write(">\n")
        depth += 1
    }

    mutating func close(_ name: StaticString) {
        depth -= 1
        indent()
        bytes.write("</")
        bytes.write(name)
        bytes.write(">\n")
    }

    mutating func element(_ name: StaticString, _ text: String) {
        indent()
        bytes.write("<")
        bytes.write(name)
        bytes.write(">")
        bytes.appendEscaped(text.unicodeScalars.contains(where: isNoCharacter) ? withoutNoCharacters(text) : text)
        bytes.write("</")
        bytes.write(name)
        bytes.write(">\n")
    }

    /// The two that are UTF-8 and no characters of XML (production 2 of the recommendation).
    private func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0xFFFE || scalar.value == 0xFFFF }

    private func withoutNoCharacters(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.map { isNoCharacter($0) ? "\u{FFFD}" : $0 })
        return String(result)
    }

    mutating func element(_ name: StaticString, _ number: Int) { element(name, String(number)) }

    private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth)) }
}
