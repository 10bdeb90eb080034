// The scripts have a name for each type of page that the index tells apart.

import Content
import Foundation
import TestSupport
import Testing

struct SearchNamesTests {
    @Test func theScriptsNameEveryType() throws {
        let path = repository.appending(path: "site-template/assets/js/search-interface.js")
        let script = try String(contentsOf: path, encoding: .utf8)
        let table = try #require(script.firstMatch(of: /(?s)const KINDS = \{(.*?)\}/)).1
        let named = table.matches(of: /(\w+): "/).map { String($0.1) }
        #expect(Set(named) == Set(PageType.allCases.map(\.rawValue) + ["term"]))
    }
}
