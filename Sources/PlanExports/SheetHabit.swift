// How spreadsheets in a language read CSV: where the decimal sign is a comma, the separator is a semicolon.
//
// Source: the number elements of the Unicode Common Locale Data Repository (decimal sign by language and region).

struct SheetHabit {
    let separator: UInt8
    let point: UInt8

    /// - Parameter language: a tag such as `de` or `es-MX`.
    init(language: String) {
        let parts = language.lowercased().split(separator: "-").map(String.init)
        let base = parts.first ?? ""
        let region = parts.dropFirst().first { $0.utf8.count == 2 } ?? ""
        let isComma = Self.commaLanguages.contains(base) && !Self.pointRegions.contains("\(base)-\(region)")
        separator = isComma ? UInt8(ascii: ";") : UInt8(ascii: ",")
        point = isComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    private static let commaLanguages: Set<String> = [
        "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr", "gl", "hr",
        "hu",
        "hy", "id", "is", "it", "ka", "kk", "ky", "lb", "lt", "lv", "mk", "mn", "nb", "nl", "nn", "no", "pl", "pt",
        "ro",
        "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
    ]

    /// Where the language has a comma elsewhere.
    private static let pointRegions: Set<String> = [
        "de-ch", "de-li", "it-ch", "es-419", "es-mx", "es-us", "es-gt", "es-hn", "es-ni", "es-pa", "es-pe", "es-pr",
        "es-sv", "es-do", "es-cu",
    ]
}
