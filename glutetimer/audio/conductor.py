"""The conductor: places the cues of a sheet in the mixer, a little ahead of their time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from glutetimer.audio.clips import RATE_HZ, frames
from glutetimer.audio.course import (
    LATE_WORDS_S,
    CueKey,
    Due,
    PlaceInSheet,
    PlayingCourse,
    PlayingPlace,
    SpokenCues,
    is_at,
)
from glutetimer.audio.hush import LEAD_IN_S
from glutetimer.audio.mixer import Mixer
from glutetimer.audio.playing import Part, PlayingParts, Sound
from glutetimer.audio.stream_clock import StreamClock
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue

AHEAD_S = 1.2
"""Cues are placed this long before their time; an underrun spoils no more than that."""

LATE_COUNT_S = 0.25
"""A count may be so late, which happens only after a jump; later it is worse than none."""

_STALE_S = 5.0


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
        self._playing = PlayingParts(mixer, timing.frame_at)
        self._cuts: list[Part] = []
        self._announced: list[Part] = []
        self._said = SpokenCues()
        self._opened_at = 0  # the first frame of this device

    @property
    def is_idle(self) -> bool:
        """Whether nothing sounds and nothing will before somebody calls."""
        return self._place is None and not self._playing and not self._announced

    def set_volumes(self, voice_percent: int, tone_percent: int) -> None:
        """Change the volumes, also of what sounds."""
        self._playing.set_volumes(voice_percent, tone_percent)

    def load(self, sheet: CueSheet) -> None:
        """Take another sheet from here on; what sounds goes on, what was said is not repeated.

        Up to the first change what is placed stays so: the device may ask before the next `pump`.
        """
        before, self._course = self._course, PlayingCourse(sheet)
        change = self._course.first_change(before, self._playing.steps_ahead())
        if change is not None:
            self._unplace(change)
        self._said.follow(self._offsets_of)

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
        self._cuts += self._playing.cut_off()

    def restart(self) -> None:
        """The device is another one: what it had not played is placed anew, as far as due."""
        self._unplace()
        self._playing.cut_off()
        self._timing.reset()
        self._opened_at = self._mixer.position

    def announce(self, sound: Sound, now_s: float) -> None:
        """Play a sound as soon as what sounds now is over."""
        self._announced.append(Part(sound, None, asked_s=now_s))
        self._unplace()

    def pump(self, now_s: float) -> float | None:
        """Place what is due within AHEAD_S; nothing while the stream's time is unknown.

        Returns when the next cue is to be placed; None if that is far off or unknown. Call it then,
        after every other call, and when the stream's time has moved.
        """
        self._playing.forget_over()
        if not self._timing.is_known:
            self._announced = [a for a in self._announced if a.asked_s > now_s - _STALE_S]
            return None
        for part in self._announced:
            self._put(part, max(self._awake_at, self._mixer.position, self._playing.busy_until))
        self._announced.clear()
        if self._playing.has_moved():
            self._unplace()
        if self._place is None:
            return None
        place = self._course.moved_on(self._place, now_s)
        if place.step != self._place.step:
            self._said.forget_before(place.step)
        self._place = place
        self._resume_cuts(place)
        dues = self._course.due(place, now_s)
        due = next(dues, None)
        while due is not None:
            if due.due_s > now_s + AHEAD_S:
                return due.due_s - AHEAD_S
            after = next(dues, None)
            if due not in self._said:
                self._place_cue(due, after)
            due = after
        return None

    def spoken_s(self, now_s: float) -> Sequence[tuple[float, float]]:
        """When the words that are placed are heard: begin and end in seconds from now."""
        if not self._timing.is_known:
            return ()
        now = self._timing.frame_at(now_s)
        spoken = self._playing.spoken()
        return [((begin - now) / RATE_HZ, (end - now) / RATE_HZ) for begin, end in spoken]

    # Placing

    @property
    def _awake_at(self) -> int:
        """The frame up to which the loudspeaker may be asleep; words wait for it if they can."""
        return self._opened_at + frames(LEAD_IN_S) if self._mixer.is_keeping_awake else 0

    def _put(self, part: Part, start: int) -> None:
        """Place a part; it is said now, unless that was so before it was cut."""
        if part.due is not None and not part.skipped:
            self._said.add(part.due)
        self._playing.put(part, start)

    def _place_cue(self, due: Due, after: Due | None) -> None:
        sound = self._sound_of(due.cue)
        if sound is None:
            return
        at = self._timing.frame_at(due.due_s)
        on_beat = max(at, self._mixer.position)
        start = max(on_beat, self._playing.busy_until)
        is_under = False
        if due.is_count:
            if on_beat - at > frames(LATE_COUNT_S):
                return
            if start > on_beat:
                # Something else is being said: the beat is kept by its tone.
                tone = self._tone_of(due.cue.kind)
                if tone is None:
                    return
                sound, start, is_under = tone, on_beat, True
        elif self._awake_at > start and self._fits(sound, at, self._awake_at, after):
            start = self._awake_at
        elif start > at and not self._fits(sound, at, start, after):
            return
        self._put(Part(sound, due, is_under=is_under), start)

    def _fits(self, sound: Sound, at: int, start: int, after: Due | None) -> bool:
        """Whether late words do not run into the next cue; a little if that can be late too."""
        if start - at > frames(LATE_WORDS_S):
            return False
        if after is None:
            return True
        spare_s = 0.0 if after.is_count else 0.5
        return start + len(sound.samples) <= self._timing.frame_at(after.due_s + spare_s)

    def _resume_cuts(self, place: PlayingPlace) -> None:
        """Go on in the middle of the word; a count begins again, if it is still due."""
        cuts, self._cuts = self._cuts, []
        for cut in cuts:
            if cut.due is None or cut.due.cue.step != place.step:
                continue
            if not is_at(place.offset_s(cut.due.cue), cut.due.offset_s):
                continue  # a countdown that more rest has moved
            due = replace(cut.due, due_s=place.began_s + cut.due.offset_s)
            skipped = 0 if due.is_count else cut.skipped
            rest = replace(cut, due=due, skipped=skipped, is_under=False)
            at = self._timing.frame_at(due.due_s) + rest.skipped
            self._put(rest, max(at, self._mixer.position, self._playing.busy_until))

    def _unplace(self, from_place: PlaceInSheet | None = None) -> None:
        """Take back what has not begun, or of it what is due from a place on.

        The next `pump` places it anew.
        """
        for part in self._playing.take_back(from_place):
            if part.due is None:
                self._announced.append(part)
            elif part.skipped:
                self._cuts.append(part)
            else:
                self._said.remove(part.due)

    def _offsets_of(self, step: int) -> Mapping[CueKey, list[float]]:
        place = self._place if self._place is not None else self._held and self._held[0]
        return self._course.offsets_s(step, place)
