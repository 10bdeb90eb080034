"""The files beside plan pages say the same as the plan, to readers that know nothing of Milepost: the csv module,
icalendar, and MPXJ, which reads the XML of Microsoft Project and schedules it anew by the rules of that program."""

import csv
import io
import json
import re
import subprocess
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import icalendar
import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parent.parent.parent
ORACLES = REPOSITORY / "Tests" / "Oracles"
LINK = re.compile(r"^([a-z][a-z0-9-]*)(?::(FS|SS|FF|SF)(?:([+-]\d+)([dw]))?)?$")
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass
class PlanFiles:
    """A folder with the files of one plan, and the plan as its author wrote it."""

    folder: Path
    source: Path

    @cached_property
    def schedule(self) -> dict:
        return json.loads((self.folder / "schedule.json").read_text(encoding="utf-8"))

    @property
    def slug(self) -> str:
        return self.schedule["plan"]

    @cached_property
    def plan(self) -> dict:
        text = self.source.read_text(encoding="utf-8")
        front = text.split("\n---", 1)[0].removeprefix("---") if self.source.suffix == ".md" else text
        page = yaml.safe_load(front)
        if "plan" not in page:
            page = yaml.safe_load((self.source.parent / page["data"]).read_text(encoding="utf-8"))
        return page.get("plan", page)

    def file(self, ending: str) -> Path:
        return self.folder / f"{self.slug}{ending}"

    def rows(self, ending: str) -> list[dict]:
        """The rows of a sheet by column; every row must have all of them."""
        data = self.file(ending).read_bytes()
        assert data.endswith(b"\r\n") and data.startswith(b"\xef\xbb\xbf"), f"{ending}: spreadsheets need the mark"
        head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        assert rows and all(len(row) == len(head) for row in rows), f"{self.slug}{ending}"
        return [dict(zip(head, row)) for row in rows]

    def works_on(self, day: date) -> bool:
        calendar = self.plan.get("calendar", {})
        if day in calendar.get("working", []):
            return True
        for holiday in calendar.get("holidays", []):
            if holiday.get("date", holiday.get("from")) <= day <= holiday.get("date", holiday.get("to")):
                return False
        return WEEK[day.weekday()] in calendar.get("week", WEEK[:5])


@pytest.fixture(scope="module")
def plans(handbook, features) -> list[PlanFiles]:
    """The plans of both handbooks, and one that has everything, whose files the tests in Swift keep."""
    found = []
    for site, content in [(handbook, "content"), (features, "Tests/Browser/features")]:
        for file in sorted(site.root.glob("plans/*/schedule.json")):
            found.append(PlanFiles(file.parent, REPOSITORY / content / "plans" / f"{file.parent.name}.md"))
    assert len(found) >= 5, "plans have files beside their pages"
    return [*found, PlanFiles(ORACLES / "exports", ORACLES / "exports" / "plan.yaml")]


def of_tasks(plan: PlanFiles, *keys: str) -> list[tuple]:
    return [tuple(task[key] for key in keys) for task in plan.schedule["tasks"]]


def test_schedules_are_those_of_an_independent_scheduler(plans):
    oracle = json.loads((ORACLES / "plan-schedules.json").read_text(encoding="utf-8"))
    keys = ("id", "start", "finish", "ES", "EF", "LS", "LF", "total_float", "free_float")
    by_slug = {plan.slug: plan for plan in plans}
    assert set(oracle) <= set(by_slug)
    for slug, expected in oracle.items():
        plan = by_slug[slug]
        assert of_tasks(plan, *keys) == [tuple(task[key] for key in keys) for task in expected["tasks"]], slug
        assert plan.schedule["critical"] == expected["critical"], slug
        assert plan.schedule["finish"] == expected["finish"], slug
        assert plan.schedule["duration_days"] == expected["duration"], slug


