"""Placing cues: what fits where, and what gives way."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from glutetimer.core.cues.opening import NOTHING_TO_TELL, Opening
from glutetimer.core.cues.request import Request
from glutetimer.core.cues.sheet import (
    FIRST_WORDS,
    TONE_LENGTHS_S,
    CueKind,
    CueSheet,
    CueStyle,
    SheetCue,
)
from glutetimer.core.cues.waiting import FIRST_WORDS_S
from glutetimer.core.cues.wanted import Wanted, wanted_by
from glutetimer.core.plan.timeline import StepKind, Timeline
from glutetimer.core.settings import Verbosity

GAP_S = 0.12
"""Silence between two cues, so that they are heard as two."""

LETTERS_A_SECOND = 17.8
SILENT_LETTERS_S = 0.28
"""A line through the 515 clips of our routines, espeak-ng at 165 words a minute."""


def estimated_length_s(text: str) -> float:
    """A guess at the seconds that a text takes to say (up to 1.6 s wrong).

    Only for showing a cue sheet before any clip is made: never schedule sound on it.
    """
    return SILENT_LETTERS_S + len(text) / LETTERS_A_SECOND


def cue_sheet(
    timeline: Timeline, style: CueStyle, length_s: Callable[[str], float | None]
) -> CueSheet:
    """The cue sheet of a timeline; `length_s` gives the exact seconds of a clip, or None.

    Cues with a fixed moment (counts, countdown, first words, halfway) are placed first, the
    more important before the less; the others take the first free gap, in their short form if
    the full one does not fit, or are dropped. No cue overlaps another or leaves its step. A text
    that has no clip or no room becomes its kind's tone, or is dropped if the kind has none. The
    side of a set that the waits before it had no room to tell is the first that is said in it.
    """
    cues: list[SheetCue] = []
    left = NOTHING_TO_TELL
    for wanted in wanted_by(timeline, style):
        left = left if wanted.opening is None else wanted.opening
        made = cues_of_step(timeline, style, wanted, left, length_s)
        cues += made
        left = left.after(made)
    return CueSheet(tuple(cues), tuple(step.duration_s for step in timeline.steps))


def cues_of_step(
    timeline: Timeline,
    style: CueStyle,
    wanted: Wanted,
    untold: Opening,
    length_s: Callable[[str], float | None],
    *,
    begun: Sequence[SheetCue] = (),
    from_s: float = 0.0,
) -> tuple[SheetCue, ...]:
    """The part of a cue sheet that belongs to one step; `untold` is what is left of its opening.

    The cues that have `begun` stay; before `from_s` of the step it is too late for any other.
    """
    step, requests = timeline.steps[wanted.step], wanted.requests
    said = [cue for cue in begun if not (cue.is_tone and cue.can_wait)]
    placer = _Placer(wanted.step, timeline.starts_s[wanted.step], step.duration_s, said, from_s)
    tones_only = style.verbosity is Verbosity.TONES
    if wanted.tells and step.kind.is_effort and not tones_only:
        is_first = timeline.set_of(wanted.step).first == wanted.step
        opening = untold.after(said).in_set(is_its_first_step=is_first)
        placer.place_all(opening, length_s)
        # The word that was to begin the set comes after its opening.
        if any(cue.kind is CueKind.OPENING for cue in placer.cues()):
            requests = tuple(
                replace(r, in_step_s=None) if _is_first_word(r) else r for r in requests
            )
    fixed = (r for r in requests if r.in_step_s is not None and not r.fills_s)
    for request in sorted(fixed, key=_importance):
        placer.place_fixed(request, None if tones_only else length_s)
    if not tones_only:
        free = [request for request in requests if request.in_step_s is None]
        placer.place_all((r for r in free if r.kind in _FIRST_TOLD), length_s)
        if wanted.tells and not step.kind.is_effort:
            first_s = FIRST_WORDS_S if step.kind is StepKind.GET_READY else 0.0
            placer.place_all(untold.after(placer.cues()).in_wait(first_s), length_s)
        placer.place_all((r for r in free if r.kind not in _FIRST_TOLD), length_s)
    for request in requests:
        if request.fills_s and placer.silence_s(request.in_step_s or 0.0) > request.fills_s:
            placer.place_fixed(request, None if tones_only else length_s)
    return placer.cues()


def texts(timeline: Timeline, style: CueStyle) -> tuple[str, ...]:
    """Every text that a sheet may need a clip of, in the order of need, each once."""
    return texts_of(style, wanted_by(timeline, style))


def texts_of(style: CueStyle, steps: Iterable[Wanted]) -> tuple[str, ...]:
    """The texts of what some steps want; none where tones take their place."""
    if style.verbosity is Verbosity.TONES:
        return ()
    found: dict[str, None] = {}
    for wanted in steps:
        found.update(dict.fromkeys(wanted.texts))
        if wanted.opening is not None:
            found.update(dict.fromkeys(wanted.opening.texts))
    return tuple(found)


_FIRST_TOLD = FIRST_WORDS | {CueKind.GEAR, CueKind.NEXT}


def _is_first_word(request: Request) -> bool:
    return request.kind in FIRST_WORDS and request.in_step_s == 0.0


def _importance(request: Request) -> int:
    return request.kind.priority


def _offset(cue: SheetCue) -> float:
    return cue.offset_s


class _Placer:
    """The cues of one step, kept in order of time."""

    def __init__(
        self,
        step: int,
        start_s: float,
        duration_s: float | None,
        begun: Sequence[SheetCue],
        from_s: float,
    ) -> None:
        self._step = step
        self._start_s = start_s
        self._end_s = float("inf") if duration_s is None else duration_s
        self._from_s = from_s
        self._placed = list(begun)
        self._unmatched = list(begun)

    def cues(self) -> tuple[SheetCue, ...]:
        return tuple(self._placed)

    def place_all(
        self, requests: Iterable[Request], length_s: Callable[[str], float | None]
    ) -> None:
        """Place each at its moment or, without one, in the first free gap; unless it has begun."""
        for request in requests:
            place = self.place_free if request.in_step_s is None else self.place_fixed
            place(request, length_s)

    def place_fixed(self, request: Request, length_s: Callable[[str], float | None] | None) -> None:
        in_step_s = request.in_step_s or 0.0
        is_late = in_step_s < self._from_s
        if self._has_begun(request) or (is_late and not request.can_wait):
            return
        for text in (request.say, request.short):
            seconds = length_s(text) if length_s and text and not request.is_tone else None
            if seconds is None:
                continue
            at_s: float | None = in_step_s
            if is_late:
                at_s = self._first_gap(self._from_s, self._end_s, seconds)
            if at_s is not None and self._is_free(at_s, seconds):
                self._add(at_s, seconds, request.kind, text, is_tone=False)
                return
        tone_s = TONE_LENGTHS_S.get(request.kind)
        if tone_s is not None and self._is_free(in_step_s, tone_s):
            kind, text, can_wait = request.kind, request.say, request.can_wait
            self._add(in_step_s, tone_s, kind, text, is_tone=True, can_wait=can_wait)

    def place_free(self, request: Request, length_s: Callable[[str], float | None]) -> None:
        if self._has_begun(request):
            return
        from_s = max(request.from_s, self._from_s)
        until_s = self._end_s if request.until_s is None else min(request.until_s, self._end_s)
        for text in (request.say, request.short):
            seconds = length_s(text) if text else None
            in_step_s = None if seconds is None else self._first_gap(from_s, until_s, seconds)
            if seconds is not None and in_step_s is not None:
                self._add(in_step_s, seconds, request.kind, text, is_tone=False)
                return

    def _has_begun(self, request: Request) -> bool:
        """Whether one of the cues that have begun is what a request wanted; each is so once."""
        for cue in self._unmatched:
            is_there = request.can_wait or request.in_step_s in (None, cue.offset_s)
            if is_there and cue.kind is request.kind and cue.text in (request.say, request.short):
                self._unmatched.remove(cue)
                return True
        return False

    def silence_s(self, in_step_s: float) -> float:
        """Seconds of the silence around a moment; 0 where something is heard."""
        after = bisect_right(self._placed, in_step_s, key=_offset)
        before = self._placed[after - 1] if after else None
        from_s = 0.0 if before is None else before.offset_s + before.duration_s
        until_s = self._placed[after].offset_s if after < len(self._placed) else self._end_s
        return until_s - from_s if from_s < in_step_s else 0.0

    def _is_free(self, in_step_s: float, seconds: float) -> bool:
        return self._first_gap(in_step_s, self._end_s, seconds) == in_step_s

    def _first_gap(self, from_s: float, until_s: float, seconds: float) -> float | None:
        """The earliest moment from `from_s` at which so many seconds are free, or None."""
        in_step_s = from_s
        before = bisect_right(self._placed, from_s, key=_offset) - 1
        for cue in self._placed[max(0, before) :]:
            if cue.offset_s >= in_step_s + seconds + GAP_S or in_step_s + seconds > until_s:
                break
            in_step_s = max(in_step_s, cue.offset_s + cue.duration_s + GAP_S)
        return in_step_s if in_step_s + seconds <= until_s else None

    def _add(
        self,
        in_step_s: float,
        seconds: float,
        kind: CueKind,
        text: str,
        *,
        is_tone: bool,
        can_wait: bool = False,
    ) -> None:
        session_s = self._start_s + in_step_s
        cue = SheetCue(session_s, in_step_s, seconds, kind, text, self._step, is_tone, can_wait)
        insort(self._placed, cue, key=_offset)
