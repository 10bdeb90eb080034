"""Plans in progress are scheduled as another program schedules them: MPXJ's PrimaveraScheduler, which knows nothing of
Milepost and follows the rules of P6 with retained logic. The plans are random, and the same in every run."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from networks import Link, Network, PlanTask, random_plan

SEEDS = range(200)
HOURS_A_DAY = 8
MORNING, EVENING = 8, 16
DAYS_OF_JAVA = dict(mon="MONDAY", tue="TUESDAY", wed="WEDNESDAY", thu="THURSDAY", fri="FRIDAY", sat="SATURDAY", sun="SUNDAY")
TYPES_OF_JAVA = dict(FS="FINISH_START", SS="START_START", FF="FINISH_FINISH", SF="START_FINISH")


class Schedule:
    """What Milepost says about a plan."""

    def __init__(self, said: dict) -> None:
        self.said = said
        self.tasks: dict[str, dict] = {task["id"]: task for task in said["tasks"]}
        self.finish: int = said["duration_days"]

    def actual_dates(self, task: PlanTask) -> tuple[date, date]:
        """The dates between which a task was worked on. P6 assumes none that were not reported, so it is told those that
        Milepost assumed."""
        shown = self.tasks[task.id]
        milestone = task.said.get("actual_finish", task.said.get("actual_start")) if task.milestone else None
        start = milestone or task.said.get("actual_start") or date.fromisoformat(shown["start"])
        finish = milestone or task.said.get("actual_finish") or date.fromisoformat(shown["finish"])
        return start, finish


# What MPXJ says


@dataclass
class Figures:
    """The early dates of the work that is left, as numbers of working days, and its total float."""

    early_start: int
    early_finish: int
    total_float: float


class Primavera:
    """Builds plans in the memory of MPXJ and has them scheduled."""

    def __init__(self) -> None:
        import jpype
        import mpxj  # noqa: F401  (tells the Java machine where the library is)

        if not jpype.isJVMStarted():
            jpype.startJVM("-Djava.awt.headless=true", "-Xmx256m")
        self.mpxj = jpype.JPackage("org").mpxj
        self.time = jpype.JPackage("java").time

    def schedule(self, network: Network, ours: Schedule) -> tuple[dict[str, Figures], int]:
        """The figures of every unfinished task, and the number at which the plan ends."""
        project = self.project(network)
        tasks = {id_: self.task(project, task, network, ours) for id_, task in network.tasks.items()}
        for link in network.links:
            self.link(tasks, link)
        beginning = self.moment(network.days.days[0], MORNING)
        self.mpxj.cpm.PrimaveraScheduler().schedule(project, beginning)
        figures = {
            id_: Figures(
                number(task.getRemainingEarlyStart(), network),
                number(task.getRemainingEarlyFinish(), network),
                task.getTotalSlack().getDuration() / HOURS_A_DAY,
            )
            for id_, task in tasks.items()
            if network.is_unfinished(id_)
        }
        return figures, number(project.getProjectProperties().getFinishDate(), network)

    def project(self, network: Network):
        project = self.mpxj.ProjectFile()
        project.getProjectConfig().setSlackClaculator(self.mpxj.cpm.PrimaveraSlackCalculator(project))
        calendar = project.addCalendar()
        for name, day in DAYS_OF_JAVA.items():
            works = name in network.days.week
            day_of_week = getattr(self.time.DayOfWeek, day)
            calendar.setCalendarDayType(day_of_week, self.mpxj.DayType.WORKING if works else self.mpxj.DayType.NON_WORKING)
            hours = calendar.addCalendarHours(day_of_week)
            if works:
                hours.add(self.working_hours())
        for first, last in network.days.holidays:
            for n in range((last - first).days + 1):
                if (day := first + timedelta(n)) not in network.days.extra:
                    calendar.addCalendarException(self.day(day))
        for day in network.days.extra:
            calendar.addCalendarException(self.day(day)).add(self.working_hours())
        properties = project.getProjectProperties()
        properties.setDefaultCalendar(calendar)
        properties.setRelationshipLagCalendar(self.mpxj.RelationshipLagCalendar.PREDECESSOR)
        properties.setStatusDate(self.data_date(network))
        return project

    def data_date(self, network: Network):
        """P6 counts a status from the beginning of a day: of that behind Milepost's status date."""
        if network.first_open_day == 0:
            return self.moment(network.days.days[0], MORNING)
        return self.moment(network.plan["status_date"] + timedelta(1), MORNING)

    def task(self, project, task: PlanTask, network: Network, ours: Schedule):
        made = project.addTask()
        made.setName(task.id)
        kinds = self.mpxj.ActivityType
        made.setActivityType(kinds.FINISH_MILESTONE if task.milestone else kinds.TASK_DEPENDENT)
        made.setPercentCompleteType(self.mpxj.PercentCompleteType.PHYSICAL)  # What is left is said, not computed.
        made.setPlannedDuration(self.days(task.duration))
        made.setDuration(self.days(task.duration))
        made.setRemainingDuration(self.days(task.remaining))
        made.setActualDuration(self.days(0))
        if task.state == "started":
            begun = network.days.until(ours.actual_dates(task)[0])
            made.setActualStart(self.beginning(begun, network))
            made.setActualDuration(self.days(network.first_open_day - begun))
            made.setDuration(self.days(network.first_open_day - begun + task.remaining))
        if task.state == "finished":
            self.finish(made, task, network, ours)
        self.constrain(made, task, network)
        return made

    def constrain(self, made, task: PlanTask, network: Network) -> None:
        """An own start or a deadline."""
        if task.own_start and task.state == "planned":
            made.setConstraintType(self.mpxj.ConstraintType.START_NO_EARLIER_THAN)
            made.setConstraintDate(self.moment(task.own_start, MORNING))
        elif task.deadline and network.is_unfinished(task.id):
            made.setConstraintType(self.mpxj.ConstraintType.FINISH_NO_LATER_THAN)
            made.setConstraintDate(self.end(network.days.through(task.deadline), network))

    def finish(self, made, task: PlanTask, network: Network, ours: Schedule) -> None:
        start, finish = ours.actual_dates(task)
        begin, end = network.days.until(start), network.days.through(finish)
        if task.milestone and ours.tasks[task.id]["side"] == "start":
            made.setActualStart(self.beginning(begin, network))
            made.setActualFinish(self.beginning(begin, network))
        else:
            made.setActualStart(self.end(end, network) if task.milestone else self.beginning(begin, network))
            made.setActualFinish(self.end(end, network))
            made.setActualDuration(self.days(0 if task.milestone else end - begin))

    def link(self, tasks: dict, link: Link) -> None:
        builder = self.mpxj.Relation.Builder().predecessorTask(tasks[link.before]).lag(self.days(link.lag))
        tasks[link.after].addPredecessor(builder.type(getattr(self.mpxj.RelationType, TYPES_OF_JAVA[link.type])))

    def day(self, day: date):
        return self.time.LocalDate.of(day.year, day.month, day.day)

    def moment(self, day: date, hour: int):
        return self.time.LocalDateTime.of(day.year, day.month, day.day, hour, 0)

    def beginning(self, number: int, network: Network):
        return self.moment(network.days.days[number], MORNING)

    def end(self, number: int, network: Network):
        return self.moment(network.days.days[number - 1], EVENING) if number else self.beginning(0, network)

    def working_hours(self):
        return self.mpxj.LocalTimeRange(self.time.LocalTime.of(MORNING, 0), self.time.LocalTime.of(EVENING, 0))

    def days(self, number: int):
        return self.mpxj.Duration.getInstance(HOURS_A_DAY * number, self.mpxj.TimeUnit.HOURS)