def test_the_sheet_of_tasks_says_what_the_schedule_says(plans):
    for plan in plans:
        rows = plan.rows("-tasks.csv")
        assert list(rows[0]) == [
            "id", "name", "owner", "start", "finish", "duration_days", "predecessors", "percent_complete",
            "milestone", "total_float", "free_float", "critical", "remaining_days",
        ]  # fmt: skip
        said = [
            (
                r["id"], r["start"], r["finish"], int(r["duration_days"]), int(r["remaining_days"]),
                int(r["total_float"]) if r["total_float"] else None, int(r["free_float"]) if r["free_float"] else None,
            )  # fmt: skip
            for r in rows
        ]
        keys = ("id", "start", "finish", "duration", "remaining", "total_float", "free_float")
        assert said == of_tasks(plan, *keys), plan.slug
        flags = [(r["milestone"], r["critical"]) for r in rows]
        assert flags == [(str(int(m)), str(int(c))) for m, c in of_tasks(plan, "milestone", "critical")], plan.slug


def test_no_cell_is_a_formula(plans):
    numbers = {"planned", "actual", "remaining", "total_float", "free_float"}
    for plan in plans:
        for file in sorted(plan.folder.glob("*.csv")):
            for row in plan.rows(file.name.removeprefix(plan.slug)):
                for column, text in row.items():
                    assert column in numbers or not text.startswith(("=", "+", "-", "@", "\t", "\r")), (file, row)


def test_registers_have_all_their_entries(plans):
    for plan in plans:
        for ending, key, column in [("-risks.csv", "risks", "id"), ("-budget.csv", "budget", "id"),
                                    ("-stakeholders.csv", "stakeholders", "id"), ("-raci.csv", "raci", "for")]:  # fmt: skip
            entries = plan.plan.get(key, [])
            assert plan.file(ending).exists() == bool(entries), f"{plan.slug}{ending}"
            if entries:
                assert [row[column] for row in plan.rows(ending)] == [e[column] for e in entries], plan.slug
        budget = plan.rows("-budget.csv") if plan.plan.get("budget") else []
        for row, entry in zip(budget, plan.plan.get("budget", []), strict=True):
            assert Decimal(row["planned"]) == Decimal(str(entry["planned"])), (plan.slug, entry)
            assert Decimal(row["remaining"]) == Decimal(row["planned"]) - Decimal(row["actual"])
        for row, entry in zip(plan.rows("-raci.csv") if "raci" in plan.plan else [], plan.plan.get("raci", [])):
            assert {k: v for k, v in row.items() if v and k not in ("for", "name")} == {
                k: v for k, v in entry.items() if k != "for"
            }, (plan.slug, entry)
        if plan.file("-stakeholders.csv").exists():
            shown = "stance" in plan.rows("-stakeholders.csv")[0]
            assert shown == bool(plan.plan.get("show_stance")), f"{plan.slug}: what people think is personal"


def events_of(file: Path) -> list[icalendar.Event]:
    data = file.read_bytes()
    lines = data.split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 and b"\n" not in line for line in lines), file
    for line in lines:
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and "METHOD" not in calendar
    assert calendar["NAME"] == calendar["X-WR-CALNAME"]
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len(calendar.subcomponents) and not any(event.errors for event in events), file
    assert len({event["UID"] for event in events}) == len(events), file
    return events


def test_calendars_show_every_task_from_its_first_to_its_last_day(plans):
    for plan in plans:
        files = [(plan.file(".ics"), plan.schedule["tasks"])]
        milestones = [task for task in plan.schedule["tasks"] if task["milestone"]]
        files.append((plan.file("-milestones.ics"), sorted(milestones, key=lambda task: task["finish"])))
        for file, tasks in files:
            assert file.exists() == bool(tasks), file
            for event, task in zip(events_of(file), tasks, strict=True):
                assert event["UID"].startswith(f"{plan.slug}.{task['id']}@") and not event["UID"].endswith("@")
                assert str(event["SUMMARY"]).removeprefix("◆ ") == task["name"]
                assert event["DTSTART"].dt == date.fromisoformat(task["start"]), (plan.slug, task["id"])
                assert event["DTEND"].dt - timedelta(days=1) == date.fromisoformat(task["finish"]), task["id"]
                assert type(event["DTSTART"].dt) is date and event["TRANSP"] == "TRANSPARENT"
                assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
                assert ("CRITICAL" in event["CATEGORIES"].cats) == task["critical"]


# MPXJ


