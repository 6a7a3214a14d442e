"""The conductor: places the cues of a sheet in the mixer, a little ahead of their time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from glutetimer.audio.clips import Samples, faded, frames, scaled
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.cues import CueKind, CueSheet, SheetCue

AHEAD_S = 1.2
"""Cues are placed this long before their time; an underrun spoils no more than that."""

LATE_COUNT_S = 0.25
"""A count may be so late, which happens only after a jump; later it is worse than none."""

LATE_WORDS_S = 1.5
"""Words may be so late if they do not run into a count."""

_LOOK_S = 10.0  # longer than any words: far enough to see what late ones would run into
_SAME_PLACE_S = 0.25
_SAME_CUE_S = 4.0  # words that a new sheet has moved by less are the same words
_MOVE_FRAMES = frames(0.001)
_SOFT_START = frames(0.005)
_STALE_S = 5.0
_COUNTS = (CueKind.COUNT, CueKind.COUNTDOWN)


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples at full volume, and which of the two volumes they have."""

    samples: Samples
    is_tone: bool


@dataclass(frozen=True, slots=True)
class _Due:
    """A cue with its clock time; `offset_s` into the step counts added rest."""

    cue: SheetCue
    due_s: float
    offset_s: float

    @property
    def is_count(self) -> bool:
        return self.cue.kind in _COUNTS

    @property
    def key(self) -> tuple[int, CueKind, str]:
        return self.cue.step, self.cue.kind, self.cue.text


