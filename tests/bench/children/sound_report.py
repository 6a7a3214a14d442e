"""What a session that was played tells whoever listens to its recording."""

from dataclasses import dataclass, field

from glutetimer.core.cues import SheetCue


@dataclass
class Report:
    """The cues of the last sheet with their samples, and the places from which the session ran.

    A run is (step, seconds into it, clock time); `beats_s` are those of the window's heart.
    """

    cues: list[tuple[SheetCue, bytes]] = field(default_factory=list)
    durations_s: tuple[float | None, ...] = ()
    runs: list[tuple[int, float, float]] = field(default_factory=list)
    ended_s: float = 0.0
    beats_s: list[float] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
