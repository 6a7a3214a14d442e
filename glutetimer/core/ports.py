"""What the core asks of the world; the concrete classes are named in app.py only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from glutetimer.core.archive import HistoryArchive
    from glutetimer.core.calendar import CalendarMaker
    from glutetimer.core.cues import CueSheet
    from glutetimer.core.exercise import Exercise
    from glutetimer.core.past import ProgressStore
    from glutetimer.core.problem import Problem
    from glutetimer.core.records import (
        Pain,
        SessionEnd,
        SessionReview,
        SessionStart,
        SessionSummary,
        SetRecord,
        WholeSession,
    )
    from glutetimer.core.rendering import SessionRenderer
    from glutetimer.core.routine import Routine
    from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know: cause and cure, each a plain sentence."""

    text: str
    cure: str = ""


class Clock(Protocol):
    """The time."""

    def now_s(self) -> float:
        """Seconds since some fixed moment; never steps back, counts while asleep."""
        ...

    def utc_now(self) -> datetime:
        """The wall clock as an aware UTC datetime."""
        ...

    def asleep_s(self) -> float | None:
        """Seconds of `now_s` for which the machine slept; None where it does not tell."""
        ...


@dataclass(frozen=True, slots=True)
class RoutineListing:
    """A line of the routine list; a file with mistakes has `problems` and no minutes.

    `path` is the file's path as text; `problems` are "line N: message" lines.
    """

    id: str
    title: str
    source: str
    path: str
    total_s: float | None
    equipment: tuple[str, ...]
    is_own: bool = False
    problems: tuple[str, ...] = ()


class FileKind(StrEnum):
    """What a file for the library was read as."""

    ROUTINE = "routine"
    EXERCISE = "exercise"
    UNREADABLE = "file"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file as it was read, with every mistake by line.

    `routine` or `exercise` is what it gives, None if the file itself has mistakes; two files
    of one id have that as their mistake, whatever they give.
    """

    kind: FileKind
    problems: tuple[Problem, ...] = ()
    routine: Routine | None = None
    exercise: Exercise | None = None


class RoutineLibrary(Protocol):
    """The routines that can be played."""

    def listings(self, settings: Settings) -> Sequence[RoutineListing]:
        """All routine files, those with mistakes too; the built-in default first."""
        ...

    def routine(self, name_or_path: str) -> Routine:
        """A routine by id or path. Raises Trouble with every mistake of the file."""
        ...

    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises by id, the person's own in place of built-in ones."""
        ...

    def check_file(self, path: str) -> CheckedFile:
        """Whether a file is a routine or an exercise, with every mistake of it by line."""
        ...


class HistoryStore(Protocol):
    """The history. Every method raises Trouble when the disk or the database fails."""

    def begin(self, start: SessionStart) -> int:
        """Store a session in its first second; returns its id, also if it was stored before."""
        ...

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Commit a set that ended; on disk when this returns.

        The same index and attempt again replaces what was stored.
        """
        ...

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain) -> None:
        """Add to a stored set (see SetResult.index) where and how much it hurt."""
        ...

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended."""
        ...

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store (or change) what the person says about a session."""
        ...

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        """Ended sessions, newest first; days are local, both ends included."""
        ...

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        """The sets of a session in the order in which they ended."""
        ...

    def last_done(self) -> Mapping[str, datetime]:
        """When each routine (by id) was last begun; a session counts with its first set done."""
        ...

    def routines_done(self) -> Sequence[tuple[str, str]]:
        """(id, title) of every routine in the history, for the filter."""
        ...

    def interrupted(self) -> SessionSummary | None:
        """The newest session that was begun and never ended, if any."""
        ...

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Store (or change) the pain before a session, 0 to 10; None for no answer."""
        ...

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        """The newest session, if its next morning may still be asked about.

        It was in the three days before `today`, has a set done, and that morning was neither
        told nor waved away.
        """
        ...

    def settle_morning(self, session_id: int, level: int | None) -> None:
        """Store the pain of the morning after, 0 to 10; None if the person does not want to say."""
        ...

    def delete(self, session_id: int) -> None:
        """Hide a session; `restore` brings it back as long as this process lives."""
        ...

    def restore(self, session_id: int) -> None:
        """Undo a delete."""
        ...

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Write a session that could not be stored into a file of its own; returns its path.

        The next start takes it in. The same session again replaces its file. Raises Trouble if
        there is no place for it.
        """
        ...

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file: all of it is in the history. Raises nothing."""
        ...

    def take_notices(self) -> Sequence[Notice]:
        """What was met in the history since the last call, each once; raises nothing."""
        ...


