"""Random plans in progress, and what a reader finds in such a plan without scheduling it: its working days, its links,
and which of its tasks are planned, started, finished or dropped."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

LINK = re.compile(r"^([a-z][a-z0-9-]*)(?::(FS|SS|FF|SF)(?:([+-]\d+)d)?)?$")
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
FAR = 500  # More working days than any plan here has.


class WorkingDays:
    """The working days from the start of a plan on. A number n is an instant: n of them are over. It is at once the end
    of the last of these and the beginning of the next one."""

    def __init__(self, plan: dict) -> None:
        calendar = plan.get("calendar", {})
        self.week: list[str] = calendar.get("week", WEEK[:5])
        self.extra: list[date] = calendar.get("working", [])
        self.holidays: list[tuple[date, date]] = [
            (days.get("date", days.get("from")), days.get("date", days.get("to")))
            for days in calendar.get("holidays", [])
        ]
        days = (plan["start"] + timedelta(n) for n in range(3 * FAR))
        self.days = [day for day in days if self.includes(day)][:FAR]

    def includes(self, day: date) -> bool:
        if day in self.extra:
            return True
        return WEEK[day.weekday()] in self.week and not any(first <= day <= last for first, last in self.holidays)

    def until(self, day: date) -> int:
        """The number of the day's beginning; that of the next working day when nobody works on it."""
        return bisect_left(self.days, day)

    def through(self, day: date) -> int:
        """The number of the day's end."""
        return bisect_right(self.days, day)


@dataclass(frozen=True)
class Link:
    before: str
    after: str
    type: str
    lag: int


