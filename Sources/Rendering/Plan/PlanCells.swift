// The cells of a plan's tables: people as links, dates written out, money in the plan's currency.

import Content
import Knowledge
import Plans
import Scheduling
import UTF8Text

extension PlanWriter {
    // MARK: Tables

    mutating func table(_ name: String, _ heads: [String], _ rows: [[PlanCell]]) {
        table(name, heads, rows.map { PlanRow(cells: $0) })
    }

    /// - Parameter isSortable: whether a script may offer to sort and filter the rows.
    mutating func table(_ name: String, _ heads: [String], _ rows: [PlanRow], isSortable: Bool = false) {
        table(name, heads: heads.map { .text($0) }, rows, isSortable: isSortable)
    }

    mutating func table(_ name: String, heads: [PlanCell], _ rows: [PlanRow], isSortable: Bool = false) {
        html.write(keepsWords(heads, rows) ? "<div class=\"table-scroll keeps-words\"" : "<div class=\"table-scroll\"")
        html.write(" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.appendEscaped(words.tableLabel(name))
        html.write(isSortable ? "\">\n<table data-sortable>\n<thead>\n<tr>" : "\">\n<table>\n<thead>\n<tr>")
        for (column, head) in heads.enumerated() {
            let isNumeric = rows.first.map { column < $0.cells.count && $0.cells[column].isNumeric } ?? false
            html.write(isNumeric ? "<th scope=\"col\" class=\"align-right\">" : "<th scope=\"col\">")
            writeContent(of: head)
            html.write("</th>")
        }
        html.write("</tr>\n</thead>\n<tbody>\n")
        for row in rows {
            html.write("<tr")
            if let id = row.id {
                html.write(" id=\"")
                html.appendEscaped(id)
                html.write("\"")
            }
            if row.isCritical { html.write(" class=\"critical\"") }
            if row.isTotal { html.write(" class=\"total\"") }
            if row.depth > 0 { html.append(contentsOf: " data-depth=\"\(min(row.depth, 6))\"".utf8) }
            html.write(">")
            for cell in row.cells { write(cell) }
            html.write("</tr>\n")
        }
        html.write("</tbody>\n</table>\n</div>\n")
    }

    /// Whether the table fits on a sheet that lies on its side with whole words.
    private func keepsWords(_ heads: [PlanCell], _ rows: [PlanRow]) -> Bool {
        var width = TableWidth()
        for cells in [heads] + rows.map(\.cells) {
            for (column, cell) in cells.enumerated() { width.add(text(of: cell).utf8, toColumn: column) }
        }
        return width.fits(characters: 160)
    }

    mutating func write(_ cell: PlanCell) {
        switch cell {
        case .header(let text): element("<th scope=\"row\">", text, "</th>")
        case .phase(let text): element("<th scope=\"row\" class=\"phase\">", text, "</th>")
        case .number(let text): element("<td class=\"align-right\">", text, "</td>")
        case .letters(let text): writeLetters(text)
        case .money: element("<td class=\"align-right\">", text(of: cell), "</td>")
        case .late:
            html.write("<td><span class=\"late\">")
            html.appendEscaped(text(of: cell))
            html.write("</span></td>")
        case .text: element("<td>", text(of: cell), "</td>")
        case .date(nil): html.write("<td></td>")
        case .date(let date?):
            html.append(contentsOf: "<td><time datetime=\"\(date.iso)\">".utf8)
            element("", written(date), "</time></td>")
        case .slip, .float, .moved: element("<td class=\"align-right\">", text(of: cell), "</td>")
        case .mark(let isThere, _, _):
            element(isThere ? "<td class=\"mark-yes\">" : "<td class=\"mark-no\">", text(of: cell), "</td>")
        case .task(let id, let name):
            html.write("<th scope=\"row\"><a href=\"#task:")
            html.append(contentsOf: id.utf8)
            html.write("\">")
            html.appendEscaped(name)
            html.write("</a></th>")
        case .subject(let subject):
            html.write("<td>")
            write(subject)
            html.write("</td>")
        case .tasks(let subjects):
            html.write("<td>")
            for (place, subject) in subjects.prefix(10).enumerated() {
                if place > 0 { html.write("<br>") }
                write(subject)
            }
            if subjects.count > 10 { html.appendEscaped(" " + wording.lists.more(subjects.count - 10)) }
            html.write("</td>")
        case .named(let subject):
            html.write("<th scope=\"row\">")
            write(subject)
            html.write("</th>")
        case .group(let name, let id, let rows):
            html.append(contentsOf: "<th scope=\"row\" rowspan=\"\(rows)\"><a href=\"#".utf8)
            html.appendEscaped(id)
            element("\">", name, "</a></th>")
        case .score(nil): html.write("<td></td>")
        case .score(let score?):
            html.append(contentsOf: "<td><span class=\"band band-\(RiskBand(score: score).rawValue)\">".utf8)
            html.appendEscaped(text(of: cell))
            html.write("</span></td>")
        case .share(let percent): writeShare(percent)
        case .person, .place:
            html.write("<td>")
            writeContent(of: cell)
            html.write("</td>")
        }
    }

    /// A role or the place of a file as a link, anything else as text.
    private mutating func writeContent(of cell: PlanCell) {
        switch cell {
        case .person(let name): writePerson(name)
        case .place(let name): writePlace(name)
        default: html.appendEscaped(text(of: cell))
        }
    }

    /// What stands for a part of the plan: a link, where there is something to lead to.
    mutating func write(_ subject: NamedWork) {
        guard let task = subject.task else { return html.appendEscaped(subject.name) }
        html.write("<a href=\"#task:")
        html.appendEscaped(task)
        element("\">", subject.name, "</a>")
    }

    private mutating func writeLetters(_ text: String) {
        html.write("<td class=\"align-center\">")
        for (place, letter) in text.split(separator: "/").enumerated() {
            if place > 0 { html.write("/") }
            if letter == "A" { html.write("<strong>A</strong>") } else { html.appendEscaped(String(letter)) }
        }
        html.write("</td>")
    }

    private mutating func writeShare(_ percent: Int) {
        html.write("<td class=\"share\"><svg class=\"share-chart\" viewBox=\"0 0 100 10\" width=\"100\" height=\"10\" ")
        html.write(
            "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"share-whole\" width=\"100\" height=\"10\"/>"
        )
        html.append(contentsOf: "<rect class=\"share-bar\" width=\"\(percent)\" height=\"10\"/></svg> ".utf8)
        html.appendEscaped(percentage(percent))
        html.write("</td>")
    }

    mutating func fact(_ name: String, _ value: PlanCell) {
        html.write("<div><dt>")
        html.appendEscaped(name)
        html.write("</dt><dd>")
        writeContent(of: value)
        html.write("</dd></div>")
    }

    mutating func element(_ start: StaticString, _ text: String, _ end: StaticString) {
        html.write(start)
        html.appendEscaped(text)
        html.write(end)
    }

    mutating func writePerson(_ name: String) {
        guard let role = site.handbook.role(name) else { return html.appendEscaped(personName(name)) }
        html.write("<a href=\"")
        html.append(contentsOf: site.href(from: page.id, to: role).utf8)
        html.write("\">")
        html.appendEscaped(personName(name))
        html.write("</a>")
    }

    /// Where a deliverable is: the title of a page or the name of a file, as a link; what leads nowhere stands as written.
    private mutating func writePlace(_ name: String) {
        let destination = site.handbook.deliverables[page.id]?[name] ?? .nowhere
        let text =
            switch destination {
            case .page(let id, _): site.handbook[id].title
            case .asset(let index): fileName(of: site.handbook.assets[index].path)
            case .external, .nowhere: name
            }
        guard destination != .nowhere else { return html.appendEscaped(text) }
        site.startLink(to: destination, title: "", on: page, into: &html)
        html.appendEscaped(text)
        html.write("</a>")
    }

    func text(of cell: PlanCell) -> String {
        switch cell {
        case .text(let text), .header(let text), .phase(let text), .number(let text), .letters(let text): text
        case .person(let name): personName(name)
        case .place(let name): name
        case .date(let date): date.map(written) ?? ""
        case .mark(let isThere, let yes, let no): isThere ? yes : no
        case .task(_, let name), .group(let name, _, _): name
        case .subject(let subject), .named(let subject): subject.name
        case .tasks(let subjects): subjects.prefix(10).map(\.name).joined(separator: " ")
        case .score(let score):
            score.map { words.values.riskScore($0, words.values.riskBand(RiskBand(score: $0))) } ?? ""
        case .share(let percent): percentage(percent)
        case .slip(nil): ""
        case .slip(0?): "0"
        case .slip(let days?): days > 0 ? "+\(days)" : "−\(-days)"
        case .late(let words): words
        case .moved(nil): ""
        case .moved(let distance?): distance
        case .float(nil, _): ""
        case .float(let times?, let isCritical):
            // What is finished can no longer slip.
            times.totalFloat.map { float(of: $0, isCritical: isCritical) } ?? "–"
        case .money(let amount): money(amount)
        }
    }

    private func float(of days: Int, isCritical: Bool) -> String {
        let number = days < 0 ? "−\(-days)" : String(days)
        return isCritical ? words.schedule.criticalFloat(number) : number
    }

    // MARK: Words and numbers

    /// The tasks and deliverables of the plan by what other parts call them: ids of tasks, names of deliverables.
    func subjects() -> [String: NamedWork] {
        var subjects: [String: NamedWork] = [:]
        for task in plan.allTasks { subjects[task.id.value] = subject(task.name, of: task) }
        for task in plan.allTasks {
            guard let name = task.deliverable?.name.value, subjects[name] == nil else { continue }
            subjects[name] = subject(name, of: task)
        }
        return subjects
    }

    /// - Parameter name: of the task or of what it delivers.
    func subject(_ name: String, of task: PlanTask) -> NamedWork {
        // Only tasks with dates have rows of their own to lead to.
        let isListed = scheduled.schedule?.place(ofTask: task.id.value) != nil
        return NamedWork(name: name, task: isListed ? task.id.value : nil)
    }

    /// The title of a role's page, else the name as written.
    func personName(_ name: String) -> String {
        guard let role = site.handbook.role(name) else { return name }
        let title = site.handbook[role].title
        // What stands in brackets behind the name of a role would make every column wide.
        return title.firstIndex(of: "(").map { String(title[..<$0]).trimmedAtEnd } ?? title
    }

    /// - Parameter units: of the currency's smallest.
    func money(_ units: Int) -> String {
        let scale = plan.currencyDigits == 3 ? 1000 : 100
        let (whole, rest) = abs(units).quotientAndRemainder(dividingBy: scale)
        let fraction = rest == 0 ? "" : wording.numbers.decimalMark + String(scale + rest).dropFirst()
        return wording.numbers.amount(plan.currency?.value, (units < 0 ? "−" : "") + grouped(whole) + fraction)
    }

    private func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.count > 3 ? grouped(number / 1000) + wording.numbers.groupMark + digits.suffix(3) : digits
    }

    func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        if rest == 0 { return String(hundredths / 100) }
        return String(hundredths / 100) + wording.numbers.decimalMark
            + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))
    }

    func percentage(_ percent: Int) -> String { wording.numbers.percent(String(percent)) }
}
