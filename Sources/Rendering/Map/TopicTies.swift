// What connects one topic with others, in words: the text that says the same as the drawings.

import Knowledge
import UTF8Text

/// A connection as one of its topics sees it, in the order in which readers are told.
enum TopicTie: Int, CaseIterable {
    case partOf, parts, after, before, related, bothWays, leadsTo, ledToBy

    init(_ edge: TopicEdge, from topic: Int) {
        let isFirst = edge.from == topic
        switch edge.kind {
        case .partOf: self = isFirst ? .partOf : .parts
        case .precedes: self = isFirst ? .before : .after
        case .related: self = .related
        case .link: self = edge.isMutual ? .bothWays : isFirst ? .leadsTo : .ledToBy
        }
    }
}

/// The topics at the other ends of `edges`, by the tie to `topic`, each group in the order of the edges.
func tiedTopics(_ edges: [TopicEdge], of topic: Int) -> [[Int]] {
    var ties: [[Int]] = TopicTie.allCases.map { _ in [] }
    for edge in edges {
        ties[TopicTie(edge, from: topic).rawValue].append(edge.from == topic ? edge.to : edge.from)
    }
    return ties
}

extension [UInt8] {
    mutating func appendLink(to href: String, _ title: String) {
        write("<a href=\"")
        appendEscaped(href)
        write("\">")
        appendEscaped(title)
        write("</a>")
    }

    /// The ties as a list; `link` appends the link to a topic.
    mutating func appendTies(_ ties: [[Int]], wording: Wording, link: (Int, inout [UInt8]) -> Void) {
        write("<ul class=\"ties\">")
        for tie in TopicTie.allCases where !ties[tie.rawValue].isEmpty {
            write("<li><span class=\"tie\">")
            appendEscaped(wording.map.tie(tie))
            write("</span> ")
            for (place, topic) in ties[tie.rawValue].enumerated() {
                if place > 0 { appendEscaped(wording.lists.separator) }
                link(topic, &self)
            }
            write("</li>")
        }
        write("</ul>")
    }
}
