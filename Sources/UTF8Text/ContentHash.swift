// A fingerprint of bytes: to name files by their content and to see whether anything changed. Not for secrets.

/// 128 bits: two XXH64 sums of the same bytes under different seeds.
/// Source: the specification of XXH64 by Yann Collet, "xxHash fast digest algorithm", version 0.1.1.
package struct ContentHash: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(of bytes: [UInt8]) {
        let span = bytes.span
        high = xxh64(span, seed: 0)
        low = xxh64(span, seed: 0x6D69_6C65_706F_7374)
    }

    /// 32 hexadecimal digits.
    package var description: String { hexadecimal(high) + hexadecimal(low) }

    /// 10 hexadecimal digits: enough to tell the versions of one file apart in its name.
    package var short: String { String(hexadecimal(high).prefix(10)) }
}

private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

private let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63, 0x27D4_EB2F_1656_67C5
)

package func xxh64(_ bytes: Span<UInt8>, seed: UInt64) -> UInt64 {
    func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
    func round(_ sum: UInt64, _ lane: UInt64) -> UInt64 { rotate(sum &+ lane &* primes.1, 31) &* primes.0 }
    func word(at index: Int, bytes count: Int) -> UInt64 {
        var value: UInt64 = 0
        for offset in 0..<count { value |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
        return value
    }

    var index = 0
    var sum: UInt64
    if bytes.count >= 32 {
        var a = seed &+ primes.0 &+ primes.1
        var b = seed &+ primes.1
        var c = seed
        var d = seed &- primes.0
        while index + 32 <= bytes.count {
            a = round(a, word(at: index, bytes: 8))
            b = round(b, word(at: index + 8, bytes: 8))
            c = round(c, word(at: index + 16, bytes: 8))
            d = round(d, word(at: index + 24, bytes: 8))
            index += 32
        }
        sum = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
        for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* primes.0 &+ primes.3 }
    } else {
        sum = seed &+ primes.4
    }
    sum = sum &+ UInt64(bytes.count)
    while index + 8 <= bytes.count {
        sum = rotate(sum ^ round(0, word(at: index, bytes: 8)), 27) &* primes.0 &+ primes.3
        index += 8
    }
    if index + 4 <= bytes.count {
        sum = rotate(sum ^ word(at: index, bytes: 4) &* primes.0, 23) &* primes.1 &+ primes.2
        index += 4
    }
    while index < bytes.count {
        sum = rotate(sum ^ UInt64(bytes[index]) &* primes.4, 11) &* primes.0
        index += 1
    }
    sum = (sum ^ sum >> 33) &* primes.1
    sum = (sum ^ sum >> 29) &* primes.2
    return sum ^ sum >> 32
}
