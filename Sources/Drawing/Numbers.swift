// Numbers as drawings write them: whole inside, tenths of a pixel and parts of the size of type outside.

/// Tenths of a pixel, as SVG has them.
package func tenths(_ value: Int) -> String {
    let (whole, rest) = abs(value).quotientAndRemainder(dividingBy: 10)
    let text = rest == 0 ? String(whole) : "\(whole).\(rest)"
    return value < 0 ? "-" + text : text
}

/// Pixels in units of the usual size of type, of which sixteen pixels are one.
package func rem(_ pixels: Int) -> String {
    let hundredths = pixels * 100 / 16
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)rem"
}
