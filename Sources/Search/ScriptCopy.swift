// Index files as scripts, for readers who have the site in a folder: there browsers let pages read scripts, not files.

/// The same bytes as a script that hands them to the client.
package func script(of file: SearchFile) -> SearchFile {
    var bytes = Array("milepostSearchFile(\"".utf8)
    bytes.append(contentsOf: file.address.utf8.dropFirst("search/".utf8.count))
    bytes.append(contentsOf: "\",\"".utf8)
    bytes.appendBase64(file.bytes)
    bytes.append(contentsOf: "\")\n".utf8)
    return SearchFile(address: file.address + ".js", bytes: bytes)
}

extension [UInt8] {
    /// RFC 4648, section 4.
    fileprivate mutating func appendBase64(_ bytes: [UInt8]) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<Swift.min(bytes.count, start + 3)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
    }
}
