// The map of topics, the drawing around one topic, and the same in words.

struct MapWords: Sendable {
    /// The names of the drawings, for those who hear the page.
    let drawingOfTopics, drawingOfSections, drawingAround: String
    /// The link over a drawing, for those who use a keyboard.
    let skipDrawing: String
    /// Above the lists that say what the drawing shows, and what opens the one on a topic's page.
    let sameAsLists, sameAsList: String
    /// The heading of the drawing on a topic's page, and the link below it.
    let aroundThisTopic, mapOfAllTopics: String
    /// What the lines and signs of a drawing mean.
    let key: @Sendable (_ key: MapKey) -> String
    /// Stands before the topics that are tied so to the topic in question.
    let tie: @Sendable (_ tie: TopicTie) -> String
    /// Above the topics that lead to a topic, and those that it leads to.
    let leadsHere, leadsOnTo: String
    /// Above the wholes and the parts of a topic.
    let partOf, itsParts: String
    /// Above one of several boxes for the topics of a long section.
    let partOfSection: @Sendable (_ section: String, _ part: Int, _ parts: Int) -> String
    /// How many topics a section has.
    let topics: @Sendable (_ count: Int) -> String
    /// Stands before the sections that a section is tied to most.
    let mostConnections: String
    /// Behind such a section: how many connections.
    let connections: @Sendable (_ count: Int) -> String
}