@pytest.fixture(scope="module")
def read_project():
    """Reads a file with MPXJ; asked for it, also schedules it as Microsoft Project would."""
    import jpype
    import mpxj  # noqa: F401  (tells the Java machine where the library is)

    if not jpype.isJVMStarted():
        jpype.startJVM("-Djava.awt.headless=true", "-Xmx256m")
    from org.mpxj.cpm import MicrosoftScheduler
    from org.mpxj.reader import UniversalProjectReader

    def read(file: Path, schedule: bool = False):
        project = UniversalProjectReader().read(str(file))
        assert project is not None, file
        if schedule:
            MicrosoftScheduler().schedule(project, project.getProjectProperties().getStartDate())
        return project

    return read


def leaves_of(project) -> list:
    return [task for task in project.getTasks() if not task.getSummary() and task.getUniqueID() != 0]


def moments_of(project) -> list[tuple]:
    return [(str(task.getStart()), str(task.getFinish())) for task in leaves_of(project)]


def test_project_reads_the_dates(plans, read_project):
    for plan in plans:
        project = read_project(plan.file(".xml"))
        dates = [(start[:10], finish[:10]) for start, finish in moments_of(project)]
        assert dates == of_tasks(plan, "start", "finish"), plan.slug
        assert [str(t.getName()) for t in leaves_of(project)] == [n for (n,) in of_tasks(plan, "name")], plan.slug
        assert [bool(t.getMilestone()) for t in leaves_of(project)] == [m for (m,) in of_tasks(plan, "milestone")]
        summaries = [t for t in project.getTasks() if t.getSummary()]
        said = [(str(t.getName()), str(t.getStart())[:10], str(t.getFinish())[:10]) for t in summaries]
        assert said == [(p["name"], p["start"], p["finish"]) for p in plan.schedule["phases"]], plan.slug
        for task, own in zip(leaves_of(project), plan.schedule["tasks"], strict=True):
            parent = task.getParentTask()
            names = {p["id"]: p["name"] for p in plan.schedule["phases"]}
            assert (str(parent.getName()) if parent else None) == names.get(own["phase"]), (plan.slug, own["id"])


def tasks_and_phases(tasks: list[dict], around: tuple = ()) -> list[tuple[dict, tuple]]:
    """Every task and phase that was not dropped, with the ids of the phases around it."""
    found = []
    for task in tasks:
        if task.get("status") != "dropped":
            found += [(task, around), *tasks_and_phases(task.get("children", []), (*around, task["id"]))]
    return found


def predecessors(task: dict) -> set[str]:
    return {link["task"] if isinstance(link, dict) else link.split(":")[0] for link in task.get("after", [])}


def tasks_with_comparable_floats(plan: PlanFiles) -> tuple[set[str], set[str]]:
    """The ids of the tasks whose total float, and whose free float, MPXJ counts by the same rules. It does not for

    - finished work, which can no longer slip, and work under way, whose float MPXJ counts from its start: both are held
      against MPXJ's Primavera scheduler in test_plan_progress.py;
    - what a phase waits for in which work has begun: MPXJ takes the late dates of the phase from that work alone;
    - the free float of a task that hands on to others only through its phase: MPXJ sees the task's own links.
    """
    everything = tasks_and_phases(plan.plan["tasks"])
    states = dict(of_tasks(plan, "id", "state"))
    done = {task["id"] for task, _ in everything if states.get(task["id"]) in ("finished", "started")}
    begun = {
        phase for task, around in everything for phase in around if task.get("progress") or "actual_start" in task
    }
    waited_for = set().union(*(predecessors(task) for task, _ in everything))
    before_begun = set().union(*(predecessors(task) for task, _ in everything if task["id"] in begun))
    total, free = set(), set()
    for task, around in everything:
        if "children" in task or task["id"] in done or before_begun & {task["id"], *around}:
            continue
        total.add(task["id"])
        if task["id"] in waited_for or not waited_for & set(around):
            free.add(task["id"])
    return total, free


def test_scheduling_anew_moves_nothing(plans, read_project):
    compared, left_out = 0, 0
    for plan in plans:
        before = moments_of(read_project(plan.file(".xml")))
        project = read_project(plan.file(".xml"), schedule=True)
        assert moments_of(project) == before, plan.slug
        total, free = tasks_with_comparable_floats(plan)
        assert total and free, plan.slug
        for task, own in zip(leaves_of(project), plan.schedule["tasks"], strict=True):
            if own["id"] in total:
                assert days(task.getTotalSlack()) == own["total_float"], (plan.slug, own["id"])
            if own["id"] in free:
                assert days(task.getFreeSlack()) == own["free_float"], (plan.slug, own["id"])
        compared += len(total) + len(free)
        planned = [task for task in plan.schedule["tasks"] if task["state"] == "planned"]
        left_out += 2 * len(planned) - len(total) - len(free)
    assert left_out < compared / 15, "nearly every float is compared"


