"""The conductor: places the cues of a sheet in the mixer, a little ahead of their time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from glutetimer.audio.clips import Samples, faded, frames, scaled
from glutetimer.audio.course import LATE_WORDS_S, CueKey, Due, PlayingCourse, PlayingPlace
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.said import SpokenCues, is_at
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue

AHEAD_S = 1.2
"""Cues are placed this long before their time; an underrun spoils no more than that."""

LATE_COUNT_S = 0.25
"""A count may be so late, which happens only after a jump; later it is worse than none."""

_MOVE_FRAMES = frames(0.001)
_SOFT_START = frames(0.005)
_STALE_S = 5.0


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples at full volume, and which of the two volumes they have."""

    samples: Samples
    is_tone: bool


@dataclass(slots=True)
class _Playing:
    """A sound in the mixer; `due` is None for an announcement. `skipped` frames came before.

    `delay` is how many frames later than due it was placed, `asked_s` when it was announced.
    """

    ticket: int
    sound: Sound
    due: Due | None
    delay: int = 0
    skipped: int = 0
    asked_s: float = 0.0


@dataclass(frozen=True, slots=True)
class _Cut:
    """A cue that was cut off after so many frames."""

    due: Due
    sound: Sound
    heard: int


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
        self._course = PlayingCourse(CueSheet(()))
        self._place: PlayingPlace | None = None
        self._held: tuple[PlayingPlace, float] | None = None  # the place and the moment of a pause
        self._playing: list[_Playing] = []
        self._cuts: list[_Cut] = []
        self._said = SpokenCues()
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
        self._course = PlayingCourse(sheet)
        self._said.follow(self._offsets_of)

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Change the volumes, also of what sounds."""
        self._voice_percent, self._tone_percent = voice_percent, tone_percent
        for playing in self._playing:
            self._mixer.replace(playing.ticket, self._ready(playing.sound, playing.skipped))

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within a step at a clock time and runs from there."""
        stood = (self._place, clock_s) if self._place is not None else self._held
        self._unplace()
        if stood is None or not self._course.is_same(*stood, step, elapsed_s):
            self._said.clear()
            self._cuts.clear()
        self._place, self._held = PlayingPlace(step, clock_s - elapsed_s, added_s), None

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
        place = self._course.moved_on(self._place, now_s)
        if place.step != self._place.step:
            self._said.forget_before(place.step)
        self._place = place
        self._resume_cuts(self._place)
        dues = self._course.due(self._place, now_s)
        due = next(dues, None)
        while due is not None:
            if due.due_s > now_s + AHEAD_S:
                return due.due_s - AHEAD_S
            after = next(dues, None)
            if due not in self._said:
                self._place_cue(due, after)
            due = after
        return None

    # Placing

    def _place_cue(self, due: Due, after: Due | None) -> None:
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

    def _fits(self, sound: Sound, at: int, start: int, after: Due | None) -> bool:
        """Whether late words do not run into the next cue; a little if that can be late too."""
        if start - at > frames(LATE_WORDS_S):
            return False
        if after is None:
            return True
        spare_s = 0.0 if after.is_count else 0.5
        return start + len(sound.samples) <= self._timing.frame_at(after.due_s + spare_s)

    def _put(
        self, sound: Sound, due: Due | None, start: int, skipped: int = 0, asked_s: float = 0.0
    ) -> None:
        ticket = self._mixer.place(self._ready(sound, skipped), start)
        playing = _Playing(ticket, sound, due, 0, skipped, asked_s)
        if due is not None:
            playing.delay = start - self._timing.frame_at(due.due_s)
            if not skipped:
                self._said.add(due)
        self._playing.append(playing)

    def _ready(self, sound: Sound, skipped: int) -> Samples:
        percent = self._tone_percent if sound.is_tone else self._voice_percent
        rest = faded(sound.samples[skipped:], _SOFT_START, 0) if skipped else sound.samples
        return scaled(rest, percent)

    def _resume_cuts(self, place: PlayingPlace) -> None:
        """Go on in the middle of the word; a count begins again, if it is still due."""
        cuts, self._cuts = self._cuts, []
        for cut in cuts:
            if cut.due.cue.step != place.step:
                continue
            if not is_at(place.offset_s(cut.due.cue), cut.due.offset_s):
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
                self._said.remove(playing.due)
        self._playing = kept

    def _offsets_of(self, step: int) -> Mapping[CueKey, list[float]]:
        place = self._place if self._place is not None else self._held and self._held[0]
        return self._course.offsets_s(step, place)