@dataclass(slots=True)
class _Playing:
    """A sound in the mixer; `due` is None for an announcement. `skipped` frames came before.

    `delay` is how many frames later than due it was placed, `asked_s` when it was announced.
    """

    ticket: int
    sound: Sound
    due: _Due | None
    delay: int = 0
    skipped: int = 0
    asked_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Cut:
    """A cue that was cut off after so many frames."""

    due: _Due
    sound: Sound
    heard: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A step, the clock time at which it began, and the seconds that were added to it."""

    step: int
    began_s: float
    added_s: float


class Conductor:
    """Keeps a mixer filled according to sheet, clock and stream time.

    Knows no thread and no device: `pump(now_s)` is called in time by the player or by whoever has
    a virtual clock. `sound_of` gives a cue's sound, None to leave it out;
    `tone_of` the tone that takes the place of a count that is in the way.
    """

    def __init__(
        self,
        mixer: Mixer,
        timing: StreamClock,
        sound_of: Callable[[SheetCue], Sound | None],
        tone_of: Callable[[CueKind], Sound | None],
    ) -> None:
        self._mixer = mixer
        self._timing = timing
        self._sound_of = sound_of
        self._tone_of = tone_of
        self._sheet = CueSheet(())
        self._place: _Place | None = None
        self._held: tuple[_Place, float] | None = None  # the place and the moment of a pause
        self._playing: list[_Playing] = []
        self._cuts: list[_Cut] = []
        self._said: dict[tuple[int, CueKind, str], list[float]] = {}
        self._announced: list[tuple[Sound, float]] = []
        self._voice_percent = self._tone_percent = 100

    @property
    def is_running(self) -> bool:
        """Whether a session runs."""
        return self._place is not None

    @property
    def is_idle(self) -> bool:
        """Whether nothing sounds and nothing will before somebody calls."""
        return self._place is None and not self._playing and not self._announced

    def load(self, sheet: CueSheet) -> None:
        """Take another sheet from here on; what sounds goes on, what was said is not repeated."""
        self._unplace()
        self._sheet = sheet
        self._follow_sheet()

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Change the volumes, also of what sounds."""
        self._voice_percent, self._tone_percent = voice_percent, tone_percent
        for playing in self._playing:
            self._mixer.replace(playing.ticket, self._ready(playing.sound, playing.skipped))

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within a step at a clock time and runs from there."""
        stood = (self._place, at_s) if self._place is not None else self._held
        self._unplace()
        if stood is None or not self._is_same(*stood, step, elapsed_s):
            self._said.clear()
            self._cuts.clear()
        self._place, self._held = _Place(step, at_s - elapsed_s, added_s), None

    def hold(self, now_s: float) -> None:
        """Silence; cues that were cut are remembered at the frame that was played last."""
        if self._place is not None:
            self._held = (self._place, now_s)
        self._place = None
        self._unplace()
        self._announced.clear()
        for playing in self._playing:
            heard = self._mixer.drop(playing.ticket)
            if playing.due is not None and heard is not None:
                self._cuts.append(_Cut(playing.due, playing.sound, playing.skipped + heard))
        self._playing.clear()

    def restart(self) -> None:
        """The device is another one: what it had not played is placed anew, as far as due."""
        self._unplace()
        for playing in self._playing:
            self._mixer.drop(playing.ticket)
        self._playing.clear()
        self._timing.reset()

    def announce(self, sound: Sound, now_s: float) -> None:
        """Play a sound as soon as what sounds now is over."""
        self._announced.append((sound, now_s))
        self._unplace()

    def pump(self, now_s: float) -> float | None:
        """Place what is due within AHEAD_S; nothing while the stream's time is unknown.

        Returns when the next cue is to be placed; None if that is far off or unknown. Call it then,
        after every other call, and when the stream's time has moved.
        """
        self._playing = [p for p in self._playing if self._mixer.start_of(p.ticket) is not None]
        if not self._timing.is_known:
            self._announced = [a for a in self._announced if a[1] > now_s - _STALE_S]
            return None
        for sound, asked_s in self._announced:
            self._put(sound, None, max(self._mixer.position, self._busy_until()), asked_s=asked_s)
        self._announced.clear()
        self._follow_stream()
        if self._place is None:
            return None
        self._place = self._moved_on(self._place, now_s)
        self._resume_cuts(self._place)
        dues = list(self._due(self._place, now_s))
        for due, after in zip(dues, (*dues[1:], None)[: len(dues)], strict=True):
            if due.due_s > now_s + AHEAD_S:
                return due.due_s - AHEAD_S
            if not self._was_said(due):
                self._place_cue(due, after)
        return None

    # What is due

    def _due(self, place: _Place | None, now_s: float) -> Iterator[_Due]:
        """The cues from a moment ago on, in their order, some beyond AHEAD_S."""
        from_s, until_s = now_s - LATE_WORDS_S, now_s + _LOOK_S
        while place is not None and place.began_s <= until_s:
            earliest_s = from_s - place.began_s
            dues: list[_Due] = []
            for cue in self._sheet.of_step(place.step, earliest_s - place.added_s):
                if cue.offset_s > until_s - place.began_s:
                    break
                offset_s = _offset_s(cue, place)
                if offset_s >= earliest_s:
                    dues.append(_Due(cue, place.began_s + offset_s, offset_s))
            yield from sorted(dues, key=lambda due: due.offset_s)
            place = self._next(place)

    def _next(self, place: _Place) -> _Place | None:
        """The step that follows; None after an open-ended one, which waits for the person."""
        durations_s = self._sheet.durations_s
        duration_s = durations_s[place.step] if place.step < len(durations_s) else None
        if duration_s is None or place.step + 1 >= len(durations_s):
            return None
        return _Place(place.step + 1, place.began_s + duration_s + place.added_s, 0.0)

    def _moved_on(self, place: _Place, now_s: float) -> _Place:
        """The step of the moment just far enough back for late cues; the older are forgotten."""
        first = place.step
        while (after := self._next(place)) and after.began_s < now_s - LATE_WORDS_S:
            place = after
        if place.step != first:
            self._said = {key: at for key, at in self._said.items() if key[0] >= place.step}
        return place

    def _is_same(self, place: _Place, stood_at_s: float, step: int, elapsed_s: float) -> bool:
        """Whether a run goes on where it stood, rather than elsewhere."""
        while place.step < step and (after := self._next(place)):
            place = after
        return place.step == step and (abs(stood_at_s - place.began_s - elapsed_s) < _SAME_PLACE_S)

    # Placing

    def _place_cue(self, due: _Due, after: _Due | None) -> None:
        sound = self._sound_of(due.cue)
        if sound is None:
            return
        at = self._timing.frame_at(due.due_s)
        soonest = max(at, self._mixer.position)
        start = max(soonest, self._busy_until())
        if due.is_count:
            if soonest - at > frames(LATE_COUNT_S):
                return
            if start > soonest:
                # Something else is being said: the beat is kept by its tone.
                tone = self._tone_of(due.cue.kind)
                if tone is None:
                    return
                sound, start = tone, soonest
        elif start > at and not self._fits(sound, at, start, after):
            return
        self._put(sound, due, start)

    def _fits(self, sound: Sound, at: int, start: int, after: _Due | None) -> bool:
        """Whether late words do not run into the next cue; a little if that can be late too."""
        if start - at > frames(LATE_WORDS_S):
            return False
        if after is None:
            return True
        spare_s = 0.0 if after.is_count else 0.5
        return start + len(sound.samples) <= self._timing.frame_at(after.due_s + spare_s)

    def _put(
        self, sound: Sound, due: _Due | None, start: int, skipped: int = 0, asked_s: float = 0.0
    ) -> None:
        ticket = self._mixer.place(self._ready(sound, skipped), start)
        playing = _Playing(ticket, sound, due, 0, skipped, asked_s)
        if due is not None:
            playing.delay = start - self._timing.frame_at(due.due_s)
            if not skipped:
                self._said.setdefault(due.key, []).append(due.offset_s)
        self._playing.append(playing)

    def _ready(self, sound: Sound, skipped: int) -> Samples:
        percent = self._tone_percent if sound.is_tone else self._voice_percent
        rest = faded(sound.samples[skipped:], _SOFT_START, 0) if skipped else sound.samples
        return scaled(rest, percent)

    def _resume_cuts(self, place: _Place) -> None:
        """Go on in the middle of the word; a count begins again, if it is still due."""
        cuts, self._cuts = self._cuts, []
        for cut in cuts:
            if cut.due.cue.step != place.step:
                continue
            if not _is_at(_offset_s(cut.due.cue, place), cut.due.offset_s):
                continue  # a countdown that more rest has moved
            due = replace(cut.due, due_s=place.began_s + cut.due.offset_s)
            skipped = 0 if due.is_count else cut.heard
            at = self._timing.frame_at(due.due_s) + skipped
            self._put(cut.sound, due, max(at, self._mixer.position, self._busy_until()), skipped)

    def _busy_until(self) -> int:
        """The frame at which all that is placed is over."""
        starts = ((p, self._mixer.start_of(p.ticket)) for p in self._playing)
        ends = (s + len(p.sound.samples) - p.skipped for p, s in starts if s is not None)
        return max(ends, default=0)

    def _follow_stream(self) -> None:
        """Take back what has not begun if the stream's time has moved (it has slipped)."""
        for playing in self._playing:
            start = self._mixer.start_of(playing.ticket)
            if playing.due is None or start is None or start <= self._mixer.position:
                continue
            goal = self._timing.frame_at(playing.due.due_s) + playing.delay
            if abs(goal - start) > _MOVE_FRAMES:
                self._unplace()
                return

    def _unplace(self) -> None:
        """Take back what has not begun; the next `pump` places it anew."""
        kept: list[_Playing] = []
        for playing in self._playing:
            if not self._mixer.take_back(playing.ticket):
                kept.append(playing)
            elif playing.due is None:
                self._announced.append((playing.sound, playing.asked_s))
            elif playing.skipped:
                self._cuts.append(_Cut(playing.due, playing.sound, playing.skipped))
            else:
                self._said[playing.due.key].remove(playing.due.offset_s)
        self._playing = kept

    def _follow_sheet(self) -> None:
        """Find what was said in the new sheet, where it may stand a little elsewhere."""
        for step in {step for step, _, _ in self._said}:
            place = self._place if self._place is not None else self._held and self._held[0]
            offsets_s: dict[tuple[int, CueKind, str], list[float]] = {}
            for cue in self._sheet.of_step(step):
                at_s = _offset_s(cue, place) if place and place.step == step else cue.offset_s
                offsets_s.setdefault((step, cue.kind, cue.text), []).append(at_s)
            for key, said_s in self._said.items():
                if key[0] == step:
                    self._said[key] = [_nearest(at_s, offsets_s.get(key, [])) for at_s in said_s]

    def _was_said(self, due: _Due) -> bool:
        return any(_is_at(at_s, due.offset_s) for at_s in self._said.get(due.key, ()))


def _offset_s(cue: SheetCue, place: _Place) -> float:
    """Where a cue stands in its step; the countdown goes along with its end."""
    return cue.offset_s + (place.added_s if cue.kind is CueKind.COUNTDOWN else 0.0)


def _is_at(one_s: float, other_s: float) -> bool:
    return abs(one_s - other_s) < 0.001


def _nearest(at_s: float, offsets_s: list[float]) -> float:
    """The nearest of some offsets, taken out of them, or the offset itself if all are far."""
    nearest_s = min(offsets_s, key=lambda other_s: abs(other_s - at_s), default=at_s)
    if not offsets_s or abs(nearest_s - at_s) > _SAME_CUE_S:
        return at_s
    offsets_s.remove(nearest_s)
    return nearest_s