class PlanTask:
    """A task as its plan states it."""

    def __init__(self, said: dict) -> None:
        self.said = said
        self.id: str = said["id"]
        self.milestone: bool = said.get("milestone", False)
        self.duration = 0 if self.milestone else working_days(said["duration"])
        self.own_start: date | None = said.get("start")
        self.deadline: date | None = said.get("finish")

    @property
    def links(self) -> list[Link]:
        """The links into the task."""
        found = [LINK.match(link).groups() for link in self.said.get("after", [])]
        return [Link(before, self.id, type_ or "FS", int(lag or 0)) for before, type_, lag in found]

    @property
    def state(self) -> str:
        said = self.said
        if said.get("status") == "dropped":
            return "dropped"
        if "actual_finish" in said or said.get("status") == "done" or said.get("progress") == 100:
            return "finished"
        if self.milestone:
            return "finished" if "actual_start" in said else "planned"
        if "actual_start" in said or said.get("progress") or said.get("status") == "active" or "remaining" in said:
            return "started"
        return "planned"

    @property
    def remaining(self) -> int:
        """The days of work that are left."""
        if self.state == "planned":
            return self.duration
        if self.state != "started":
            return 0
        if "remaining" in self.said:
            return working_days(self.said["remaining"])
        return max(1, -(-self.duration * (100 - self.said.get("progress", 0)) // 100))


class Network:
    """A plan whose tasks know what comes before and behind them."""

    def __init__(self, plan: dict) -> None:
        self.plan = plan
        self.days = WorkingDays(plan)
        self.tasks = {said["id"]: PlanTask(said) for said in plan["tasks"]}
        self.links = [link for task in self.tasks.values() for link in task.links]

    @cached_property
    def first_open_day(self) -> int:
        """Where work that is left begins at the earliest: behind the status date. A plan of which nothing is reported
        has not begun on its first day."""
        reported = any(task.state in ("started", "finished") for task in self.tasks.values())
        if not reported and self.plan["status_date"] <= self.days.days[0]:
            return 0
        return self.days.through(self.plan["status_date"])

    def state(self, task: str) -> str:
        return self.tasks[task].state

    def is_unfinished(self, task: str) -> bool:
        return self.state(task) in ("planned", "started")

    def links_into(self, task: str) -> list[Link]:
        return self.tasks[task].links

    def links_out_of(self, task: str) -> list[Link]:
        return [link for link in self.links if link.before == task]

    def behind(self, tasks: set[str]) -> set[str]:
        """The tasks and all that wait for them."""
        found = set(tasks)
        while more := {link.after for link in self.links if link.before in found} - found:
            found |= more
        return found

    def upstream(self, tasks: set[str]) -> set[str]:
        """The tasks and all that they wait for."""
        found = set(tasks)
        while more := {link.before for link in self.links if link.after in found} - found:
            found |= more
        return found


def working_days(said: str) -> int:
    return int(said.removesuffix("d"))


# Random plans


def random_plan(seed: int) -> dict:
    """A plan in progress, the same one for the same seed. Reports may be out of sequence, incomplete, or against what
    was planned, but none lies outside the time from the start of the plan to its status date."""
    random = Random(seed)
    start = date(2027, 1, 4) + timedelta(random.randrange(90))
    plan: dict = {"kind": "action", "start": start, "status_date": start}
    if calendar := random_calendar(random, start):
        plan["calendar"] = calendar
    types = random.choice(["FS", "FS FS FS FS SS FF", "FS FS FS SS SS FF FF", "FS FS FS FS SS FF SF"]).split()
    lags = random.choice([[0], [*[0] * 8, 1, 2, 4, 8, -1, -2]])
    plan["tasks"] = tasks = []
    for n in range(random.randint(4, 14)):
        before = random.sample(tasks[-5:], min(n, 5, random.choice([0, 1, 1, 1, 2, 2, 3])))
        links = [random_link(task["id"], types, lags, random) for task in before]
        tasks.append(random_task(f"t{n + 1}", links, start, random))
    if random.random() < 0.95:
        report_progress(plan, random)  # Else nothing has begun on the first day.
    return plan


def random_calendar(random: Random, start: date) -> dict:
    calendar: dict = {}
    if random.random() < 0.25:
        calendar["week"] = random.choice([WEEK[:6], WEEK[:4], ["sun", *WEEK[:4]]])
    days = sorted(start + timedelta(n) for n in random.sample(range(1, 120), random.randrange(5)))
    holidays = [
        {"date": day} if random.random() < 0.6 else {"from": day, "to": day + timedelta(random.randint(1, 4))}
        for day in days
    ]
    if holidays:
        calendar["holidays"] = holidays
    if random.random() < 0.3:
        calendar["working"] = sorted(start + timedelta(n) for n in random.sample(range(1, 60), 2))
    return calendar


def random_link(before: str, types: list[str], lags: list[int], random: Random) -> str:
    type_, lag = random.choice(types), random.choice(lags)
    if lag:
        return f"{before}:{type_}{lag:+}d"
    return before if type_ == "FS" else f"{before}:{type_}"


def random_task(id_: str, links: list[str], start: date, random: Random) -> dict:
    """What was planned: the work, what it waits for, and perhaps a date before which or by which it is to be done."""
    task: dict = {"id": id_, "name": f"Task {id_}", "owner": "pm"}
    if random.random() < 0.12:
        task["milestone"] = True
    else:
        task["duration"] = f"{random.choice([1, 2, 3, 4, 5, 6, 8, 10, 15])}d"
    if links:
        task["after"] = links
    # Not both: MPXJ takes a second constraint for the late finish, but not for the late start.
    chance = random.random()
    if chance < 0.06:
        task["start"] = start + timedelta(random.randrange(60))
    elif chance < 0.12:
        task["finish"] = start + timedelta(random.randrange(5, 90))
    return task


def report_progress(plan: dict, random: Random) -> None:
    """Lets the work take place, with some luck and some delay, and tells what is seen of it on a day in between."""
    days = WorkingDays(plan)
    times = real_times([PlanTask(said) for said in plan["tasks"]], random)
    ends = range(1 + max(end for _, end in times.values()))
    today = min(random.choice(ends), random.choice(ends))  # Sooner rather than later: then more is left to schedule.
    plan["status_date"] = days.days[today] + timedelta(random.choice([0, 0, 0, 0, 1, 2]))
    drops = random.random() < 0.12
    for said in plan["tasks"]:
        if drops and random.random() < 0.15:
            said["status"] = "dropped"
        elif random.random() < 0.9:
            said.update(reported(PlanTask(said), *times[said["id"]], days, plan["status_date"], random))


def real_times(tasks: list[PlanTask], random: Random) -> dict[str, tuple[int, int]]:
    """The numbers at which each task begins and ends in the end; in some plans people do not wait for each other."""
    disorder = random.choice([0, 0.1, 0.3, 0.5])
    times: dict[str, tuple[int, int]] = {}
    for task in tasks:
        allowed = [times[link.before][link.type[0] == "F"] + link.lag for link in task.links]
        begin = max([0, *allowed]) + random.choice([0, 0, 0, 0, 1, 2])
        if random.random() < disorder:
            begin = random.randrange(begin + 1)
        end = begin + max(1, task.duration + random.choice([-2, -1, 0, 0, 0, 0, 1, 3]))
        times[task.id] = (begin, begin if task.milestone else end)
    return times


def reported(
    task: PlanTask, begin: int, end: int, days: WorkingDays, status_date: date, random: Random
) -> dict[str, object]:
    """What is told on the status date of a task that takes place between two numbers."""
    today = days.through(status_date)
    if task.milestone:
        key = random.choice(["actual_finish", "actual_finish", "actual_start"])
        return {key: days.days[begin]} if begin < today else {}
    said: dict[str, object] = {}
    if begin < today and random.random() < 0.92:
        said["actual_start"] = days.days[begin]
    if end <= today:
        if random.random() < 0.95:
            said["actual_finish"] = last_day(end, days, status_date, random)
        return said | random.choice([{"progress": 100}, {"progress": 100}, {"status": "done"}])
    if begin < today:
        done = random.choice([0, 100 * (today - begin) // (end - begin), random.randrange(100)])
        said |= {"progress": done} if done else {"status": random.choice(["active", "active", "blocked"])}
        if random.random() < 0.25:
            said["remaining"] = f"{random.randint(1, 8)}d"
    return said


def last_day(end: int, days: WorkingDays, status_date: date, random: Random) -> date:
    """The last day worked; sometimes the day off behind it, on which somebody worked all the same."""
    day = days.days[end - 1]
    off = day + timedelta(1)
    return off if random.random() < 0.1 and off <= status_date and not days.includes(off) else day
