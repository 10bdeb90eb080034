// A plan page: what the plan says and what follows from it, part by part under headings.

import Content
import Knowledge
import Plans
import UTF8Text

extension Site {
    /// What stands above the text of a plan page; `nil` for a page without a plan.
    func planHTML(of page: Page) -> [UInt8]? {
        guard let plan = handbook.plans[page.id.index] else { return nil }
        var writer = PlanWriter(site: self, page: page, scheduled: plan)
        writer.writeSummary()
        for part in PlanPart.allCases { writer.write(part) }
        return writer.html
    }

    /// What the parts add to the contents of the page.
    func planContents(of page: Page) -> [ContentsEntry] {
        guard let plan = handbook.plans[page.id.index] else { return [] }
        return PlanPart.allCases.filter { $0.isPresent(in: plan) }.map {
            ContentsEntry(level: 2, id: $0.id, text: wording.plan.part($0))
        }
    }
}

enum PlanPart: String, CaseIterable {
    case schedule, path, milestones, tasks, slip, goals, raci, stakeholders, communications, risks, quality, resources,
        budget, value, log, scorecard, completeness, files

    /// A heading's own id never holds a colon, so these cannot meet.
    var id: String { "plan:" + rawValue }

    func isPresent(in scheduled: ScheduledPlan) -> Bool {
        let plan = scheduled.plan
        return switch self {
        case .schedule, .path: scheduled.schedule?.criticalPath.isEmpty == false
        case .milestones: !scheduled.milestones.isEmpty
        case .tasks: !plan.tasks.isEmpty
        case .slip: !scheduled.slips.isEmpty
        case .goals: !plan.goals.isEmpty
        case .raci: !plan.raci.isEmpty
        case .stakeholders: !plan.stakeholders.isEmpty
        case .communications: !plan.communications.isEmpty
        case .risks: !plan.risks.isEmpty
        case .quality: !plan.quality.isEmpty
        case .resources: !plan.resources.isEmpty
        case .budget: !plan.budget.isEmpty
        case .value: scheduled.earnedValue != nil
        case .log: !plan.log.isEmpty
        case .scorecard: !scheduled.scorecard.isEmpty
        case .completeness: true
        case .files: scheduled.schedule != nil
        }
    }
}

struct PlanWriter {
    let site: Site
    let page: Page
    let scheduled: ScheduledPlan
    var html: [UInt8] = []

    init(site: Site, page: Page, scheduled: ScheduledPlan) {
        self.site = site
        self.page = page
        self.scheduled = scheduled
    }

    var plan: Plan { scheduled.plan }
    var wording: Wording { site.wording }
    var words: PlanWords { site.wording.plan }

    mutating func write(_ part: PlanPart) {
        guard part.isPresent(in: scheduled) else { return }
        html.write("<section class=\"plan-part plan-")
        html.append(contentsOf: part.rawValue.utf8)
        html.write("\" aria-labelledby=\"")
        html.append(contentsOf: part.id.utf8)
        html.write("\"><h2 id=\"")
        html.append(contentsOf: part.id.utf8)
        html.write("\">")
        html.appendEscaped(words.part(part))
        html.write("</h2>\n")
        switch part {
        case .schedule: writeGantt()
        case .path: writeCriticalPath()
        case .milestones: writeMilestones()
        case .tasks: writeTasks()
        case .slip: writeSlips()
        case .goals: writeGoals()
        case .raci: writeRACI()
        case .stakeholders: writeStakeholders()
        case .communications: writeCommunications()
        case .risks: writeRisks()
        case .quality: writeQuality()
        case .resources: writeResources()
        case .budget: writeBudget()
        case .value: writeEarnedValue()
        case .log: writeLog()
        case .scorecard: writeScorecard()
        case .completeness: writeCompleteness()
        case .files: writeFiles()
        }
        html.write("</section>\n")
    }
}
