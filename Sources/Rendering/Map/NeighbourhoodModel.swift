// The drawing near the end of a topic's page, and the same as a list.

import Content
import Knowledge
import UTF8Text

extension Site {
    /// `nil` for a topic that nothing is connected with.
    func neighbourhoodHTML(of page: Page) -> [UInt8]? {
        let graph = handbook.topicGraph
        guard let topic = graph.place(of: page.id), !graph.edgesOfTopic[topic].isEmpty else { return nil }
        let around = Neighbourhood(of: topic, in: graph)
        var html: [UInt8] = []
        html.write("<h2 id=\"page:around\">")
        html.appendEscaped(wording.map.aroundThisTopic)
        html.write("</h2>\n")
        html.appendMapFigure(
            wording.map.drawingAround,
            neighbourhoodSVG(
                around, of: topic, name: { handbook[graph.topics[$0]].label },
                href: { href(from: page.id, to: graph.topics[$0]) }, words: wording),
            keys: around.keys(of: topic), words: wording.map)
        html.write("<details class=\"map-words\">\n<summary>")
        html.appendEscaped(wording.map.sameAsList)
        html.write("</summary>\n")
        let ties = tiedTopics(graph.edgesOfTopic[topic].map { graph.edges[$0] }, of: topic)
        html.appendTies(ties, wording: wording) { other, html in
            html.appendLink(to: href(from: page.id, to: graph.topics[other]), handbook[graph.topics[other]].label)
        }
        html.write("\n</details>\n")
        if let map = handbook.map {
            html.write("<p class=\"map-all\">")
            html.appendLink(to: href(from: page.id, to: map), wording.map.mapOfAllTopics)
            html.write("</p>\n")
        }
        return html
    }
}
