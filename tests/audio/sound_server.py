"""A sound server of our own with a sink that leads nowhere, and a recorder behind it.

Run as root without D-Bus; needs pulseaudio, parec and pactl.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

MISSING = tuple(name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None)
"""The programs that are needed and not there."""

MAX_FOLDER = 90
"""A socket's path may not be longer than 107 characters."""

_NEAR_S = 2.0  # of so many seconds around it, the earliest blocks tell when a frame was heard


class Stretch(NamedTuple):
    """A stretch of sound: clock time of its first frame, seconds."""

    at_s: float
    length_s: float


class Recording:
    """What was recorded, every frame with its clock time.

    The sink keeps a time of its own, some hundred-thousandths fast, as every real device does; so
    a frame's time is told by the blocks around it and not counted from the first one.
    """

    def __init__(self, blocks: Sequence[tuple[float, bytes]], rate_hz: int) -> None:
        self.rate_hz = rate_hz
        data = b"".join(block for _, block in blocks)
        self.samples = array("h")
        self.samples.frombytes(data[: len(data) // 2 * 2])
        self._ends = list(accumulate(len(block) // 2 for _, block in blocks))
        offsets = [at_s - end / rate_hz for (at_s, _), end in zip(blocks, self._ends, strict=True)]
        self._origins_s = _smallest_around(offsets, self._ends, round(_NEAR_S * rate_hz))

    def clock_s(self, frame: int) -> float:
        """The clock time at which a frame was heard."""
        block = min(bisect_left(self._ends, frame + 1), len(self._ends) - 1)
        return self._origins_s[block] + frame / self.rate_hz

    def frame_at(self, clock_s: float) -> int:
        """The frame that was heard at a clock time, within a millisecond or two."""
        frame = 0
        for _ in range(3):
            frame = max(0, round((clock_s - self.clock_s(frame)) * self.rate_hz) + frame)
        return frame

    def stretches(self, louder_than: int = 300, gap_s: float = 0.05) -> list[Stretch]:
        """Every stretch of sound; gaps shorter than `gap_s` do not part it."""
        gap, found = round(gap_s * self.rate_hz), []  # type: int, list[tuple[int, int]]
        for i, sample in enumerate(self.samples):
            if -louder_than <= sample <= louder_than:
                continue
            if found and i - found[-1][1] < gap:
                found[-1] = (found[-1][0], i)
            else:
                found.append((i, i))
        return [Stretch(self.clock_s(a), (b - a) / self.rate_hz) for a, b in found]


def _smallest_around(values: Sequence[float], places: Sequence[int], reach: int) -> list[float]:
    """For every place the smallest value within reach on either side."""
    result: list[float] = []
    window: deque[int] = deque()
    ahead = 0
    for place in places:
        while ahead < len(values) and places[ahead] <= place + reach:
            while window and values[window[-1]] >= values[ahead]:
                window.pop()
            window.append(ahead)
            ahead += 1
        while places[window[0]] < place - reach:
            window.popleft()
        result.append(values[window[0]])
    return result


class SoundServer:
    """PulseAudio with a null sink "ci" and, unless another is chosen, as the default.

    With a `rate_hz` of the player's own, the recording has its very samples.
    """

    def __init__(self, folder: Path, rate_hz: int = 48_000) -> None:
        self.rate_hz = rate_hz
        self._config = folder / "server.pa"
        self._socket = folder / "s"
        self._config.write_text(
            f"load-module module-null-sink sink_name=ci rate={rate_hz} channels=1 format=s16le\n"
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={self._socket}\n"
            "set-default-sink ci\n"
        )
        self.variables: Mapping[str, str] = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }
        self._environment = {**os.environ, **self.variables}
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._blocks: list[tuple[float, bytes]] = []

    def start(self) -> None:
        """Start the server and the recorder; returns when both work."""
        self._server = subprocess.Popen(
            [
                "pulseaudio", "-n", "-F", str(self._config), "--daemonize=no",
                "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes",
            ],
            env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_until(self._answers, "the sound server to answer")
        self.record()

    def record(self, sink: str = "ci") -> None:
        """Begin a new recording of a sink."""
        self._end_recorder()
        blocks: list[tuple[float, bytes]] = []
        self._blocks = blocks
        self._recorder = subprocess.Popen(
            [
                "parec", "-d", f"{sink}.monitor", "--format=s16le", f"--rate={self.rate_hz}",
                "--channels=1", "--latency-msec=4", "--raw",
            ],
            env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        threading.Thread(target=_record, args=(self._recorder, blocks), daemon=True).start()
        # Without a client in a hurry a null sink works in blocks of two seconds.
        wait_until(lambda: bool(blocks), "the first recorded block")

    def stop(self) -> None:
        """Kill the server and the recorder, as a crash would."""
        self._end_recorder()
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
        self._socket.unlink(missing_ok=True)

    def freeze(self) -> None:
        """Let the server stand still."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let the server go on."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def control(self, *words: str) -> str:
        """What pactl says to a command."""
        done = subprocess.run(
            ["pactl", *words], check=True, env=self._environment, capture_output=True, text=True
        )
        return done.stdout.strip()

    def recording(self) -> Recording:
        """What was recorded so far."""
        return Recording(list(self._blocks), self.rate_hz)

    def loud_blocks(self, since_s: float = 0.0, louder_than: int = 300) -> int:
        """How many recorded blocks since a clock time have sound in them."""
        recent = [data for at_s, data in list(self._blocks) if at_s >= since_s]
        return sum(1 for data in recent if _peak(data) > louder_than)

    def _end_recorder(self) -> None:
        if self._recorder is not None:
            self._recorder.kill()
            self._recorder.wait()
            if self._recorder.stdout is not None:
                self._recorder.stdout.close()
            self._recorder = None

    def _answers(self) -> bool:
        ask = ["pactl", "info"]
        done = subprocess.run(ask, check=False, env=self._environment, capture_output=True)
        return done.returncode == 0


def _record(recorder: "subprocess.Popen[bytes]", blocks: list[tuple[float, bytes]]) -> None:
    assert recorder.stdout is not None
    odd = b""
    try:
        while data := os.read(recorder.stdout.fileno(), 65_536):
            at_s = time.monotonic()
            data = odd + data
            whole = len(data) // 2 * 2
            odd = data[whole:]
            if whole:
                blocks.append((at_s, data[:whole]))
    except (OSError, ValueError):
        pass  # closed at the end


def _peak(data: bytes) -> int:
    samples = array("h", data)
    return max(abs(sample) for sample in samples)


def wait_until(is_so: Callable[[], object], what: str, within_s: float = 10.0) -> None:
    """Wait for an effect of another process. Raises AssertionError when it does not come."""
    until_s = time.monotonic() + within_s
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > until_s:
            raise AssertionError(f"waited in vain for {what}")
        pause.wait(0.02)


def busy_cores(count: int) -> "list[subprocess.Popen[bytes]]":
    """Processes that do nothing but work; kill them."""
    return [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
