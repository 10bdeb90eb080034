// The handbook of this repository, for tests of it.

import Foundation
import TestSupport

let handbookFolder = repository.appending(path: "content")

/// The day after which nothing in the handbook was updated, as `SOURCE_DATE_EPOCH`: on it no page is from the future, and
/// none was left alone for a year.
let handbookDay: [String: String] = {
    let files = FileManager.default.enumerator(at: handbookFolder, includingPropertiesForKeys: nil)
    var last = ""
    while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "md", let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        if let day = text.firstMatch(of: /(?m)^updated: (\d{4}-\d\d-\d\d)$/) { last = max(last, String(day.1)) }
    }
    let formatter = ISO8601DateFormatter()
    let date = formatter.date(from: last + "T12:00:00Z") ?? Date()
    return ["SOURCE_DATE_EPOCH": String(Int(date.timeIntervalSince1970))]
}()
