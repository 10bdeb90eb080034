"""Plans in progress are scheduled as another program schedules them: MPXJ's PrimaveraScheduler, which knows nothing of
Milepost and follows the rules of P6 with retained logic. The plans are random, and the same in every run."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import pytest
import yaml
from networks import Link, Network, PlanTask, random_plan

SEEDS = range(200)
HOURS = 8
MORNING, EVENING = 8, 16
DAYS = dict(mon="MONDAY", tue="TUESDAY", wed="WEDNESDAY", thu="THURSDAY", fri="FRIDAY", sat="SATURDAY", sun="SUNDAY")
TYPES = dict(FS="FINISH_START", SS="START_START", FF="FINISH_FINISH", SF="START_FINISH")


class Schedule:
    """What Milepost says about a plan."""

    def __init__(self, said: dict) -> None:
        self.said = said
        self.tasks: dict[str, dict] = {task["id"]: task for task in said["tasks"]}
        self.finish: int = said["duration_days"]

    def early_start(self, task: str) -> int:
        return self.tasks[task]["ES"]

    def actual_start(self, task: PlanTask) -> date:
        """The first day of work. P6 takes no task for begun without a date, so it is told what Milepost assumed."""
        return task.said.get("actual_start") or date.fromisoformat(self.tasks[task.id]["start"])

    def actual_finish(self, task: PlanTask) -> date:
        """The last day of work, assumed like the first. A milestone has but one day."""
        told = task.said.get("actual_finish") or (task.milestone and task.said.get("actual_start"))
        return told or date.fromisoformat(self.tasks[task.id]["finish"])


# What MPXJ says


@dataclass(frozen=True)
class Figures:
    """The early dates of the work that is left, as numbers of working days, and its total float."""

    early_start: int
    early_finish: int
    total_float: float


@dataclass(frozen=True)
class PrimaveraSchedule:
    tasks: dict[str, Figures]
    finish: int
    logic_finish: int  # From here P6 counts floats back: later than the finish if finished work should have waited.


class Primavera:
    """Has plans scheduled by MPXJ, which gets them in its memory: from a file it would have to read them first."""

    def __init__(self) -> None:
        import jpype
        import mpxj  # noqa: F401  (tells the Java machine where the library is)

        if not jpype.isJVMStarted():
            jpype.startJVM("-Djava.awt.headless=true", "-Xmx256m")
        self.mpxj = jpype.JPackage("org").mpxj
        self.time = jpype.JPackage("java").time

    def schedule(self, network: Network, ours: Schedule) -> PrimaveraSchedule:
        project = self.project(network)
        live = [task for task in network.tasks.values() if task.state != "dropped"]
        tasks = {task.id: self.task(project, task, network, ours) for task in live}
        for link in network.links:
            if link.before in tasks and link.after in tasks:
                self.link(tasks, link)
        self.mpxj.cpm.PrimaveraScheduler().schedule(project, self.beginning(0, network))
        figures = {id_: figures_of(made, network) for id_, made in tasks.items() if network.is_unfinished(id_)}
        return PrimaveraSchedule(
            figures,
            max(number(made.getFinish(), network) for made in tasks.values()),
            number(project.getProjectProperties().getFinishDate(), network),
        )

    def project(self, network: Network):
        project = self.mpxj.ProjectFile()
        project.getProjectConfig().setSlackClaculator(self.mpxj.cpm.PrimaveraSlackCalculator(project))
        properties = project.getProjectProperties()
        properties.setDefaultCalendar(self.calendar(project, network))
        properties.setRelationshipLagCalendar(self.mpxj.RelationshipLagCalendar.PREDECESSOR)
        properties.setStatusDate(self.data_date(network))
        return project

    def calendar(self, project, network: Network):
        calendar, days = project.addCalendar(), network.days
        for name, java_name in DAYS.items():
            kind = self.mpxj.DayType.WORKING if name in days.week else self.mpxj.DayType.NON_WORKING
            weekday = getattr(self.time.DayOfWeek, java_name)
            calendar.setCalendarDayType(weekday, kind)
            hours = calendar.addCalendarHours(weekday)
            if name in days.week:
                hours.add(self.working_hours())
        off = {first + timedelta(n) for first, last in days.holidays for n in range((last - first).days + 1)}
        for day in off - set(days.extra):
            calendar.addCalendarException(self.day(day))
        for day in days.extra:
            calendar.addCalendarException(self.day(day)).add(self.working_hours())
        return calendar

    def data_date(self, network: Network):
        """P6 counts from the beginning of a day: of the one behind the status date."""
        if network.first_open_day == 0:
            return self.beginning(0, network)
        return self.moment(network.plan["status_date"] + timedelta(1), MORNING)

    def task(self, project, task: PlanTask, network: Network, ours: Schedule):
        made = project.addTask()
        kinds = self.mpxj.ActivityType
        made.setActivityType(kinds.FINISH_MILESTONE if task.milestone else kinds.TASK_DEPENDENT)
        made.setPercentCompleteType(self.mpxj.PercentCompleteType.PHYSICAL)  # What is left is told, not computed.
        made.setPlannedDuration(self.duration(task.duration))
        made.setDuration(self.duration(task.duration))
        made.setRemainingDuration(self.duration(task.remaining))
        if task.state == "started":
            self.start(made, task, network, ours)
        elif task.state == "finished":
            self.finish(made, task, network, ours)
        if task.own_start and task.state == "planned":
            made.setConstraintType(self.mpxj.ConstraintType.START_NO_EARLIER_THAN)
            made.setConstraintDate(self.moment(task.own_start, MORNING))
        elif task.deadline and network.is_unfinished(task.id):
            made.setConstraintType(self.mpxj.ConstraintType.FINISH_NO_LATER_THAN)
            made.setConstraintDate(self.end(network.days.through(task.deadline), network))
        return made

    def start(self, made, task: PlanTask, network: Network, ours: Schedule) -> None:
        begin = network.days.until(ours.actual_start(task))
        made.setActualStart(self.beginning(begin, network))
        made.setActualDuration(self.duration(network.first_open_day - begin))
        made.setDuration(self.duration(network.first_open_day - begin + task.remaining))

    def finish(self, made, task: PlanTask, network: Network, ours: Schedule) -> None:
        end = self.end(network.days.through(ours.actual_finish(task)), network)
        if not task.milestone:
            begin = self.beginning(network.days.until(ours.actual_start(task)), network)
        elif ours.tasks[task.id]["side"] == "end":
            begin = end
        else:
            begin = end = self.beginning(network.days.until(ours.actual_finish(task)), network)
        made.setActualStart(begin)
        made.setActualFinish(end)
        made.setActualDuration(self.duration(task.duration))

    def link(self, tasks: dict, link: Link) -> None:
        type_ = getattr(self.mpxj.RelationType, TYPES[link.type])
        builder = self.mpxj.Relation.Builder().predecessorTask(tasks[link.before]).type(type_)
        tasks[link.after].addPredecessor(builder.lag(self.duration(link.lag)))

    def duration(self, days: int):
        return self.mpxj.Duration.getInstance(HOURS * days, self.mpxj.TimeUnit.HOURS)

    def working_hours(self):
        return self.mpxj.LocalTimeRange(self.time.LocalTime.of(MORNING, 0), self.time.LocalTime.of(EVENING, 0))

    def beginning(self, number: int, network: Network):
        return self.moment(network.days.days[number], MORNING)

    def end(self, number: int, network: Network):
        return self.moment(network.days.days[number - 1], EVENING) if number else self.beginning(0, network)

    def moment(self, day: date, hour: int):
        return self.day(day).atTime(hour, 0)

    def day(self, day: date):
        return self.time.LocalDate.of(day.year, day.month, day.day)


def figures_of(made, network: Network) -> Figures:
    """The figures of an unfinished task."""
    start = number(made.getRemainingEarlyStart(), network)
    finish = number(made.getRemainingEarlyFinish(), network)
    return Figures(start, finish, made.getTotalSlack().getDuration() / HOURS)


def number(moment, network: Network) -> int:
    """How many working days are over at a moment of Java."""
    day = date(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth())
    assert moment.getMinute() == 0 and not MORNING < moment.getHour() < EVENING, f"{moment} divides a working day"
    return network.days.through(day) if moment.getHour() >= EVENING else network.days.until(day)


# Where P6 follows other rules than Milepost. A link of such a kind leaves its second task and all behind it out of the
# comparison, and the floats and the finish of the whole plan.


def touches_dropped(link: Link, network: Network, ours: Schedule) -> bool:
    """P6 knows no dropped tasks."""
    return "dropped" in (network.state(link.before), network.state(link.after))


def starts_with_delayed_rest(link: Link, network: Network, ours: Schedule) -> bool:
    """P6 counts from the start of what is left of a started task; Milepost from its real start, which has happened."""
    delayed = network.state(link.before) == "started" and ours.early_start(link.before) != network.first_open_day
    return link.type == "SS" and delayed


def runs_backwards_from_begun(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ has a formula of its own for every pair of states; only those from a planned task to one that is not under
    way say what Milepost says."""
    before, after = network.state(link.before), network.state(link.after)
    if link.type != "SF" or "dropped" in (before, after):
        return False
    return before != "planned" or after == "started"


