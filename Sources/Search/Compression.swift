// Compresses index files: zlib streams (RFC 1950), which browsers and Node can inflate and which carry a checksum.

import CDeflate

/// A compressor that can be used again and again, by one thread at a time.
@safe
struct Compressor: ~Copyable {
    private let compressor: OpaquePointer?

    /// - Parameter level: 1, fast, to 12, small.
    init(level: Int32) { unsafe compressor = libdeflate_alloc_compressor(level) }

    deinit { unsafe libdeflate_free_compressor(compressor) }

    func compress(_ bytes: [UInt8]) -> [UInt8] {
        let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = unsafe bytes.withUnsafeBytes {
                unsafe libdeflate_zlib_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, bound)
            }
        }
    }
}
