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
        bytes.appendEscaped(text)
        bytes.write("</")
        bytes.write(name)
        bytes.write(">\n")
    }

    mutating func element(_ name: StaticString, _ number: Int) { element(name, String(number)) }

    private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth)) }
}