class SettingsStore(Protocol):
    """The settings file."""

    def load(self) -> tuple[Settings, Sequence[Notice]]:
        """The settings, with a notice for whatever could not be read."""
        ...

    def save(self, settings: Settings) -> None:
        """Write the file atomically. Raises Trouble; the old file stays then."""
        ...


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of the machine: engine id, shown name, language tag ("en-gb") or ""."""

    id: str
    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """What makes the sound, in words; empty while it is not known or not in use.

    `has_pitch` is None while the engine is not known.
    """

    engine: str = ""
    voice: str = ""
    device: str = ""
    has_pitch: bool | None = None


class CuePlayer(Protocol):
    """Plays a cue sheet in time with a session. No method blocks or raises.

    The player runs ahead by itself between two calls: it is told only of what the sheet
    does not say (begin, pause, resume, a jump, more rest). All times are of the one Clock.
    """

    def warm_up(self) -> None:
        """A session begins in a moment: open the sound device meanwhile."""
        ...

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Begin to make the clips of these texts in the background, first ones first.

        `language` (a tag) is spoken where no voice is set; `say` are (written, spoken) words.
        """
        ...

    def progress(self) -> tuple[int, int]:
        """How many of the texts that were to be prepared are done, and how many they are."""
        ...

    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text."""
        ...

    def load(self, sheet: CueSheet) -> None:
        """Take a (new) sheet; what is playing now is not cut."""
        ...

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within `step` at clock time `at_s` and runs on.

        The step lasts `added_s` longer than on the sheet (more rest); its countdown moves along.
        """
        ...

    def hold(self) -> None:
        """Fall silent at once (pause, end); nothing more is played until run_from."""
        ...

    def announce(self, text: str) -> None:
        """Speak a prepared text now, outside the sheet; a tone if its clip is not ready."""
        ...

    def set_muted(self, muted: bool) -> None:
        """Silence without losing the place."""
        ...

    def set_settings(self, settings: Settings) -> None:
        """Change the volumes at once; voice and rate count from the next `prepare`."""
        ...

    def try_voice(self, text: str, settings: Settings) -> None:
        """Speak a text now, for the settings dialog."""
        ...

    def try_sound(self, settings: Settings) -> None:
        """Play a tone now through the chosen output device, for the settings dialog."""
        ...

    def outputs(self) -> Sequence[str]:
        """The output devices of the machine by name; empty while they are not known yet."""
        ...

    def status(self) -> SoundStatus:
        """What makes the sound now."""
        ...

    def voices(self) -> Sequence[Voice]:
        """The voices of the machine; empty while they are not known yet or none exist."""
        ...

    def take_notices(self) -> Sequence[Notice]:
        """Notices since the last call, each once (no voice, no device, ...)."""
        ...

    def close(self) -> None:
        """End child processes and threads; within half a second."""
        ...


def _nothing() -> None:
    """Nothing is to be remembered."""


@dataclass(frozen=True, slots=True)
class OfferedBackup:
    """A backup that may take the place of a history found damaged or empty.

    `name` is the backup's file name; `restore` takes it and raises Trouble if it is no good
    (nothing has changed then). After `decline` it is offered no more.
    """

    name: str
    restore: Callable[[], None]
    decline: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class OpenedHistory:
    """The history, what was found when it was opened, and what may take its place."""

    history: HistoryStore
    progress: ProgressStore
    archive: HistoryArchive
    notices: tuple[Notice, ...] = ()
    offered_backup: OfferedBackup | None = None


@dataclass(frozen=True)
class Services:
    """Everything a front end needs of the world, made in app.py.

    `make_player` is called once, when sound is first needed: nothing of audio is imported
    before. `make_renderer` is called for every sound file, `make_calendar` for every calendar.
    `data_dir` is the folder of the person's own files, as text. The history is opened when it is
    first asked for: after the first painting of the window.
    """

    clock: Clock
    library: RoutineLibrary
    open_history: Callable[[], OpenedHistory]
    settings_store: SettingsStore
    make_player: Callable[[], CuePlayer]
    make_renderer: Callable[[], SessionRenderer]
    make_calendar: Callable[[], CalendarMaker]
    data_dir: str

    @cached_property
    def opened(self) -> OpenedHistory:
        """The history with what was found when it was opened."""
        return self.open_history()

    @property
    def history(self) -> HistoryStore:
        """The history."""
        return self.opened.history

    @property
    def progress(self) -> ProgressStore:
        """What statistics and advice ask of the history."""
        return self.opened.progress

    @property
    def archive(self) -> HistoryArchive:
        """The history as a whole: files and backups."""
        return self.opened.archive

    @property
    def is_history_open(self) -> bool:
        """Whether anybody has asked for the history."""
        return "opened" in self.__dict__
