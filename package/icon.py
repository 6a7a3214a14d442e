"""Draws the icon: our figure at the top of its bridge, as strokes, under the arc of a timer.

`python3 run.py package icon` writes the SVG and its sizes to assets/desktop, which are committed;
what only Windows and macOS need is made with their packages.
"""

import struct
from collections.abc import Mapping
from math import cos, pi, sin
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from glutetimer.core.problem import Problem
from glutetimer.figure.frame import Beat, frame_at
from glutetimer.files.exercise_file import read_exercise
from glutetimer.menu_entry import ICON_SIZES
from glutetimer.resources import assets_dir
from glutetimer.toml_text.document import read_document
from glutetimer.ui.style.theme import LIGHT

ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}

SIDE = 256
"""Of the square that is drawn in."""

POSE = "glute-bridge"
MARGIN = 34
FLOOR_Y = 180
ARC_DONE = 0.7  # so much of the timer has gone

Point = tuple[float, float]


def joints() -> Mapping[str, Point]:
    """Where the joints are, seen from the side, in metres: to the right, and above the floor."""
    folder = assets_dir() / "exercises"
    document = read_document(folder / f"{POSE}.toml")
    assert not isinstance(document, Problem), document
    known = tuple(file.stem for file in folder.glob("*.toml"))
    exercise = read_exercise(document, POSE, known).exercise
    assert exercise is not None
    assert exercise.motion is not None
    body = frame_at(exercise.motion, Beat.TOP).body
    return {name: (place[0], place[2]) for name, place in body.joints.items()}


def svg(places: Mapping[str, Point]) -> str:
    """The icon, from the joints of the figure."""
    left = places["head"][0]
    scale = (SIDE - 2 * MARGIN - 34) / (places["right-toe"][0] - left)

    def at(name: str, up: float = 0.0) -> Point:
        x, z = places[name]
        return MARGIN + 20 + (x - left) * scale, FLOOR_Y - 10 - (z + up) * scale

    def line(*points: Point) -> str:
        return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in points)

    head, shoulder, hip = at("head"), at("shoulders", 0.02), at("pelvis")
    knee, ankle, toe = at("right-knee"), at("right-ankle"), at("right-toe")
    arm = at("right-wrist")
    middle, radius = (SIDE / 2, FLOOR_Y - 4.0), SIDE / 2 - 26.0

    def arc(start: float, end: float) -> str:
        (x1, y1), (x2, y2) = (
            (middle[0] - radius * cos(pi * share), middle[1] - radius * sin(pi * share))
            for share in (start, end)
        )
        return f"M{x1:.1f},{y1:.1f} A{radius:.1f},{radius:.1f} 0 0 1 {x2:.1f},{y2:.1f}"

    light, warm = LIGHT.on_accent, LIGHT.figure.warm
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">
  <rect x="8" y="8" width="240" height="240" rx="54" fill="{LIGHT.accent}"/>
  <g fill="none" stroke="{light}" stroke-linecap="round" stroke-linejoin="round">
    <path stroke-opacity="0.3" stroke-width="13" d="{arc(ARC_DONE, 1.0)}"/>
    <path stroke="{warm}" stroke-width="13" d="{arc(0.0, ARC_DONE)}"/>
    <path stroke-opacity="0.45" stroke-width="10" d="M30,{FLOOR_Y + 12} 226,{FLOOR_Y + 12}"/>
    <circle fill="{light}" stroke="none" cx="{head[0]:.1f}" cy="{head[1]:.1f}" r="15"/>
    <path stroke-width="13" d="{line(shoulder, (arm[0], FLOOR_Y - 8.0))}"/>
    <path stroke-width="27" d="{line(shoulder, hip)}"/>
    <path stroke-width="21" d="{line(hip, knee, ankle)}"/>
    <path stroke-width="15" d="{line(ankle, toe)}"/>
    <circle fill="{warm}" stroke="none" cx="{hip[0]:.1f}" cy="{hip[1]:.1f}" r="10"/>
  </g>
</svg>
"""


def image(drawing: str, size: int) -> QImage:
    """The icon in so many pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return picture


def png(drawing: str, size: int) -> bytes:
    """The icon as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image(drawing, size))
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """The icon file of Windows, of PNG pictures by their size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + b"".join(pictures.values())


def icns(pictures: Mapping[str, bytes]) -> bytes:
    """The icon file of macOS, of PNG pictures by their type."""
    body = b"".join(
        kind.encode() + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def make_icon(folder: Path | None = None) -> Path:
    """Write the SVG and the PNG files; returns their folder."""
    folder = folder or assets_dir() / "desktop"
    drawing = svg(joints())
    (folder / "glutetimer.svg").write_text(drawing, "utf-8")
    for size in ICON_SIZES:
        (folder / f"glutetimer-{size}.png").write_bytes(png(drawing, size))
    return folder


def write_bundles(folder: Path) -> None:
    """Write the files of Windows and macOS, of the drawing that is committed."""
    drawing = (assets_dir() / "desktop" / "glutetimer.svg").read_text("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "glutetimer.ico").write_bytes(ico({size: png(drawing, size) for size in ICO_SIZES}))
    pictures = {kind: png(drawing, size) for kind, size in ICNS_TYPES.items()}
    (folder / "glutetimer.icns").write_bytes(icns(pictures))
