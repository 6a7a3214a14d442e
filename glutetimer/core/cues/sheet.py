"""The cue sheet: what is said, or sounded, at which moment of a session."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from glutetimer.core.settings import HoldCount, LoweringSign, RepCount, Settings, Verbosity


class CueKind(StrEnum):
    """What a cue is for; the order is that of its importance, most important first."""

    OPENING = "opening"  # the side, or the exercise, of a set that no wait had room to announce
    COUNT = "count"  # a rep, or the seconds of an open-ended hold
    COUNTDOWN = "countdown"  # 3, 2, 1 before a change
    BEGIN = "begin"  # go: the first word of a hold, or of a phase
    READY = "ready"  # these four are the first word of a wait
    REST = "rest"
    SWITCH = "switch"
    CHANGE = "change"
    LOWERING = "lowering"  # the hold at the top of a rep is over
    GEAR = "gear"  # what to put on, take or put away
    NEXT = "next"  # the exercise, set and side that come next
    HALFWAY = "halfway"
    TIME = "time"  # how long a silence still lasts
    SETUP = "setup"
    FORM = "form"
    ASIDE = "aside"  # a sentence on why, in a long rest
    PAUSED = "paused"  # these three are never on a sheet: they answer to a key, eyes closed
    GOES_ON = "goes_on"
    HURT = "hurt"

    @property
    def priority(self) -> int:
        """0 is never dropped; a higher number gives way first."""
        return _PRIORITY[self]


TIMES_TO_LEARN = 2
"""Who did a routine so often has heard what its movements are; from then on less is said."""

WAITS = frozenset({CueKind.READY, CueKind.REST, CueKind.SWITCH, CueKind.CHANGE})
"""The first words of the four kinds of wait, each with a tone of its own."""

FIRST_WORDS = WAITS | {CueKind.BEGIN}
"""What a step may begin with: the first words of a wait, or the word that sets the person going."""

_PRIORITY = {kind: number for number, kind in enumerate(CueKind)}


@dataclass(frozen=True, slots=True)
class CueStyle:
    """How a person wants to be coached: how much is said, and when is counted.

    `times_done` is how often they did the routine before: each session begins its cues elsewhere.
    Who `knows_it` is told less: not what the movement is, nor all of its form. `tells_why`: long
    rests have a sentence of the routine.
    """

    verbosity: Verbosity = Verbosity.COACH
    rep_count: RepCount = RepCount.START
    hold_count: HoldCount = HoldCount.LAST_THREE
    lowering: LoweringSign = LoweringSign.TONE
    times_done: int = 0
    knows_it: bool = False
    tells_why: bool = False

    @classmethod
    def of(cls, settings: Settings, times_done: int = 0) -> "CueStyle":
        """The style of the settings; with the voice off, words give way to tones."""
        verbosity = settings.verbosity
        if not settings.voice_on and verbosity is not Verbosity.SILENT:
            verbosity = Verbosity.TONES
        knows_it = settings.say_less and times_done >= TIMES_TO_LEARN
        return cls(
            verbosity,
            settings.rep_count,
            settings.hold_count,
            settings.lowering_sign,
            times_done,
            knows_it,
            settings.tell_why,
        )


@dataclass(frozen=True, slots=True)
class SheetCue:
    """One cue in its place: `offset_s` after its step begins, `session_s` after the session begins.

    `is_tone` says that the kind's tone is played in place of the text. `duration_s` is the
    exact length of the clip or tone. A tone that `can_wait` is for words that may still come: it
    is for the player to sound it only once they will not.
    """

    session_s: float
    offset_s: float
    duration_s: float
    kind: CueKind
    text: str
    step: int
    is_tone: bool = False
    can_wait: bool = False


@dataclass(frozen=True, slots=True)
class CueSheet:
    """The cues of a session, ordered by step and offset.

    `session_s` counts open-ended steps as a typical person takes them; cues of an open-ended step
    go on beyond that for a person who takes longer. `durations_s` are the seconds of every
    step, None where it waits for the person; a player that runs ahead needs them.
    """

    cues: tuple[SheetCue, ...]
    durations_s: tuple[float | None, ...] = ()

    def of_step(self, step: int, from_s: float = 0.0) -> tuple[SheetCue, ...]:
        """The cues of a step that begin at or after `from_s` seconds into it."""
        first = bisect_left(self.cues, (step, from_s), key=lambda c: (c.step, c.offset_s))
        last = bisect_left(self.cues, step + 1, key=lambda c: c.step)
        return self.cues[first:last]


TONE_LENGTHS_S = {
    CueKind.COUNT: 0.08,
    CueKind.COUNTDOWN: 0.10,
    CueKind.BEGIN: 0.25,
    CueKind.READY: 0.40,
    CueKind.REST: 0.40,
    CueKind.SWITCH: 0.35,
    CueKind.CHANGE: 0.45,
    CueKind.LOWERING: 0.12,
    CueKind.NEXT: 0.15,
    CueKind.HALFWAY: 0.30,
    CueKind.TIME: 0.16,
    CueKind.PAUSED: 0.25,
    CueKind.GOES_ON: 0.25,
    CueKind.HURT: 0.30,
}
"""Seconds of the tone of each kind that has one; the other kinds are dropped in tones."""
