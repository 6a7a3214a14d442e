"""A cue sheet that grows: clips get ready one after the other, and only their steps change."""

from collections.abc import Mapping
from itertools import chain

from glutetimer.core.cue_requests import requests
from glutetimer.core.cue_sheet import cues_of_step, texts_of
from glutetimer.core.cues import CueSheet, CueStyle, SheetCue
from glutetimer.core.timeline import Timeline


class GrowingSheet:
    """Makes the same sheets as `cue_sheet`, for one timeline, each in a part of the time.

    What is wanted is worked out once; of a new sheet only those steps are placed that want a
    text whose clip has come, gone or changed.
    """

    def __init__(self, timeline: Timeline, style: CueStyle) -> None:
        self._timeline = timeline
        self._style = style
        self._wanted = dict(requests(timeline, style))
        self._cues: dict[int, tuple[SheetCue, ...]] = dict.fromkeys(self._wanted, ())
        self._steps_with: dict[str, list[int]] = {}
        for number, wanted in self._wanted.items():
            for text in dict.fromkeys(chain.from_iterable((r.say, r.short) for r in wanted)):
                self._steps_with.setdefault(text, []).append(number)
        self._lengths_s: Mapping[str, float] = {}
        self._durations_s = tuple(step.duration_s for step in timeline.steps)
        self._place(self._wanted)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that a sheet may need a clip of, in the order of need, each once."""
        return texts_of(self._style, self._wanted.values())

    def sheet(self, lengths_s: Mapping[str, float]) -> CueSheet:
        """The sheet for the clips that are ready: their exact seconds by text."""
        changed = {text for text, _ in lengths_s.items() ^ self._lengths_s.items()}
        self._lengths_s = dict(lengths_s)
        self._place({n: None for text in changed for n in self._steps_with.get(text, ())})
        return CueSheet(tuple(chain.from_iterable(self._cues.values())), self._durations_s)

    def _place(self, numbers: Mapping[int, object]) -> None:
        for number in numbers:
            self._cues[number] = cues_of_step(
                self._timeline, self._style, number, self._wanted[number], self._lengths_s.get
            )
