// Names in addresses: heading ids as GitHub forms them, and slugs of pages and folders.

/// The id that GitHub gives a heading: lower case; letters, digits, marks, `_` and `-` stay, spaces become `-`, the rest
/// goes. May be empty, for a heading without a single letter.
package func headingID(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiHeadingID(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
            result.append(scalar)
        case .spaceSeparator: result.append("-")
        default: if scalar == "-" { result.append(scalar) }
        }
    }
    return String(result)
}

private func asciiHeadingID(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
        if byte.isASCIILetter {
            result.append(byte.asciiLowercased)
        } else if byte.isASCIIDigit || byte == "_" || byte == "-" {
            result.append(byte)
        } else if byte == " " {
            result.append("-")
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// The slug of a file or folder name: lower case, runs of anything but letters, digits and marks become one `-`.
/// Letters of every script stay. Empty when nothing is left.
package func slug(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingDash = false
    for scalar in name.lowercased().unicodeScalars {
        let isWordPart =
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
        guard isWordPart else {
            pendingDash = !result.isEmpty
            continue
        }
        if pendingDash { result.append("-") }
        pendingDash = false
        result.append(scalar)
    }
    return String(result)
}

/// Splits `01-intro` into the order 1 and the name `intro`. A name that is only a number keeps it.
package func numberPrefix(of name: String) -> (order: Int?, rest: String) {
    let digits = name.utf8.prefix { $0.isASCIIDigit }
    let separators = name.utf8.dropFirst(digits.count).prefix { "-_. ".utf8.contains($0) }
    let rest = name.utf8.dropFirst(digits.count + separators.count)
    guard (1...4).contains(digits.count), !separators.isEmpty, !rest.isEmpty, let order = Int(String(digits) ?? "")
    else { return (nil, name) }
    return (order, String(rest) ?? name)
}

/// A file name as a title: `01-risk_register` reads "Risk register".
package func title(ofFileName name: String) -> String {
    let words = numberPrefix(of: name).rest.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
}

/// Orders titles as a reader would: case aside, numbers by value; ties by bytes, so that the order is total.
package func readsBefore(_ left: String, _ right: String) -> Bool {
    var a = Array(left.lowercased().utf8)[...]
    var b = Array(right.lowercased().utf8)[...]
    while let first = a.first, let second = b.first {
        if first.isASCIIDigit, second.isASCIIDigit {
            let one = a.prefix { $0.isASCIIDigit }.drop { $0 == "0" }
            let two = b.prefix { $0.isASCIIDigit }.drop { $0 == "0" }
            if one.count != two.count { return one.count < two.count }
            if !one.elementsEqual(two) { return one.lexicographicallyPrecedes(two) }
            a = a.drop { $0.isASCIIDigit }
            b = b.drop { $0.isASCIIDigit }
        } else if first != second {
            return first < second
        } else {
            a.removeFirst()
            b.removeFirst()
        }
    }
    if a.isEmpty != b.isEmpty { return a.isEmpty }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
}
