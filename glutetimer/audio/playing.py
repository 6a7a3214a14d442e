"""What sounds or is about to, and what was cut off: the conductor's part of the mixer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from glutetimer.audio.clips import Samples, faded, frames, scaled
from glutetimer.audio.course import Due, PlaceInSheet
from glutetimer.audio.mixer import Mixer

_MOVE_FRAMES = frames(0.001)
_SOFT_START = frames(0.005)

UNDER_PERCENT = 35
"""What is left of a tone while somebody speaks: 9 dB less."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples at full volume, and which of the two volumes they have."""

    samples: Samples
    is_tone: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A sound without its first `skipped` frames, which were heard before it was cut off.

    `due` is None for an announcement, which was made at the clock time `asked_s`. `delay` is how
    many frames later than due it was placed. It `is_under` another: lowered, so that words
    stay clear.
    """

    sound: Sound
    due: Due | None
    skipped: int = 0
    asked_s: float = 0.0
    delay: int = 0
    is_under: bool = False


class PlayingParts:
    """The parts in the mixer; `frame_at` says which frame is heard at a moment of the clock."""

    def __init__(self, mixer: Mixer, frame_at: Callable[[float], int]) -> None:
        self._mixer = mixer
        self._frame_at = frame_at
        self._parts: dict[int, Part] = {}  # by the mixer's tickets
        self._voice_percent = self._tone_percent = 100

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def busy_until(self) -> int:
        """The frame at which all of it is over."""
        starts = ((part, self._mixer.start_of(ticket)) for ticket, part in self._parts.items())
        ends = (s + len(p.sound.samples) - p.skipped for p, s in starts if s is not None)
        return max(ends, default=0)

    def spoken(self) -> Sequence[tuple[int, int]]:
        """The first and the last frame of every sound that is words."""
        words = ((t, part) for t, part in self._parts.items() if not part.sound.is_tone)
        starts = ((self._mixer.start_of(t), p) for t, p in words)
        return [(s, s + len(p.sound.samples) - p.skipped) for s, p in starts if s is not None]

    def put(self, part: Part, start: int) -> None:
        """Let a part begin at a frame."""
        delay = start - self._frame_at(part.due.due_s) if part.due is not None else 0
        self._parts[self._mixer.place(self._ready(part), start)] = replace(part, delay=delay)

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Change the volumes, also of what sounds."""
        self._voice_percent, self._tone_percent = voice_percent, tone_percent
        for ticket, part in self._parts.items():
            self._mixer.replace(ticket, self._ready(part))

    def forget_over(self) -> None:
        """Forget what is over."""
        start_of = self._mixer.start_of
        self._parts = {t: part for t, part in self._parts.items() if start_of(t) is not None}

    def steps_ahead(self) -> range:
        """The steps in which something of a sheet is placed, from the first to the last."""
        steps = [part.due.cue.step for part in self._parts.values() if part.due is not None]
        return range(min(steps), max(steps) + 1) if steps else range(0)

    def take_back(self, from_place: PlaceInSheet | None = None) -> Sequence[Part]:
        """Take out what has not begun; with a place what is due there or comes after that."""
        starts = ((self._mixer.start_of(ticket) or 0, ticket) for ticket in self._parts)
        taken: list[int] = []
        for _, ticket in sorted(starts):
            due = self._parts[ticket].due
            is_from_there = from_place is None or (due is not None and due.place >= from_place)
            if (taken or is_from_there) and self._mixer.take_back(ticket):
                taken.append(ticket)
        return [self._parts.pop(ticket) for ticket in taken]

    def cut_off(self) -> Sequence[Part]:
        """Take out everything; what is left of each cue that had begun."""
        parts, self._parts = self._parts, {}
        heard = ((part, self._mixer.drop(ticket)) for ticket, part in parts.items())
        return [
            replace(part, skipped=part.skipped + count)
            for part, count in heard
            if part.due is not None and count is not None
        ]

    def has_moved(self) -> bool:
        """Whether what has not begun stands wrongly by now: the stream's time has slipped."""
        for ticket, part in self._parts.items():
            start, due = self._mixer.start_of(ticket), part.due
            if due is None or start is None or start <= self._mixer.position:
                continue
            if abs(self._frame_at(due.due_s) + part.delay - start) > _MOVE_FRAMES:
                return True
        return False

    def _ready(self, part: Part) -> Samples:
        percent = self._tone_percent if part.sound.is_tone else self._voice_percent
        if part.is_under:
            percent = percent * UNDER_PERCENT // 100
        samples = part.sound.samples
        if part.skipped:
            samples = faded(samples[part.skipped :], _SOFT_START, 0)
        return scaled(samples, percent)
