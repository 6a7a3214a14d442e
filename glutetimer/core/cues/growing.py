"""A cue sheet that grows: clips get ready one after the other, and only their steps change."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from glutetimer.core.cues.opening import NOTHING_TO_TELL, Opening
from glutetimer.core.cues.placing import cues_of_step, texts_of
from glutetimer.core.cues.sheet import CueSheet, CueStyle, SheetCue
from glutetimer.core.cues.wanted import Wanted, wanted_by
from glutetimer.core.plan.timeline import Timeline

SOON_S = 0.5
"""What begins so soon stays as it is. A third of it is on its way to the loudspeaker; the rest is
for a machine so busy that a new sheet needs a while to be handed over."""


class GrowingSheet:
    """Makes the same sheets as `cue_sheet`, for one timeline, each in a part of the time.

    What is wanted is worked out once; of a new sheet only those steps are placed that want a
    text whose clip has come, gone or changed, or that have more or less to tell than before.
    While the session runs, what was said stays in its place, and nothing is put where it is past.
    """

    def __init__(self, timeline: Timeline, style: CueStyle) -> None:
        self._timeline = timeline
        self._style = style
        self._wanted = tuple(wanted_by(timeline, style))
        self._cues: list[tuple[SheetCue, ...]] = [()] * len(self._wanted)
        self._untold: list[Opening | None] = [None] * len(self._wanted)
        self._outdated: set[int] = set()
        """Of the steps that are wanted those that were over, or begun, when clips came."""
        self._lengths_s: Mapping[str, float] = {}
        self._durations_s = tuple(step.duration_s for step in timeline.steps)
        self._texts = [frozenset(wanted.texts) for wanted in self._wanted]
        self._place(frozenset(), 0, {})

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that a sheet may need a clip of, in the order of need, each once."""
        return texts_of(self._style, self._wanted)

    def texts_of_step(self, step: int) -> tuple[str, ...]:
        """What a step asks for by itself: its texts without those of an opening."""
        of_step = (one for one in self._wanted if one.step == step)
        return texts_of(self._style, (replace(one, opening=None) for one in of_step))

    def sheet(
        self,
        lengths_s: Mapping[str, float],
        step: int = 0,
        elapsed_s: float = 0.0,
        added_s: float = 0.0,
    ) -> CueSheet:
        """The sheet for the clips that are ready: their exact seconds by text.

        The session stands at `elapsed_s` into a step, which lasts `added_s` longer than planned.
        What began before that or begins within SOON_S is as on the last sheet, and no other cue
        begins before then. At 0 s nothing of the step was said yet: so it is before a session, and
        after a jump.
        """
        changed = {text for text, _ in lengths_s.items() ^ self._lengths_s.items()}
        self._lengths_s = dict(lengths_s)
        self._place(frozenset(changed), step, self._sent_s(step, elapsed_s, added_s))
        return CueSheet(tuple(chain.from_iterable(self._cues)), self._durations_s)

    def _sent_s(self, step: int, elapsed_s: float, added_s: float) -> dict[int, float]:
        """By step, up to which second of it the cues stay as they are."""
        sent_s: dict[int, float] = {}
        left_s = elapsed_s + SOON_S if elapsed_s > 0.0 else 0.0
        while left_s > 0.0:
            sent_s[step] = left_s
            duration_s = self._durations_s[step]
            if duration_s is None or step + 1 == len(self._durations_s):
                break
            left_s -= duration_s + added_s
            step, added_s = step + 1, 0.0
        return sent_s

    def _place(self, changed: frozenset[str], step: int, sent_s: Mapping[int, float]) -> None:
        left = NOTHING_TO_TELL
        for number, wanted in enumerate(self._wanted):
            left = left if wanted.opening is None else wanted.opening
            if wanted.step < step:
                if not changed.isdisjoint((*self._texts[number], *left.texts)):
                    self._outdated.add(number)
            elif self._is_other(number, wanted, left, changed, wanted.step not in sent_s):
                self._untold[number] = left
                self._place_step(number, wanted, left, sent_s.get(wanted.step, 0.0))
            if left != NOTHING_TO_TELL:
                left = left.after(self._cues[number])

    def _is_other(
        self, number: int, wanted: Wanted, left: Opening, changed: frozenset[str], is_ahead: bool
    ) -> bool:
        if left != self._untold[number] or not changed.isdisjoint(self._texts[number]):
            return True
        if wanted.tells and not changed.isdisjoint(left.texts):
            return True
        return is_ahead and number in self._outdated

    def _place_step(self, number: int, wanted: Wanted, left: Opening, sent_s: float) -> None:
        begun = [cue for cue in self._cues[number] if cue.offset_s < sent_s]
        length_s = self._lengths_s.get
        self._cues[number] = cues_of_step(
            self._timeline, self._style, wanted, left, length_s, begun=begun, from_s=sent_s
        )
        if sent_s:
            self._outdated.add(number)
        else:
            self._outdated.discard(number)