CALENDARS_AND_CONSTRAINTS = """
kind: action
start: 2027-02-01
calendars: {weekend: {week: [sat, sun]}, ops: {holidays: [{from: 2027-02-15, to: 2027-02-17}]}}
resources: [{id: r, name: R, calendar: ops}]
tasks:
  - {id: a1, name: Pack, duration: 2d}
  - {id: a2, name: Move, duration: 3d, calendar: weekend, after: [a1]}
  - {id: a3, name: Open, duration: 5d, after: [a2], assign: {r: 1}}
  - {id: a4, name: Late, duration: 1d, constraint: as-late-as-possible}
  - {id: a5, name: Must start, duration: 2d, constraint: {must_start: 2027-02-04}}
  - {id: a6, name: Must finish, duration: 2d, constraint: {must_finish: 2027-02-12}}
  - {id: a7, name: Not earlier, duration: 2d, constraint: {finish_no_earlier: 2027-02-12}, after: [a1]}
  - {id: a8, name: Start in time, duration: 2d, constraint: {start_no_later: 2027-02-12}, after: [a1]}
  - {id: a9, name: Too late, duration: 2d, constraint: {finish_no_later: 2027-02-12}, after: [a7]}
  - {id: m, name: Done, milestone: true, after: [a3, a9, a6, "a5:SS"]}
"""


def test_calendars_and_constraints_move_nothing(request, tmp_path, read_project):
    """Whatever of them another scheduler reads otherwise, the dates are those of the plan."""
    plan, file = tmp_path / "plan.yaml", tmp_path / "plan.xml"
    plan.write_text(CALENDARS_AND_CONSTRAINTS, encoding="utf-8")
    program = request.config.getoption("--milepost")
    run = subprocess.run([program, "plan", "show", plan, "--format", "mspdi"], capture_output=True, check=False)
    file.write_bytes(run.stdout)
    dates = {str(t.getName()): (str(t.getStart())[:10], str(t.getFinish())[:10]) for t in leaves_of(read_project(file))}
    assert dates["Move"] == ("2027-02-06", "2027-02-13"), "the weekend is worked on"
    assert dates["Open"] == ("2027-02-18", "2027-02-24"), "those who do it are away until the 17th"
    assert dates["Too late"] == ("2027-02-15", "2027-02-16"), "a link wins over a date"
    assert dates["Late"] == ("2027-02-24", "2027-02-24") and dates["Must start"][0] == "2027-02-04"
    assert moments_of(read_project(file, schedule=True)) == moments_of(read_project(file))


def test_project_reads_links_with_types_and_lags(plans, read_project):
    seen = set()
    for plan in plans:
        project = read_project(plan.file(".xml"))
        ids = dict(zip([t.getUniqueID() for t in leaves_of(project)], (i for (i,) in of_tasks(plan, "id"))))
        summaries = [t.getUniqueID() for t in project.getTasks() if t.getSummary()]
        ids |= dict(zip(summaries, (phase["id"] for phase in plan.schedule["phases"]), strict=True))
        per_week = len(plan.plan.get("calendar", {}).get("week", WEEK[:5]))
        for task, row in zip(leaves_of(project), plan.rows("-tasks.csv"), strict=True):
            written = set()
            for link in row["predecessors"].split():
                name, kind, lag, unit = LINK.match(link).groups()
                written.add((name, kind or "FS", int(lag or 0) * (per_week if unit == "w" else 1)))
            read = {
                (ids[link.getPredecessorTask().getUniqueID()], str(link.getType()), days(link.getLag()))
                for link in task.getPredecessors()
            }
            assert read == written, (plan.slug, row["id"])
            seen |= {kind for _, kind, _ in written}
        phases = {phase["id"] for phase in plan.plan["tasks"] if phase.get("children") and phase.get("after")}
        assert phases == {ids[t.getUniqueID()] for t in project.getTasks() if t.getSummary() and t.getPredecessors()}
    assert seen >= {"FS", "SS", "FF"}


