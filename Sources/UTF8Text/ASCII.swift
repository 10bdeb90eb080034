// Bytes as the ASCII characters that they are.

extension UInt8 {
    @inlinable package var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inlinable package var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    @inlinable package var isASCIISpace: Bool { self == " " || (0x09...0x0D).contains(self) }
    @inlinable package var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension UInt8: @retroactive ExpressibleByUnicodeScalarLiteral {
    /// Lets code say `case "<":` where it means the byte 0x3C. Traps on anything that is not ASCII.
    public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(ascii: scalar) }
}