def number(moment, network: Network) -> int:
    """The working days before a moment of Java."""
    day = date(moment.getYear(), moment.getMonthValue(), moment.getDayOfMonth())
    hour = moment.getHour() + moment.getMinute() / 60
    assert hour <= MORNING or hour >= EVENING, f"{moment} is in the middle of a day"
    return network.days.until(day) if hour <= MORNING else network.days.through(day)


# Where P6 follows other rules


def holds_back(network: Network) -> set[str]:
    """The finished tasks for which unfinished work still says something: retained logic hands it on to what follows."""
    found: set[str] = set()
    while more := {link.after for link in network.links if hands_on(link, network, found)} - found:
        found |= more
    return found


def hands_on(link: Link, network: Network, found: set[str]) -> bool:
    if network.state(link.after) not in ("finished", "dropped"):
        return False
    before = network.state(link.before)
    if before in ("finished", "dropped"):
        return link.before in found
    return before == "planned" or link.type[0] == "F"


def x0(link: Link, network: Network, ours: Schedule) -> bool:
    """P6 knows no dropped tasks."""
    return "dropped" in (network.state(link.before), network.state(link.after))


def x1(link: Link, network: Network, ours: Schedule) -> bool:
    """P6 counts a link from the start of a started task from the start of what is left of it; the start has happened."""
    if link.type != "SS" or network.state(link.before) != "started":
        return False
    return ours.tasks[link.before]["ES"] != network.first_open_day


def x2(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ has a formula of its own for every case of a link from start to finish with an end that has begun; only that
    from a planned to a finished task is ours."""
    before, after = network.state(link.before), network.state(link.after)
    if "dropped" in (before, after) or link.type != "SF":
        return False
    return before in ("started", "finished") or after == "started"


def x3(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ adds the lag between the finishes of a finished and a planned task twice."""
    states = (network.state(link.before), network.state(link.after))
    return link.type == "FF" and link.lag != 0 and states == ("finished", "planned")


def x4(link: Link, network: Network, ours: Schedule) -> bool:
    """Behind a finished task that unfinished work holds back, P6 adds what is left of a lag, and lets finishes go."""
    if network.state(link.before) != "finished" or link.before not in holds_back(network):
        return False
    return network.is_unfinished(link.after) and (link.type in ("FF", "SF") or link.lag > 0)


def x6(link: Link, network: Network, ours: Schedule) -> bool:
    """MPXJ takes the beginning of the day of an own start also when a link ends at the end of that day, and with links
    to the finish it keeps the finish that they give."""
    task = network.tasks[link.after]
    if task.own_start is None or task.state != "planned":
        return False
    return link.type[1] == "F" or ours.tasks[task.id]["ES"] == network.days.until(task.own_start) + 1


LINK_RULES: dict[str, Callable[[Link, Network, Schedule], bool]] = dict(X0=x0, X1=x1, X2=x2, X3=x3, X4=x4, X6=x6)


def left_out(network: Network, ours: Schedule) -> dict[str, set[str]]:
    """By rule, the tasks at which P6 begins to differ."""
    found = {
        rule: {link.after for link in network.links if applies(link, network, ours)} for rule, applies in LINK_RULES.items()
    }
    return {rule: tasks for rule, tasks in found.items() if tasks}


def x5(network: Network) -> set[str]:
    """P6 limits a started task by what is linked to its start; that has happened, and cannot be too late."""
    return {link.before for link in network.links if link.type[0] == "S" and network.state(link.before) == "started"}


def x7(network: Network) -> set[str]:
    """P6 lets a finished task that nothing unfinished follows limit what comes before it."""
    finished = {task for task in network.tasks if network.state(task) == "finished"}
    return {task for task in finished if not any(network.is_unfinished(behind) for behind in network.behind({task}))}