def lags_behind_finish(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ adds the lag between the finishes of a finished and a planned task twice."""
    states = network.state(link.before), network.state(link.after)
    return link.type == "FF" and link.lag != 0 and states == ("finished", "planned")


def waits_through_finished(link: Link, network: Network, ours: Schedule) -> bool:
    """Behind a finished task that should have waited for unfinished work, P6 adds what is left of a lag to the end of
    that work, and does not hold finishes back."""
    if link.before not in held_back(network) or not network.is_unfinished(link.after):
        return False
    return network.state(link.before) == "finished" and (link.type in ("FF", "SF") or link.lag > 0)


def meets_own_start(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ lets a task begin with the day of its own start although a link ends only with that day, and beside links to
    its finish it keeps the finish that they give."""
    task = network.tasks[link.after]
    if task.own_start is None or task.state != "planned":
        return False
    return link.type[1] == "F" or ours.early_start(task.id) == network.days.until(task.own_start) + 1


LinkRule = Callable[[Link, Network, Schedule], bool]
LINK_RULES: list[LinkRule] = [
    touches_dropped, starts_with_delayed_rest, runs_backwards_from_begun, lags_behind_finish, waits_through_finished,
    meets_own_start,
]  # fmt: skip


def held_back(network: Network) -> set[str]:
    """The finished and dropped tasks that unfinished work says something about: they hand it on to what follows."""
    found: set[str] = set()
    while more := {link.after for link in network.links if holds_back(link, network, found)} - found:
        found |= more
    return found


def holds_back(link: Link, network: Network, found: Iterable[str]) -> bool:
    if network.is_unfinished(link.after):
        return False
    if network.is_unfinished(link.before):
        return network.state(link.before) == "planned" or link.type[0] == "F"
    return link.before in found


# Where P6 counts other floats. What comes before such a task is left out with it.


def followed_from_past_start(task: str, network: Network) -> bool:
    """P6 limits a started task by what is tied to its start; to Milepost that start has happened and cannot be late."""
    return network.state(task) == "started" and any(link.type[0] == "S" for link in network.links_out_of(task))


def finished_at_the_end(task: str, network: Network) -> bool:
    """P6 lets a finished task limit what comes before it, although nothing that is left to do depends on it."""
    left = any(network.is_unfinished(other) for other in network.behind({task}))
    return network.state(task) == "finished" and not left


def lags_before_begun(task: str, network: Network) -> bool:
    """On the way back, MPXJ takes off of a lag before a task that has begun nothing, or only what is still to run."""
    for link in network.links_out_of(task):
        before, after = network.state(link.before), network.state(link.after)
        if after == "finished" and (before == "finished" or link.type == "FS") and link.lag != 0:
            return True
        if before == after == "started" and link.type == "FS" and link.lag != 0:
            return True
    return False


FLOAT_RULES = [followed_from_past_start, finished_at_the_end, lags_before_begun]


# The comparison


@dataclass
class Comparison:
    """A plan as both programs schedule it."""

    seed: int
    network: Network
    ours: Schedule
    theirs: PrimaveraSchedule

    @cached_property
    def left_out(self) -> dict[str, set[str]]:
        """The tasks at which P6 follows another rule, by the name of the rule."""
        found = {
            rule.__name__: {link.after for link in self.network.links if rule(link, self.network, self.ours)}
            for rule in LINK_RULES
        }
        return {rule: tasks for rule, tasks in found.items() if tasks}

    @cached_property
    def unfinished(self) -> list[str]:
        return [task for task in self.network.tasks if self.network.is_unfinished(task)]

    @cached_property
    def early_dates(self) -> list[str]:
        """The tasks whose early dates are compared."""
        out = self.network.behind(set().union(*self.left_out.values()))
        return [task for task in self.unfinished if task not in out]

    @property
    def has_finish(self) -> bool:
        return bool(self.unfinished) and not self.left_out

    @cached_property
    def floats(self) -> list[str]:
        """The tasks whose floats are compared: none when a finished task should have waited so long that to P6 the plan
        ends with it, for all floats are counted from there."""
        if not self.has_finish or self.theirs.logic_finish > self.theirs.finish:
            return []
        differing = {task for task in self.network.tasks if any(rule(task, self.network) for rule in FLOAT_RULES)}
        out = self.network.upstream(differing)
        return [task for task in self.unfinished if task not in out]

    def report(self, what: str, ours: object, theirs: object) -> str:
        return f"Seed {self.seed}: {what} is {ours} to Milepost and {theirs} to MPXJ in\n\n{written(self.network.plan)}"


class PlainDumper(yaml.SafeDumper):
    """Writes YAML without anchors: Milepost does not read them."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def written(plan: dict) -> str:
    return yaml.dump(plan, Dumper=PlainDumper, sort_keys=False, default_flow_style=None, width=1000)


def show(program: str, plan: dict, folder: Path) -> Schedule:
    """Milepost's schedule of a plan. Findings are no failure: the plans are not good ones."""
    file = folder / "plan.yaml"
    file.write_text(written(plan), encoding="utf-8")
    command = [program, "plan", "show", str(file), "--format", "json"]
    environment = {**os.environ, "NO_COLOR": "1"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode in (0, 1) and result.stdout, f"{result.returncode}: {result.stderr}\n\n{written(plan)}"
    return Schedule(json.loads(result.stdout))


@pytest.fixture(scope="module")
def comparisons(request, tmp_path_factory) -> list[Comparison]:
    program, folder = request.config.getoption("--milepost"), tmp_path_factory.mktemp("plans")
    primavera, found = Primavera(), []
    for seed in SEEDS:
        network = Network(random_plan(seed))
        ours = show(program, network.plan, folder)
        # MPXJ gets the plan as the test reads it; the states must be agreed before dates can be compared.
        for task in network.tasks.values():
            if task.state == "dropped":
                assert task.id not in ours.tasks, f"Seed {seed}: {task.id} is dropped"
                continue
            said = ours.tasks[task.id]["state"], ours.tasks[task.id]["remaining"]
            assert said == (task.state, task.remaining), f"Seed {seed}: {task.id} in\n\n{written(network.plan)}"
        assert ours.said["first_open_day"] == network.first_open_day, f"Seed {seed}:\n\n{written(network.plan)}"
        found.append(Comparison(seed, network, ours, primavera.schedule(network, ours)))
    return found


def test_what_is_left_begins_and_ends_as_p6_says(comparisons):
    for each in comparisons:
        for task in each.early_dates:
            ours, theirs = each.ours.tasks[task], each.theirs.tasks[task]
            said = (ours["ES"], ours["EF"]), (theirs.early_start, theirs.early_finish)
            assert said[0] == said[1], each.report(f"(ES, EF) of {task}", *said)


def test_what_is_left_has_the_float_that_p6_says(comparisons):
    for each in comparisons:
        for task in each.floats:
            said = each.ours.tasks[task]["total_float"], each.theirs.tasks[task].total_float
            assert said[0] == said[1], each.report(f"the total float of {task}", *said)


def test_plans_in_progress_end_when_p6_says(comparisons):
    for each in comparisons:
        if each.has_finish:
            said = each.ours.finish, each.theirs.finish
            assert said[0] == said[1], each.report("the number of the finish", *said)


def test_enough_is_compared(comparisons):
    """Rules that leave out too much, and a generator that has gone dull, would make the tests above say nothing."""
    unfinished = sum(len(each.unfinished) for each in comparisons)
    compared = [(each.network, task) for each in comparisons for task in each.early_dates]
    assert len(compared) > 0.7 * unfinished
    assert sum(len(each.floats) for each in comparisons) > 0.4 * unfinished
    assert sum(each.has_finish for each in comparisons) > 0.5 * len(comparisons)
    assert {network.state(task) for network, task in compared} == {"planned", "started"}
    links = [(network, link) for network, task in compared for link in network.links_into(task)]
    kinds = {(link.type, (link.lag > 0) - (link.lag < 0)) for _, link in links}
    assert kinds >= {("SF", 0), *((type_, sign) for type_ in ("FS", "SS", "FF") for sign in (-1, 0, 1))}
    out_of_sequence = [
        link for network, link in links if network.state(link.after) == "started" and network.is_unfinished(link.before)
    ]
    assert len(out_of_sequence) > 30
    assert {rule for each in comparisons for rule in each.left_out} == {rule.__name__ for rule in LINK_RULES}
