// How work that takes pages one by one may be spread over the cores of a machine, without knowing of any.

/// Something that does the same work for each of a number of pages, in any order and perhaps at the same time, and
/// returns what came out in the order of the pages.
package protocol PageMapping: Sendable {
    func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result]
}

/// One page after the other.
package struct OneByOne: PageMapping {
    package init() {}

    package func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        (0..<count).map(work)
    }
}
