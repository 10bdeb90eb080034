// English: the map of topics.

extension MapWords {
    static let english = MapWords(
        drawingOfTopics: "Drawing of the topics and their connections",
        drawingOfSections: "Drawing of the sections and their connections",
        drawingAround: "Drawing of the topics around this one",
        skipDrawing: "Skip the drawing",
        sameAsLists: "The same as lists",
        sameAsList: "The same as a list",
        aroundThisTopic: "Around this topic",
        mapOfAllTopics: "Map of all topics",
        key: { key in
            switch key {
            case .branch: "Set in: part of the topic above"
            case .partOf: "Part of the topic at the diamond"
            case .precedes: "Comes before the topic at the arrow"
            case .related: "Related"
            case .link: "The texts are linked; of these, the strongest"
            case .oneWay: "The text links to the topic at the arrow"
            case .bothWays: "Both texts link to the other"
            case .dots: "The larger the dot, the more connections"
            case .sections: "The thicker the line, the more connections between the topics of two sections"
            }
        },
        tie: { tie in
            switch tie {
            case .partOf: "Part of"
            case .parts: "Its parts"
            case .after: "Comes after"
            case .before: "Comes before"
            case .related: "Related"
            case .bothWays: "Linked both ways"
            case .leadsTo: "Links to"
            case .ledToBy: "Linked from"
            }
        },
        leadsHere: "Leads here",
        leadsOnTo: "Leads on to",
        partOf: "Part of",
        itsParts: "Its parts",
        partOfSection: { "\($0), \($1) of \($2)" },
        topics: { counted($0, "topic") },
        mostConnections: "Most connections",
        connections: { "(\($0))" })
}
