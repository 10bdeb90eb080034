// Values as bytes between two copies of this program, and later in its cache. Not a public format: both ends are the
// same build, and a version stands before anything that is kept.

package protocol WireCodable {
    func write(to wire: inout WireWriter)
    init(from wire: inout WireReader) throws(WireError)
}

/// The bytes are not what this build writes: cut off, or from elsewhere.
package struct WireError: Error {
    package init() {}
}

package struct WireWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Numbers take one byte per seven bits, least significant first, negatives by zigzag.
    package mutating func integer(_ value: Int) {
        var rest = UInt(bitPattern: value << 1 ^ value >> (Int.bitWidth - 1))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func blob(_ value: [UInt8]) {
        integer(value.count)
        bytes.append(contentsOf: value)
    }

    package mutating func value(_ value: some WireCodable) { value.write(to: &self) }
}

package struct WireReader {
    private let bytes: [UInt8]
    private var index = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { index == bytes.count }

    package mutating func integer() throws(WireError) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            guard index < bytes.count, shift < 64 else { throw WireError() }
            let byte = bytes[index]
            index += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// The number of elements that follow.
    package mutating func count() throws(WireError) -> Int {
        let count = try integer()
        guard count >= 0 else { throw WireError() }
        return count
    }

    package mutating func blob() throws(WireError) -> [UInt8] {
        let count = try integer()
        guard count >= 0, count <= bytes.count - index else { throw WireError() }
        defer { index += count }
        return Array(bytes[index..<index + count])
    }

    package mutating func value<Value: WireCodable>(_ type: Value.Type = Value.self) throws(WireError) -> Value {
        try Value(from: &self)
    }
}

extension Int: WireCodable {
    package func write(to wire: inout WireWriter) { wire.integer(self) }
    package init(from wire: inout WireReader) throws(WireError) { self = try wire.integer() }
}

extension Bool: WireCodable {
    package func write(to wire: inout WireWriter) { wire.integer(self ? 1 : 0) }
    package init(from wire: inout WireReader) throws(WireError) { self = try wire.integer() != 0 }
}

extension String: WireCodable {
    package func write(to wire: inout WireWriter) { wire.blob(Array(utf8)) }
    package init(from wire: inout WireReader) throws(WireError) {
        self = String(decoding: try wire.blob(), as: UTF8.self)
    }
}

extension Array: WireCodable where Element: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.integer(count)
        for element in self { element.write(to: &wire) }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self = []
        for _ in 0..<(try wire.count()) { append(try Element(from: &wire)) }
    }
}

extension Optional: WireCodable where Wrapped: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(self != nil)
        if let wrapped = self { wrapped.write(to: &wire) }
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self = try wire.value(Bool.self) ? .some(try Wrapped(from: &wire)) : nil
    }
}

extension WireCodable where Self: RawRepresentable, RawValue == UInt8 {
    package func write(to wire: inout WireWriter) { wire.integer(Int(rawValue)) }
    package init(from wire: inout WireReader) throws(WireError) {
        guard let raw = UInt8(exactly: try wire.integer()), let value = Self(rawValue: raw) else { throw WireError() }
        self = value
    }
}

extension Severity: WireCodable {}

extension SourcePosition: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.integer(line)
        wire.integer(column)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(line: try wire.integer(), column: try wire.integer())
    }
}

extension CalendarDate: WireCodable {
    package func write(to wire: inout WireWriter) { wire.integer(daysSince1970) }
    package init(from wire: inout WireReader) throws(WireError) { self.init(daysSince1970: try wire.integer()) }
}

extension Diagnostic: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(rule)
        wire.value(severity)
        wire.value(path)
        wire.value(position)
        wire.value(message)
        wire.value(help)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        rule = try wire.value()
        severity = try wire.value()
        path = try wire.value()
        position = try wire.value()
        message = try wire.value()
        help = try wire.value()
    }
}
