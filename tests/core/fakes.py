"""A history and a player that only remember."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from glutetimer.core.cues.placing import estimated_length_s
from glutetimer.core.cues.sheet import CueSheet
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import (
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    WholeSession,
)
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import Settings


@dataclass
class FakeHistory:
    """A history in memory; while `is_full` is set, every write fails."""

    is_full: bool = False
    starts: dict[int, SessionStart] = field(default_factory=dict)
    records: dict[int, list[SetRecord]] = field(default_factory=dict)
    ends: dict[int, tuple[SessionEnd, float]] = field(default_factory=dict)
    reviews: dict[int, SessionReview] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    elsewhere: dict[str, WholeSession] = field(default_factory=dict)
    has_refuge: bool = True

    def _write(self) -> None:
        if self.is_full:
            raise Trouble("The disk is full", "history", "Make room")

    def begin(self, start: SessionStart) -> int:
        """Store a session."""
        self._write()
        number = len(self.starts) + 1
        self.starts[number] = start
        self.records[number] = []
        return number

    def keep_elsewhere(self, session: WholeSession) -> str:
        """Keep a session in a file, as long as there is a place."""
        if not self.has_refuge:
            raise Trouble("No folder can be written", "/elsewhere", "Make room")
        place = f"/elsewhere/{session.start.routine_id}.json"
        self.elsewhere[place] = session
        return place

    def drop_elsewhere(self, place: str) -> None:
        """Remove such a file."""
        self.elsewhere.pop(place, None)

    def add_set(self, session_id: int, record: SetRecord) -> None:
        """Store a set."""
        self._write()
        records = self.records.setdefault(session_id, [])
        key = (record.result.index, record.result.attempt)
        records[:] = [r for r in records if (r.result.index, r.result.attempt) != key]
        records.append(record)

    def note_pain(self, session_id: int, index: int, attempt: int, pain: Pain) -> None:
        """Add the pain to its set."""
        self._write()
        self.records[session_id] = [
            replace(r, pain=pain) if (r.result.index, r.result.attempt) == (index, attempt) else r
            for r in self.records[session_id]
        ]

    def finish(self, session_id: int, end: SessionEnd, ended_at: datetime, active_s: float) -> None:
        """Mark the session as ended."""
        self._write()
        self.ends[session_id] = (end, active_s)

    def review(self, session_id: int, review: SessionReview) -> None:
        """Store the review."""
        self._write()
        self.reviews[session_id] = review

    def sessions(
        self,
        routine_id: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[SessionSummary]:
        """Nothing: the rules never read the list."""
        return ()

    def sets(self, session_id: int) -> Sequence[SetRecord]:
        """The sets of a session."""
        return tuple(self.records[session_id])

    def last_done(self) -> Mapping[str, datetime]:
        """When each routine was last begun."""
        return {start.routine_id: start.started_at for start in self.starts.values()}

    def routines_done(self) -> Sequence[tuple[str, str]]:
        """Every routine once."""
        return tuple({(s.routine_id, s.routine_title) for s in self.starts.values()})

    def interrupted(self) -> SessionSummary | None:
        """Nothing."""
        return None

    def note_pain_before(self, session_id: int, level: int | None) -> None:
        """Change the pain before."""
        self._write()
        self.starts[session_id] = replace(self.starts[session_id], pain_before=level)

    def awaiting_morning(self, today: date) -> SessionSummary | None:
        """Nothing."""
        return None

    def settle_morning(self, session_id: int, level: int | None) -> None:
        """Store the pain of the next morning."""
        self._write()
        review = self.reviews.get(session_id, SessionReview())
        self.reviews[session_id] = replace(review, pain_morning=level)

    def delete(self, session_id: int) -> None:
        """Forget a session."""
        del self.starts[session_id]

    def restore(self, session_id: int) -> None:
        """Nothing to bring back."""

    def take_notices(self) -> Sequence[Notice]:
        """What a test has put there."""
        notices, self.notices = self.notices, []
        return notices


@dataclass
class FakePlayer:
    """A player that remembers what it was told; `ready` clips have estimated lengths."""

    ready: dict[str, float] = field(default_factory=dict)
    told: list[tuple[object, ...]] = field(default_factory=list)
    sheets: list[CueSheet] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    prepared: tuple[str, ...] = ()
    done: tuple[int, int] = (0, 0)
    manner: tuple[str, tuple[tuple[str, str], ...]] = ("", ())

    def make_ready(self) -> None:
        """All the clips asked for are made now."""
        self.ready = {text: estimated_length_s(text) for text in self.prepared}

    def warm_up(self) -> None:
        """Remember that the device was to be opened."""
        self.told.append(("warm up",))

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Remember the texts and how they are to be said."""
        self.prepared = tuple(texts)
        self.manner = language, say

    def progress(self) -> tuple[int, int]:
        """As a test wants it."""
        return self.done

    def lengths_s(self) -> Mapping[str, float]:
        """The clips that are ready."""
        return self.ready

    def load(self, sheet: CueSheet) -> None:
        """Remember the sheet."""
        self.sheets.append(sheet)

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        """Remember the place."""
        self.told.append(("run", step, elapsed_s, at_s, added_s))

    def set_settings(self, settings: Settings) -> None:
        """Remember the volume."""
        self.told.append(("volume", settings.voice_volume))

    def hold(self) -> None:
        """Remember the silence."""
        self.told.append(("hold",))

    def announce(self, text: str) -> None:
        """Remember the words."""
        self.told.append(("announce", text))

    def set_muted(self, muted: bool) -> None:
        """Remember whether it is muted."""
        self.told.append(("muted", muted))

    def try_voice(self, text: str, settings: Settings) -> None:
        """Remember the trial."""
        self.told.append(("try", text))

    def try_sound(self, settings: Settings) -> None:
        """Remember the trial."""
        self.told.append(("tone", settings.output_device))

    def outputs(self) -> Sequence[str]:
        """No device."""
        return ()

    def status(self) -> SoundStatus:
        """Nothing is known."""
        return SoundStatus()

    def voices(self) -> Sequence[Voice]:
        """No voice."""
        return ()

    def take_notices(self) -> Sequence[Notice]:
        """The notices, each once."""
        notices, self.notices = self.notices, []
        return notices

    def close(self) -> None:
        """Nothing to end."""
