// The page of the topic map: the drawing, what its lines mean, and the same as lists.

import Content
import Knowledge
import Templates
import UTF8Text

struct MapModel: TemplateModel {
    let breadcrumbs: [LinkModel]
    let intro: String
    let body: [UInt8]
    let countLabel: String
    let map: [UInt8]

    static let slots: [Slot<MapModel>] = [
        .list("breadcrumbs", \.breadcrumbs), .text("intro", \.intro), .html("body", \.body),
        .text("count_label", \.countLabel), .html("map", \.map),
    ]

    init(of page: Page, on site: Site) {
        let graph = site.handbook.topicGraph
        breadcrumbs = site.breadcrumbs(of: page)
        intro = page.parsed.header.summary ?? site.wording.pages.mapIntro
        body = site.filledHTML(of: page)
        countLabel = site.wording.counts.topicsInSections(graph.topics.count, graph.sections.count)
        map = site.mapHTML(graph, on: page)
    }
}

extension Site {
    fileprivate func mapHTML(_ graph: TopicGraph, on page: Page) -> [UInt8] {
        var html: [UInt8] = []
        html.write("<a class=\"skip-link\" href=\"#page:lists\">")
        html.appendEscaped(wording.map.skipDrawing)
        html.write("</a>\n")
        if graph.topics.count > mostTopicsDrawn {
            appendSectionMap(graph, on: page, to: &html)
        } else {
            appendTopicMap(graph, on: page, to: &html)
        }
        return html
    }

    // MARK: All topics

    private func appendTopicMap(_ graph: TopicGraph, on page: Page, to html: inout [UInt8]) {
        let edges = graph.strongestEdges(linksPerTopic: linksPerTopic(graph.topics.count))
        let names = graph.topics.map { handbook[$0].label }
        let hrefs = graph.topics.map { href(from: page.id, to: $0) }
        let subject = MapSubject(topicsOf: graph, edges: edges, names: names, words: wording.map)
        html.appendMapFigure(
            wording.map.drawingOfTopics, MapPlan(subject).svg(names: names, hrefs: hrefs), keys: subject.keys,
            words: wording.map)
        openLists(in: &html)
        var edgesOfTopic: [[TopicEdge]] = Array(repeating: [], count: graph.topics.count)
        for edge in edges {
            edgesOfTopic[edge.from].append(edge)
            edgesOfTopic[edge.to].append(edge)
        }
        for (place, section) in graph.sections.enumerated() {
            html.appendSectionHeading(section, number: place)
            html.write("<ul class=\"map-list\">\n")
            for topic in section.members {
                html.write("<li>")
                html.appendLink(to: hrefs[topic], names[topic])
                if !edgesOfTopic[topic].isEmpty {
                    html.appendTies(tiedTopics(edgesOfTopic[topic], of: topic), wording: wording) {
                        $1.appendLink(to: hrefs[$0], names[$0])
                    }
                }
                html.write("</li>\n")
            }
            html.write("</ul>\n</div>\n")
        }
        html.write("</div>\n")
    }

    /// The more topics, the fewer of the links in their texts: a drawing bears some hundred lines.
    private func linksPerTopic(_ topics: Int) -> Int { topics <= 80 ? 2 : 1 }

    private func openLists(in html: inout [UInt8]) {
        html.write("<h2 id=\"page:lists\">")
        html.appendEscaped(wording.map.sameAsLists)
        html.write("</h2>\n<div class=\"map-lists\">\n")
    }

    // MARK: Sections alone

    /// What connects each topic then stands on its own page.
    private func appendSectionMap(_ graph: TopicGraph, on page: Page, to html: inout [UInt8]) {
        let drawn = graph.largestSections
        let connections = graph.strongestConnections(between: drawn)
        let subject = MapSubject(sections: drawn, of: graph, connections: connections, words: wording.map)
        let names = subject.rows.map { wording.lists.labelled(graph.sections[drawn[$0.box]].title, $0.name) }
        html.appendMapFigure(
            wording.map.drawingOfSections,
            MapPlan(subject).svg(names: names, hrefs: drawn.map { "#" + sectionAnchor($0) }),
            keys: [.sections], words: wording.map)
        openLists(in: &html)
        var partners: [[(section: Int, count: Int)]] = Array(repeating: [], count: graph.sections.count)
        for connection in connections {
            partners[connection.low].append((connection.high, connection.count))
            partners[connection.high].append((connection.low, connection.count))
        }
        for (place, section) in graph.sections.enumerated() {
            html.appendSectionHeading(section, number: place)
            if !partners[place].isEmpty {
                html.write("<p class=\"ties\"><span class=\"tie\">")
                html.appendEscaped(wording.map.mostConnections)
                html.write("</span> ")
                for (index, partner) in partners[place].enumerated() {
                    if index > 0 { html.appendEscaped(wording.lists.separator) }
                    html.appendLink(to: "#" + sectionAnchor(partner.section), graph.sections[partner.section].title)
                    html.appendEscaped(" " + wording.map.connections(partner.count))
                }
                html.write("</p>\n")
            }
            html.write("<ul class=\"map-list\">\n")
            for topic in section.members {
                html.write("<li>")
                html.appendLink(to: href(from: page.id, to: graph.topics[topic]), handbook[graph.topics[topic]].label)
                html.write("</li>\n")
            }
            html.write("</ul>\n</div>\n")
        }
        html.write("</div>\n")
    }
}

private func sectionAnchor(_ section: Int) -> String { "section:\(section + 1)" }

extension [UInt8] {
    fileprivate mutating func appendSectionHeading(_ section: TopicSection, number: Int) {
        append(contentsOf: "<div class=\"map-section\">\n<h3 id=\"\(sectionAnchor(number))\">".utf8)
        appendEscaped(section.title)
        write("</h3>\n")
    }
}
