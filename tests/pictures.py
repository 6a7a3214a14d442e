"""The pictures of the README, and the figure in motion as an animated PNG.

`python -m tests.pictures [DIR]` writes them, into assets/pictures by default.
"""

import os
import struct
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.plan.movement import looped
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.theme import Theme
from glutetimer.figure.frame import frame_at
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style import application, theme
from tests.built_in import library
from tests.screens import Stage
from tests.screens_history import year_of_sessions
from tests.ui.session.stage import Stage as Session

FRAMES_PER_S = 15
ANIMATED = ("bird-dog",)
SIZE = (480, 270)
MOST_BYTES = 1_500_000


def frames(name: str) -> Iterator[QImage]:
    """One rep of an exercise in its tempo."""
    exercise = library().exercises()[name]
    tempo = exercise.tempo
    motion = exercise.motion
    if motion is None:
        raise LookupError(f"{name} has no movement")
    for number in range(round(tempo.rep_s * FRAMES_PER_S)):
        now = looped(exercise, number / FRAMES_PER_S)
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.LIGHT.card))
        painter = QPainter(image)
        frame = frame_at(motion, now.beat, now.elapsed_s, now.duration_s)
        camera = camera_for(frame, QRectF(10, 10, SIZE[0] - 20, SIZE[1] - 20))
        paint_figure(painter, frame, camera, theme.LIGHT.figure)
        painter.end()
        yield image


def animated_png(images: Sequence[QImage], frames_per_s: int) -> bytes:
    """An APNG of 256 colours that goes round for ever; what stands still takes no frames."""
    colors = palette(images)
    shown: list[tuple[bytes, int]] = []
    for image in images:
        content = _pixels(image, colors)
        if shown and shown[-1][0] == content:
            shown[-1] = (content, shown[-1][1] + 1)
        else:
            shown.append((content, 1))
    width, height = images[0].width(), images[0].height()
    plain = b"".join(struct.pack(">I", color)[1:] for color in colors)
    out = [
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        _chunk(b"PLTE", plain),
        _chunk(b"acTL", struct.pack(">II", len(shown), 0)),
    ]
    number = 0
    for place, (content, count) in enumerate(shown):
        size = struct.pack(">IIIII", number, width, height, 0, 0)
        out.append(_chunk(b"fcTL", size + struct.pack(">HHBB", count, frames_per_s, 0, 0)))
        number += 1
        packed = zlib.compress(content, 9)
        if place == 0:
            out.append(_chunk(b"IDAT", packed))
        else:
            out.append(_chunk(b"fdAT", struct.pack(">I", number) + packed))
            number += 1
    out.append(_chunk(b"IEND", b""))
    return b"".join(out)


def palette(images: Sequence[QImage]) -> list[int]:
    """The 256 colours that are used most, each 0xffRRGGBB."""
    counts: Counter[int] = Counter()
    for image in images[:: max(1, len(images) // 6)]:
        values = memoryview(image.constBits()).cast("I")
        counts.update(value & 0xF8F8F8 for value in values[::3])
    ground = images[0].pixel(0, 0) & 0xFFFFFF
    found = [ground, *(color | (color >> 5 & 0x070707) for color, _ in counts.most_common(255))]
    return [0xFF000000 | color for color in found]


def _pixels(image: QImage, colors: Sequence[int]) -> bytes:
    avoid = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    flat = image.convertToFormat(QImage.Format.Format_Indexed8, list(colors), avoid)
    rows = memoryview(flat.constBits())
    step, width = flat.bytesPerLine(), flat.width()
    # Every row begins with the number of its filter: none.
    return b"".join(b"\0" + bytes(rows[y * step : y * step + width]) for y in range(flat.height()))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _session(folder: Path) -> Path:
    stage = Session(library(), (1280, 720))
    stage.start("ten-glute-exercises")
    stage.until(StepKind.LIFT, 1.6)
    QCoreApplication.processEvents()
    path = folder / "session.png"
    stage.page.grab().save(str(path))
    stage.close()
    return path


def _history(folder: Path) -> Path:
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), (1280, 1080), Theme.LIGHT)
        year_of_sessions(stage)
        path = folder / "history.png"
        stage.window.grab().save(str(path))
        stage.close()
    return path


def main(folder: Path) -> None:
    """Write all pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    application.load_fonts(
        tuple(str(p) for p in sorted((resources.assets_dir() / "fonts").glob("*.otf")))
    )
    application.find_icons(str(resources.assets_dir() / "icons"))
    application.apply_theme(app, Theme.LIGHT)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ANIMATED:
        content = animated_png(list(frames(name)), FRAMES_PER_S)
        if len(content) > MOST_BYTES:
            raise ValueError(f"{name} would take {len(content)} bytes")
        path = folder / f"{name}.png"
        path.write_bytes(content)
        print(path, len(content))
    print(_session(folder))
    print(_history(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.assets_dir() / "pictures")
