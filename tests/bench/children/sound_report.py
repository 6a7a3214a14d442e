"""What a session that was played tells whoever listens to its recording."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from glutetimer.audio.device import BUFFERED_S
from glutetimer.core.cues.sheet import CueKind, CueSheet, SheetCue

BEAT_MS = 10


class Beat(NamedTuple):
    """From one beat of the window's heart to the next, in seconds.

    `in_calls_s` were spent in the window's thread for sound: its player, its sheet. In `held_s`, at
    most, the threads of sound computed and so kept it from going on. In `waited_s`, at most, it
    stood still while one of them waited for a processor, perhaps holding the interpreter.
    """

    gap_s: float
    in_calls_s: float
    held_s: float
    waited_s: float

    @property
    def by_sound_s(self) -> float:
        """How much later than it should a beat came for what sound computed, at most."""
        return min(self._late_s, self.in_calls_s + self.held_s)

    @property
    def near_sound_s(self) -> float:
        """The same with what other programs did to the threads of sound."""
        return min(self._late_s, self.in_calls_s + self.held_s + self.waited_s)

    @property
    def _late_s(self) -> float:
        return max(0.0, self.gap_s - BEAT_MS / 1_000)


@dataclass(frozen=True)
class Run:
    """The session stood at `elapsed_s` within a step at a clock time; the step lasts longer."""

    step: int
    elapsed_s: float
    clock_s: float
    added_s: float


@dataclass
class Report:
    """All that the player was told, with the clock times, and what its cues sound like.

    `sheets` are in force one after the other, each from its clock time on; `holds_s` are the times
    at which the player had to fall silent, `asked_s` those at which the device asked for more.
    `sounds` are the samples of a cue by its `sound_key`. `gaps` counts how often the session paused
    itself because the machine had stood still for too long. `beats` are those of its heart.
    """

    sheets: list[tuple[float, CueSheet]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    holds_s: list[float] = field(default_factory=list)
    sounds: dict[str, bytes] = field(default_factory=dict)
    asked_s: list[float] = field(default_factory=list)
    gaps: int = 0
    beats: list[Beat] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def sound_key(cue: SheetCue) -> str:
    """What tells the sound of a cue from another: its tone, or its words."""
    return f"tone {cue.kind}" if cue.is_tone else f"words {cue.text}"


class Expected(NamedTuple):
    """A cue and the clock time of its place on the sheet."""

    cue: SheetCue
    due_s: float
    samples: bytes


def expected_cues(report: Report) -> list[Expected]:
    """Every cue that was due while the session ran, each on the sheet that was in force then."""
    expected: list[Expected] = []
    ends_s = [*(run.clock_s for run in report.runs[1:]), math.inf]
    for run, next_s in zip(report.runs, ends_s, strict=True):
        end_s = min([next_s, *(at_s for at_s in report.holds_s if at_s > run.clock_s)])
        for cue, due_s in _due(report, run, end_s):
            if not _makes_way(cue, report):
                expected.append(Expected(cue, due_s, report.sounds[sound_key(cue)]))
    return sorted(expected, key=lambda one: one.due_s)


def _due(report: Report, run: Run, end_s: float) -> Iterator[tuple[SheetCue, float]]:
    """The cues of a run with their clock times, those of every sheet from when it was there."""
    from_s = [at_s + BUFFERED_S for at_s, _ in report.sheets]
    for (_, sheet), since_s, until_s in zip(
        report.sheets, from_s, [*from_s[1:], math.inf], strict=True
    ):
        began_s = run.clock_s - run.elapsed_s
        first_s, last_s = max(run.clock_s, since_s), min(end_s, until_s)
        for number in range(run.step, len(sheet.durations_s)):
            added_s = run.added_s if number == run.step else 0.0
            for cue in sheet.of_step(number):
                moved_s = added_s if cue.kind is CueKind.COUNTDOWN else 0.0
                due_s = began_s + cue.offset_s + moved_s
                if first_s <= due_s < last_s and due_s + cue.duration_s <= end_s:
                    yield cue, due_s
            duration_s = sheet.durations_s[number]
            if duration_s is None or began_s > last_s:
                break
            began_s += duration_s + added_s


def _makes_way(cue: SheetCue, report: Report) -> bool:
    """Whether it is a tone for words that were made in the end: only those are heard."""
    return cue.can_wait and f"words {cue.text}" in report.sounds


def came_late(cue: SheetCue, report: Report) -> bool:
    """Whether it is a tone for which the last sheet has words."""
    last = report.sheets[-1][1].of_step(cue.step)
    return any(c.kind is cue.kind and c.text == cue.text and not c.is_tone for c in last)
