"""The mixer: clips placed by frame, read as blocks; no device, no clock."""

from array import array
from dataclasses import dataclass
from threading import Lock

from glutetimer.audio.clips import Samples, faded, silence
from glutetimer.audio.hush import hush
from glutetimer.audio.k_weighting import CEILING_DBTP, factor

_EDGE = 110  # 5 ms: what is cut off falls silent so softly that nothing clicks

_KNEE = round(factor(CEILING_DBTP) * 32_767)
_SPAN = round(factor(-1.3) * 32_767) - _KNEE
"""What sounds at once is left as it is up to the knee, and bent below -1.3 dB above it, sample
by sample: however it is read, the same comes out."""


@dataclass(slots=True)
class _Placed:
    frame: int
    samples: Samples

    @property
    def end(self) -> int:
        return self.frame + len(self.samples)


class Mixer:
    """A timeline of frames from 0 on; `read` takes the next ones, whoever asks for them.

    A device's thread, a file writer and a test read alike. Clips that overlap are added, and
    limited. Every method may be called from any thread and returns within a fraction of a
    millisecond.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._position = 0
        self._tickets = 0
        self._placed: dict[int, _Placed] = {}
        self._fading: list[_Placed] = []
        self._is_muted = False
        self._was_muted = False
        self.is_keeping_awake = False
        """Whether what is read has a hush of noise where nothing sounds."""

    @property
    def position(self) -> int:
        """The next frame that will be read."""
        return self._position

    @property
    def is_muted(self) -> bool:
        """Whether silence is read, whatever is placed."""
        return self._is_muted

    def place(self, samples: Samples, frame: int) -> int:
        """Let a clip begin at a frame, or now if that is past; returns its ticket."""
        with self._lock:
            self._tickets += 1
            self._placed[self._tickets] = _Placed(max(frame, self._position), samples)
            return self._tickets

    def start_of(self, ticket: int) -> int | None:
        """The frame at which a clip begins; None once it is over or dropped."""
        with self._lock:
            placed = self._placed.get(ticket)
            return None if placed is None else placed.frame

    def take_back(self, ticket: int) -> bool:
        """Take a clip out again unless it has begun; returns whether it had not."""
        with self._lock:
            placed = self._placed.get(ticket)
            if placed is None or placed.frame < self._position:
                return False
            del self._placed[ticket]
            return True

    def replace(self, ticket: int, samples: Samples) -> None:
        """Put other samples of the same length in a clip's place (another volume)."""
        with self._lock:
            placed = self._placed.get(ticket)
            if placed is not None and len(placed.samples) == len(samples):
                placed.samples = samples

    def drop(self, ticket: int) -> int | None:
        """Take a clip out, softly if it sounds; returns the frames read of it, None if over."""
        with self._lock:
            placed = self._placed.pop(ticket, None)
            if placed is None:
                return None
            begun = max(0, self._position - placed.frame)
            if begun:
                rest = placed.samples[begun : begun + _EDGE]
                self._fading.append(_Placed(self._position, faded(rest, 0, len(rest))))
            return begun

    def set_muted(self, muted: bool) -> None:
        """Read silence (or the hush) while muted; the clips go on unheard."""
        self._is_muted = muted

    def read(self, count: int) -> bytes:
        """The next frames as native 16-bit samples; moves the position."""
        with self._lock:
            if not self._placed and not self._fading:
                quiet = hush(self._position, count, self.is_keeping_awake)
                self._position += count
                self._was_muted = self._is_muted
                return quiet.tobytes()
            block = silence(count)
            filled: list[tuple[int, int]] = []
            for placed in (*self._placed.values(), *self._fading):
                self._add(block, placed, filled)
            if self.is_keeping_awake:
                self._fill_gaps(block, filled)
            block = self._with_mute(block)
            self._position += count
            for ticket in [t for t, p in self._placed.items() if p.end <= self._position]:
                del self._placed[ticket]
            self._fading = [p for p in self._fading if p.end > self._position]
            return block.tobytes()

    def _add(self, block: Samples, placed: _Placed, filled: list[tuple[int, int]]) -> None:
        first = max(placed.frame, self._position)
        last = min(placed.end, self._position + len(block))
        if first >= last:
            return
        sound = placed.samples[first - placed.frame : last - placed.frame]
        start, end = first - self._position, last - self._position
        if any(a < end and start < b for a, b in filled):
            sound = _together(block[start:end], sound)
        block[start:end] = sound
        filled.append((start, end))

    def _fill_gaps(self, block: Samples, filled: list[tuple[int, int]]) -> None:
        end = 0
        for first, last in sorted([*filled, (len(block), len(block))]):
            if first > end:
                block[end:first] = hush(self._position + end, first - end, True)
            end = max(end, last)

    def _with_mute(self, block: Samples) -> Samples:
        is_muted, was_muted = self._is_muted, self._was_muted
        self._was_muted = is_muted
        if is_muted == was_muted:
            return hush(self._position, len(block), self.is_keeping_awake) if is_muted else block
        edge = block[:_EDGE]
        if is_muted:
            begun = len(edge)
            rest = hush(self._position + begun, len(block) - begun, self.is_keeping_awake)
            return faded(edge, 0, begun) + rest
        return faded(edge, len(edge), 0) + block[len(edge) :]


def _together(one: Samples, other: Samples) -> Samples:
    both = zip(one, other, strict=True)
    return array("h", [a + b if not a or not b else _limited(a + b) for a, b in both])


def _limited(value: int) -> int:
    over = abs(value) - _KNEE
    if over <= 0:
        return value
    level = _KNEE + _SPAN * over // (over + _SPAN)
    return level if value > 0 else -level
