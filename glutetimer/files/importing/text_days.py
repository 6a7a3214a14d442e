"""The weeks and days of a plain text, each a session of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from glutetimer.core.draft import Lost, PlanDraft, PlannedDay, SourceContent
from glutetimer.files.importing.text_session import TextSession

DEFAULT_TITLE = "My routine"
_WEEKDAYS = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_WEEK = re.compile(r"(?:week|woche|semaine) ?(\d{1,2})(?: ?[:,-]+ ?(.*))?", re.IGNORECASE)
_DAY = re.compile(
    rf"((?:(?:day|tag|jour|session|workout) ?(?:\d{{1,2}}|[a-g])\b|(?:{_WEEKDAYS})\b"
    r"|(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?=\.?:)))\.?(.*)",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:rest(?: day)?|day off|off|ruhetag|pause|repos|frei)[.!]?", re.IGNORECASE)


@dataclass(slots=True)
class _Day:
    week: int
    name: str
    session: TextSession
    is_rest: bool = False

    def title(self, of_all: str) -> str:
        """What its routine is called."""
        week = f"Week {self.week}" if self.week else ""
        named = ", ".join(filter(None, (week, self.name)))
        return ": ".join(filter(None, (of_all, named))) or DEFAULT_TITLE


@dataclass(slots=True)
class Days:
    """All days, of which the last is being read; a text without days has one."""

    session: TextSession = field(default_factory=TextSession)
    _week: int = 0
    _days: list[_Day] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._days.append(_Day(0, "", self.session))

    @property
    def are_several(self) -> bool:
        """Whether a day has begun."""
        return len(self._days) > 1 or bool(self._days[0].name)

    def begin(self, text: str) -> str | None:
        """Begin the week or day that a line names; what else it says, None where it names none."""
        if found := _WEEK.fullmatch(text):
            self._week = int(found[1])
            named = (found[2] or "").strip(" :")
            if (rest := self.begin(named)) is not None:
                return rest
            self._begin(named)
            return ""
        found = _DAY.fullmatch(text)
        if found is None:
            return None
        rest = found[2].strip()
        if rest.startswith((":", "-")) and (said := rest.lstrip(":- ")):
            self._begin(found[1])
            return said
        self._begin(f"{found[1]} {rest}".strip(" :"))
        return ""

    def take_rest(self, text: str) -> bool:
        """Take a line that says that the day is one of rest."""
        day = self._days[-1]
        if not day.name or day.session.entries or not _REST.fullmatch(text):
            return False
        day.is_rest = True
        return True

    def content(self, title: str) -> SourceContent | None:
        """The routines of all days, and the plan where there are several; None without any."""
        days = [day for day in self._days if day.session.entries or day.is_rest]
        trained = [day for day in days if day.session.entries]
        if not trained:
            return None
        alone = len(days) == 1
        title = title or (days[0].title("") if alone else "")
        routines = [day.session.routine(title if alone else day.title(title)) for day in trained]
        lost: list[Lost] = [one for day in self._days for one in day.session.lost]
        lost.sort(key=lambda one: one.line)
        titles = [routine.title for routine in routines]
        return SourceContent(tuple(routines), self._plans(title, days, titles), tuple(lost))

    def _plans(
        self, title: str, days: Sequence[_Day], titles: Sequence[str]
    ) -> tuple[PlanDraft, ...]:
        if len(days) < 2:
            return ()
        left = iter(titles)
        planned = tuple(
            PlannedDay(
                day.week, day.name or f"part {number}", next(left) if day.session.entries else ""
            )
            for number, day in enumerate(days, 1)
        )
        return (PlanDraft(title or DEFAULT_TITLE, planned),)

    def _begin(self, name: str) -> None:
        last = self._days[-1]
        if self.session.entries or (last.name and name):
            self.session = TextSession(usual_rests=self.session.usual_rests)
            self._days.append(_Day(self._week, name, self.session))
        self._days[-1].week = self._week
        self._days[-1].name = name or self._days[-1].name
