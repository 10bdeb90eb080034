// Amounts and units as programs read them.

/// Hundredths, or thousandths, as a decimal number with two, or three, digits behind the point.
func exactDecimal(_ units: Int, digits: Int = 2) -> String {
    let scale: UInt = digits == 3 ? 1000 : 100
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    return "\(units < 0 ? "-" : "")\(whole).\(String(scale + rest).dropFirst())"
}
