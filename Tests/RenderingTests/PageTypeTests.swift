// What the graph of pages believes that a page shows is what the page shows.

import Content
import Knowledge
import Testing

@testable import Rendering

@Suite struct PageTypeTests {
    @Test(arguments: PageType.allCases)
    func aTopicListsThePagesThatCountAsShownByIt(_ type: PageType) {
        #expect((type.listOnTopics != nil) == type.isShownByItsTopics)
    }
}
