"""A cue sheet that grows: clips get ready one after the other, and only their steps change."""

from collections.abc import Mapping
from itertools import chain

from glutetimer.core.cues.opening import NOTHING_TO_TELL, Opening
from glutetimer.core.cues.placing import ALL_IN_TIME, cues_of_step, texts_of
from glutetimer.core.cues.sheet import CueSheet, CueStyle, SheetCue
from glutetimer.core.cues.wanted import wanted_by
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.settings import Verbosity

SOON_S = 0.12
"""From a new sheet to the moment at which its first cue can be heard: what a device buffers."""


class GrowingSheet:
    """Makes the same sheets as `cue_sheet`, for one timeline, each in a part of the time.

    What is wanted is worked out once; of a new sheet only those steps are placed that want a
    text whose clip has come, gone or changed, or that have more or less to tell than before.
    """

    def __init__(self, timeline: Timeline, style: CueStyle) -> None:
        self._timeline = timeline
        self._style = style
        self._wanted = tuple(wanted_by(timeline, style))
        self._cues: list[tuple[SheetCue, ...]] = [()] * len(self._wanted)
        self._untold: list[Opening | None] = [None] * len(self._wanted)
        self._lengths_s: Mapping[str, float] = {}
        self._at_step = 0
        self._late_s: dict[str, float] = {}  # by text, for the step where the session is
        self._durations_s = tuple(step.duration_s for step in timeline.steps)
        self._texts = [frozenset(wanted.texts) for wanted in self._wanted]
        self._place(frozenset())

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that a sheet may need a clip of, in the order of need, each once."""
        return texts_of(self._style, self._wanted)

    def texts_of_step(self, step: int) -> tuple[str, ...]:
        """Every text that a step may need, in the order of need; none where tones are wanted."""
        if self._style.verbosity is Verbosity.TONES:
            return ()
        found = (wanted.texts for wanted in self._wanted if wanted.step == step)
        return tuple(chain.from_iterable(found))

    def sheet(
        self, lengths_s: Mapping[str, float], step: int = 0, elapsed_s: float = 0.0
    ) -> CueSheet:
        """The sheet for the clips that are ready: their exact seconds by text.

        The session stands at `elapsed_s` into a step: what has become ready since the last sheet
        is not said in it before that, and what can wait makes way for it.
        """
        changed = {text for text, _ in lengths_s.items() ^ self._lengths_s.items()}
        if step != self._at_step:
            self._at_step, self._late_s = step, {}
        if elapsed_s > 0.0:
            new = lengths_s.keys() - self._lengths_s.keys()
            self._late_s.update(dict.fromkeys(new, elapsed_s + SOON_S))
        self._lengths_s = dict(lengths_s)
        self._place(frozenset(changed))
        return CueSheet(tuple(chain.from_iterable(self._cues)), self._durations_s)

    def _place(self, changed: frozenset[str]) -> None:
        left = NOTHING_TO_TELL
        for number, wanted in enumerate(self._wanted):
            left = left if wanted.opening is None else wanted.opening
            is_same = left == self._untold[number] and changed.isdisjoint(self._texts[number])
            if not is_same or (wanted.tells and not changed.isdisjoint(left.texts)):
                self._untold[number] = left
                late_s = self._late_s if wanted.step == self._at_step else ALL_IN_TIME
                self._cues[number] = cues_of_step(
                    self._timeline, self._style, wanted, left, self._lengths_s.get, late_s
                )
            if left != NOTHING_TO_TELL:
                left = left.after(self._cues[number])
