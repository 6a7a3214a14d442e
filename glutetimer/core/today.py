"""How much the person wants to do today: gentle, normal, strong, or what fits into some minutes."""

import re
from dataclasses import dataclass
from enum import StrEnum

LEAST_MINUTES, MOST_MINUTES = 5, 120
"""Into so many minutes a session can be asked to fit (editorial)."""


class DayDose(StrEnum):
    """How much the person wants to do today."""

    GENTLE = "gentle"
    NORMAL = "normal"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Today:
    """A dose of the day, or minutes (5 to 120) into which the session is to fit.

    With minutes the dose is normal. As a text, and in the history: "gentle", "20 min".
    """

    dose: DayDose = DayDose.NORMAL
    minutes: int | None = None

    def __post_init__(self) -> None:
        if self.minutes is None:
            return
        if self.dose is not DayDose.NORMAL or not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(f"{self.dose} and {self.minutes} minutes")

    def __str__(self) -> str:
        return self.dose.value if self.minutes is None else f"{self.minutes} min"

    @property
    def is_usual(self) -> bool:
        """Whether everything is done as on any other day."""
        return self == Today()

    @staticmethod
    def parse(text: str) -> "Today":
        """What such a text says; any other text is a normal day."""
        if text in tuple(DayDose):
            return Today(DayDose(text))
        found = re.fullmatch("([0-9]{1,3}) min", text)
        minutes = int(found[1]) if found else 0
        return Today(minutes=minutes) if LEAST_MINUTES <= minutes <= MOST_MINUTES else Today()
