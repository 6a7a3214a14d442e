"""Keeps the machine awake while a session runs, and finds out whether it slept all the same.

The music of other programs goes with it: both have a session's time.
"""

from collections.abc import Sequence

from glutetimer.core.ports.awake import NOT_AWAKE, Wakefulness
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.music import NO_MUSIC, OtherMusic
from glutetimer.core.session.events import Ended, Event, Paused, PauseReason, Resumed
from glutetimer.core.settings import MusicWay

DROWSY_S = 300.0
"""After so long a pause the machine may sleep; it is kept awake again when the session goes on."""


class SessionWakefulness:
    """Follows a session's events; `look` at every tick, `begin` at its start."""

    def __init__(self, clock: Clock, music_way: MusicWay = MusicWay.LEAVE) -> None:
        self.machine: Wakefulness = NOT_AWAKE
        self.music: OtherMusic = NO_MUSIC
        self._music_way = music_way
        self.has_slept: bool | None = None
        """Whether the machine slept in the gap that paused the session; None if unknown."""
        self._clock = clock
        self._asleep_s = clock.asleep_s()
        self._paused_at_s: float | None = None

    def begin(self) -> None:
        """The session begins, or goes on."""
        self.machine.begin()
        self.music.begin(self._music_way)

    def look(self, events: Sequence[Event]) -> None:
        """See what a tick has brought, and whether a pause has become a long one."""
        before_s, self._asleep_s = self._asleep_s, self._clock.asleep_s()
        for event in events:
            if isinstance(event, Paused) and event.reason is PauseReason.GAP:
                self.has_slept = None  # the program itself may have been held up
                if before_s is not None and self._asleep_s is not None:
                    self.has_slept = self._asleep_s - before_s > event.gap_s / 2
        paused_at_s = self._paused_at_s
        if paused_at_s is not None and self._clock.now_s() - paused_at_s >= DROWSY_S:
            self._end()

    def hear(self, event: Event) -> None:
        """Follow one event."""
        match event:
            case Paused():
                self._paused_at_s = self._clock.now_s()
            case Resumed():
                self._paused_at_s = None
                self.begin()
            case Ended():
                self._end()
            case _:
                pass

    def _end(self) -> None:
        self.machine.end()
        self.music.end()
