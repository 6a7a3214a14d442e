"""The coach: runs one session, records it, and keeps the voice in step with it."""

from collections.abc import Callable
from dataclasses import replace

from glutetimer.core.cues import CueSheet
from glutetimer.core.errors import Trouble
from glutetimer.core.events import Ended, Event, Jumped, Paused, Resumed, SetEnded
from glutetimer.core.exercise import Exercise
from glutetimer.core.plan import DayDose
from glutetimer.core.ports import Clock, CuePlayer, HistoryStore, Notice
from glutetimer.core.records import Pain, SessionReview, SessionStart, SetRecord, SetResult
from glutetimer.core.routine import Routine
from glutetimer.core.session import Command, Place, Session
from glutetimer.core.settings import Settings
from glutetimer.core.timeline import Timeline


class Coach:
    """One session from start to review: what the window and the terminal both drive.

    Call `tick` at least every second while it runs and `do` for what the person asks;
    both return the session's events. Trouble of the history is kept as a notice and the
    records are tried again with the next one: a session never stops for a full disk.
    """

    def __init__(
        self,
        routine: Routine,
        settings: Settings,
        clock: Clock,
        history: HistoryStore,
        player: CuePlayer,
        dose: DayDose = DayDose.NORMAL,
        first_set: int = 0,
        continues: int | None = None,
    ) -> None:
        """Plan the routine. Raises Trouble if it cannot be played (too long, no time in a rep).

        `first_set` is the set (from 0) to begin with, `continues` the id of the stored
        session that goes on (after a crash) instead of a new one.
        """

    @property
    def session(self) -> Session:
        """The session itself, for its place and what it allows."""

    @property
    def results(self) -> tuple[SetResult, ...]:
        """Every set that ended, in order."""

    @property
    def muted(self) -> bool:
        """Whether the person has muted the sound."""

    def tick(self) -> tuple[Event, ...]:
        """Let the session catch up with the clock."""

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry out a command now. Raises IllegalCommandError if it is not allowed."""

    def set_muted(self, muted: bool) -> None:
        """Mute or unmute; the session goes on."""

    def report_pain(self, pain: Pain) -> None:
        """Note where and how much it hurts with the set that ended last (after HURT)."""

    def alternatives(self) -> tuple[str, ...]:
        """Ids of easier alternatives for the current exercise, nearest first."""

    def swap_exercise(self, alternative: Exercise) -> tuple[Event, ...]:
        """Do the rest of the current exercise's sets as an easier alternative."""

    def review(self, review: SessionReview) -> None:
        """Store what the person says afterwards. Raises Trouble."""

    def take_notices(self) -> tuple[Notice, ...]:
        """What the person should know, each once."""
