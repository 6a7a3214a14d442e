"""The tones: one for each kind of cue, made by formula, as loud as the voice, told apart by ear."""

import math
from array import array
from dataclasses import dataclass
from functools import cache

from glutetimer.audio.clips import RATE_HZ, Samples, frames
from glutetimer.audio.k_weighting import TARGET_LUFS, factor, k_power, lufs
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind

_RISE = frames(0.005)
_FALL = frames(0.020)
_OVERTONES = ((1, 1.0), (2, 0.25), (3, 0.08))  # a little warmer than a bare sine


@dataclass(frozen=True, slots=True)
class _Note:
    """`part` is the note's share of the tone's length; 0 Hz is a gap."""

    hz: float
    part: float = 1.0


_NOTES = {
    CueKind.COUNT: (_Note(880.0),),
    CueKind.COUNTDOWN: (_Note(587.3),),
    CueKind.BEGIN: (_Note(523.3, 0.4), _Note(784.0, 0.6)),  # rises: go
    CueKind.READY: (_Note(392.0, 0.3), _Note(493.9, 0.3), _Note(587.3, 0.4)),  # climbs: wake up
    CueKind.REST: (_Note(587.3, 0.3), _Note(493.9, 0.3), _Note(392.0, 0.4)),  # comes down: let go
    CueKind.SWITCH: (_Note(493.9, 0.35), _Note(659.3, 0.3), _Note(493.9, 0.35)),  # there and back
    CueKind.CHANGE: tuple(_Note(hz, 0.25) for hz in (659.3, 440.0, 659.3, 440.0)),  # to and fro
    CueKind.LOWERING: (_Note(349.2),),  # one short low note
    CueKind.NEXT: (_Note(659.3, 0.5), _Note(440.0, 0.5)),  # falls: listen
    CueKind.HALFWAY: (_Note(740.0, 0.4), _Note(0.0, 0.2), _Note(740.0, 0.4)),  # knocks twice
    CueKind.TIME: (_Note(466.2),),  # one soft knock: still going
    CueKind.PAUSED: (_Note(440.0, 0.5), _Note(330.0, 0.5)),  # falls low: at rest
    CueKind.GOES_ON: (_Note(440.0, 0.5), _Note(587.3, 0.5)),  # rises from there
    CueKind.HURT: (_Note(293.7),),  # one low note: understood
}


@cache
def tone(kind: CueKind) -> Samples | None:
    """The tone of a kind, exactly as long as TONE_LENGTHS_S says; None if it has none."""
    notes = _NOTES.get(kind)
    if notes is None:
        return None
    total = frames(TONE_LENGTHS_S[kind])
    waves: list[float] = []
    power = 0.0
    end = 0.0
    for note in notes:
        end += note.part
        count = round(end * total) - len(waves)
        waves += _note(note.hz, count)
        power += _weighted_energy(note.hz, count) / total
    # Over all of the tone, as the loudness of any sound shorter than 400 ms.
    loudest = 32_767 * factor(TARGET_LUFS - lufs(power))
    return array("h", [round(loudest * value) for value in waves])


def _note(hz: float, count: int) -> list[float]:
    turn = 2 * math.pi * hz / RATE_HZ
    return [
        _envelope(i, count) * sum(share * math.sin(turn * n * i) for n, share in _OVERTONES)
        for i in range(count)
    ]


def _weighted_energy(hz: float, count: int) -> float:
    """The energy of a note as loudness counts it, by what each of its overtones weighs."""
    steady = sum(share**2 / 2 * k_power(n * hz) for n, share in _OVERTONES)
    return steady * sum(_envelope(i, count) ** 2 for i in range(count))


def _envelope(i: int, count: int) -> float:
    rise = min(1.0, i / _RISE)
    fall = min(1.0, (count - 1 - i) / _FALL)
    # Half a cosine at both ends: neither clicks.
    return (0.5 - 0.5 * math.cos(math.pi * rise)) * (0.5 - 0.5 * math.cos(math.pi * fall))