def test_project_reads_the_working_days_and_hours(plans, read_project):
    from java.time import LocalDate

    for plan in plans:
        project = read_project(plan.file(".xml"))
        calendar = project.getDefaultCalendar()
        assert str(calendar.getName()) == "Standard" and len(project.getCalendars()) == 1
        hours = plan.plan.get("calendar", {}).get("hours_per_day", 8)
        assert project.getProjectProperties().getMinutesPerDay() == 60 * hours
        day = date.fromisoformat(plan.schedule["start"]) - timedelta(days=30)
        while day < date.fromisoformat(plan.schedule["finish"]) + timedelta(days=60):
            work = calendar.getWork(LocalDate.of(day.year, day.month, day.day), time_units().HOURS).getDuration()
            assert work == (hours if plan.works_on(day) else 0), (plan.slug, day)
            day += timedelta(days=1)


def test_project_reads_resources_and_what_they_do(plans, read_project):
    for plan in plans:
        project = read_project(plan.file(".xml"))
        resources = [r for r in project.getResources() if r.getName() is not None]
        own = plan.plan.get("resources", [])
        assert [r.getMaxUnits() for r in resources] == [100 * r.get("capacity", 1) for r in own], plan.slug
        ids = dict(zip([r.getUniqueID() for r in resources], [r["id"] for r in own]))
        tasks = dict(zip([t.getUniqueID() for t in leaves_of(project)], (i for (i,) in of_tasks(plan, "id"))))
        read = {
            (tasks[a.getTask().getUniqueID()], ids[a.getResource().getUniqueID()]): round(a.getUnits())
            for a in project.getResourceAssignments()
        }
        assert read == assignments(plan.plan["tasks"]), plan.slug
        for resource, entry in zip(resources, own, strict=True):
            hours = plan.plan.get("calendar", {}).get("hours_per_day", 8)
            rate = resource.getStandardRate()
            if "rate" in entry:
                per_hour = rate.getAmount() / {"h": 1, "d": hours}[str(rate.getUnits())]
                assert abs(per_hour - entry["rate"] / hours) < 0.01, (plan.slug, entry["id"])


def test_project_reads_progress_constraints_and_deadlines(plans, read_project):
    plan = next(plan for plan in plans if plan.folder == ORACLES / "exports")
    tasks = dict(zip((i for (i,) in of_tasks(plan, "id")), leaves_of(read_project(plan.file(".xml")))))
    assert str(tasks["a"].getActualStart()) == "2027-03-01T08:00" and tasks["a"].getActualFinish() is None
    # Four days, half done in five: two are left, and seven lie between its start and its finish.
    assert tasks["a"].getPercentageComplete() == 71 and days(tasks["a"].getActualDuration()) == 5
    assert days(tasks["a"].getRemainingDuration()) == 2 and days(tasks["a"].getDuration()) == 7
    assert str(tasks["a"].getBaselineStart()) == "2027-03-01T08:00" and tasks["b"].getBaselineStart() is None
    assert str(tasks["a"].getBaselineFinish()) == "2027-03-03T16:00" and tasks["a"].getFixedCost() == 400
    assert str(tasks["b"].getActualFinish()) == "2027-03-03T16:00" and tasks["b"].getPercentageComplete() == 100
    assert str(tasks["c"].getConstraintType()) == "START_NO_EARLIER_THAN"
    assert str(tasks["c"].getConstraintDate()) == "2027-03-15T08:00"
    assert str(tasks["c"].getDeadline()) == "2027-03-31T16:00"
    assert "with *marks* & <signs>" in str(tasks["a"].getNotes())


def assignments(tasks: list[dict]) -> dict[tuple, int]:
    found = {}
    for task in tasks:
        if task.get("status") == "dropped":
            continue
        found |= {(task["id"], name): round(100 * units) for name, units in task.get("assign", {}).items()}
        found |= assignments(task.get("children", []))
    return found


def time_units():
    from org.mpxj import TimeUnit

    return TimeUnit


def days(duration) -> float:
    """A duration of MPXJ in working days; files may have said it in hours."""
    assert duration is not None
    amount, unit = duration.getDuration(), str(duration.getUnits())
    return amount if unit == "d" else amount / {"h": 7, "m": 420}[unit]
