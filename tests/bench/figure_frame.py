"""Computing and painting one frame of every movement, as a session shows it.

python -m tests.bench.figure_frame [FRAMES [NAME-PART]]

The picture is 640x480 pixels; both sides, every beat, and a frame with a fault's ghost are in it.
"""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import LIGHT
from tests.figure.samples import moving_exercises

_SIZE = (640, 480)
_BEATS = (Beat.LIFT, Beat.TOP, Beat.LOWER, Beat.PAUSE)


def asked(motion: Motion, count: int) -> Iterator[tuple[Beat, float, bool, str]]:
    """Beat, share of it, side, fault: `count` moments of reps to either side."""
    fault = motion.faults[0].name if motion.faults else ""
    for number in range(count):
        place = number / count * 2 * len(_BEATS)
        which = int(place) % len(_BEATS)
        is_left = place >= len(_BEATS)
        yield _BEATS[which], place % 1.0, is_left, fault if number % 10 == 0 else ""


def measured_ms(motion: Motion, count: int) -> list[tuple[float, float]]:
    """How long each frame takes in milliseconds: on the clock, and of the processor.

    The second tells what the first would be if nothing else ran.
    """
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    card = QColor(LIGHT.card)
    box = QRectF(0, 0, *_SIZE).adjusted(19, 19, -19, -19)
    found: list[tuple[float, float]] = []
    for beat, share, is_left, fault in asked(motion, count):
        image.fill(card)
        painter = QPainter(image)
        began_s, began_busy_s = time.perf_counter(), time.thread_time()
        frame: Frame = frame_at(motion, beat, share, 1.0, is_left=is_left, fault=fault)
        paint_figure(painter, frame, camera_for(frame, box), LIGHT.figure)
        painter.end()
        took_s, busy_s = time.perf_counter() - began_s, time.thread_time() - began_busy_s
        found.append((took_s * 1000, busy_s * 1000))
    return found


def main(words: Sequence[str]) -> None:
    """Print a line per movement, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    count = int(words[0]) if words else 160
    part = words[1] if len(words) > 1 else ""
    every: list[tuple[float, float]] = []
    print(f"{count} frames each, {_SIZE[0]}x{_SIZE[1]}, ms: median and p95 on the clock and busy")
    for name, exercise in moving_exercises().items():
        if exercise.motion is None or part not in name:
            continue
        measured_ms(exercise.motion, 20)
        times = measured_ms(exercise.motion, count)
        every += times
        print(_line(name, times))
    print(_line("all", every))
    del app


def _line(name: str, times: Sequence[tuple[float, float]]) -> str:
    columns = [[pair[k] for pair in times] for k in (0, 1)]
    figures = [f"{median(col):8.2f}{quantiles(col, n=20)[-1]:8.2f}" for col in columns]
    return f"  {name:32}{figures[0]}   {figures[1]}"


if __name__ == "__main__":
    main(sys.argv[1:])
