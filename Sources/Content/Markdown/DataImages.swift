// Images that are written into the page itself, as word processors export them: `data:image/png;base64,…`.

import UTF8Text

/// Whether an address is an image that every browser shows, and nothing else.
func isDataImage(_ address: String) -> Bool {
    let bytes = address.utf8
    guard bytes.prefix(11).map(\.asciiLowercased).elementsEqual("data:image/".utf8),
        let comma = bytes.firstIndex(of: ",")
    else { return false }
    let type = String(address[..<comma]).dropFirst(11).lowercased()
    let kinds = ["png", "jpeg", "jpg", "gif", "webp", "avif", "bmp", "svg+xml"]
    return kinds.contains { type == $0 + ";base64" }
        && bytes[comma...].dropFirst().allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == "+" || $0 == "/" || $0 == "=" || $0 == "%"
        }
}
