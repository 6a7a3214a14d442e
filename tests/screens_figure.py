"""Contact sheets of the moving figure: six moments, both sides, light and dark.

`python -m tests.screens_figure DIR [NAME-PART]` writes one PNG per exercise that has a movement.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.exercise import Exercise, Kind, Side, Sides
from glutetimer.core.problem import Problem
from glutetimer.figure.frame import Beat, Frame, frame_at
from glutetimer.figure.motion import Motion
from glutetimer.files.exercise_file import read_exercise
from glutetimer.toml_text.document import read_document
from glutetimer.ui.figure.framing import camera_for
from glutetimer.ui.figure.painter import paint_figure
from glutetimer.ui.style.theme import DARK, LIGHT, Colors

CELL = (480, 360)
RATIO = 1.5


def moments(motion: Motion, is_hold: bool = False) -> list[tuple[str, Beat, float, int]]:
    """Name, beat, share of it, rep: six moments of a rep or a hold."""
    if is_hold:
        beats = [
            (Beat.WAIT, 0.0, 1),
            *((Beat.HOLD, share, 1) for share in (0.1, 0.15, 0.4, 0.7, 1.0)),
        ]
    elif motion.travels:
        beats = [(Beat.LIFT, 0.0, 1), (Beat.LIFT, 0.5, 1), (Beat.TOP, 0.5, 1)]
        beats += [(Beat.LOWER, 0.5, 1), (Beat.LIFT, 0.5, 2), (Beat.TOP, 0.5, 2)]
    elif motion.is_downward:
        beats = [(Beat.TOP, 0.0, 1), (Beat.LOWER, 0.35, 1), (Beat.LOWER, 0.6, 1)]
        beats += [(Beat.PAUSE, 0.5, 1), (Beat.LIFT, 0.5, 1), (Beat.TOP, 0.5, 1)]
    else:
        beats = [(Beat.WAIT, 0.0, 1), (Beat.LIFT, 0.4, 1), (Beat.LIFT, 0.6, 1)]
        beats += [(Beat.TOP, 0.5, 1), (Beat.LOWER, 0.5, 1), (Beat.LOWER, 0.75, 1)]
    return [(f"{beat.value} {share:.0%} rep {rep}", beat, share, rep) for beat, share, rep in beats]


def sides_of(exercise: Exercise) -> list[tuple[str, bool, bool]]:
    """Name, whether left, whether back."""
    if exercise.kind is Kind.STEPS:
        return [(str(way), way is Side.LEFT, way is Side.BACK) for way in exercise.directions]
    if exercise.sides is Sides.BOTH:
        return [("", False, False)]
    return [("right", False, False), ("left", True, False)]


def paint_cell(painter: QPainter, frame: Frame, colors: Colors, box: QRectF, text: str) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor(colors.card))
    camera = camera_for(frame, box.adjusted(20, 24, -20, -20))
    paint_figure(painter, frame, camera, colors.figure)
    painter.setPen(QColor(colors.muted))
    painter.drawText(box.adjusted(8, 4, -8, -4), Qt.AlignmentFlag.AlignTop, text)
    painter.restore()


def sheet(exercise: Exercise, motion: Motion) -> QImage:
    """All moments of an exercise."""
    rows: list[tuple[str, bool, bool, Colors, str]] = []
    for name, is_left, is_back in sides_of(exercise):
        rows.append((name, is_left, is_back, LIGHT, ""))
    rows.append((*sides_of(exercise)[-1], DARK, ""))
    rows += [("fault: " + fault.name, False, False, LIGHT, fault.name) for fault in motion.faults]
    columns = 3
    shown = moments(motion, exercise.kind is Kind.HOLD)
    lines = [(row, half) for row in rows for half in (0, 1)]
    width, height = CELL
    image = QImage(
        int(width * columns * RATIO), int(height * len(lines) * RATIO), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(RATIO)
    painter = QPainter(image)
    painter.setFont(QFont("Inter", 9))
    for line, ((name, is_left, is_back, colors, fault), half) in enumerate(lines):
        for column, (text, beat, share, rep) in enumerate(shown[half * 3 : half * 3 + 3]):
            frame = frame_at(
                motion, beat, share, 1.0, is_left=is_left, is_back=is_back, rep=rep, fault=fault
            )
            box = QRectF(column * width, line * height, width, height)
            label = f"{exercise.id} {name}: {text}, effort {frame.effort:.2f}"
            paint_cell(painter, frame, colors, box, label)
    painter.end()
    return image


def main(folder: Path, part: str = "") -> int:
    """Write the sheets; the files' mistakes are printed and count."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    files = sorted((resources.assets_dir() / "exercises").glob("*.toml"))
    known = tuple(file.stem for file in files)
    mistakes = 0
    for file in files:
        if part not in file.stem:
            continue
        document = read_document(file)
        if isinstance(document, Problem):
            print(f"{file.name}: {document}")
            mistakes += 1
            continue
        read = read_exercise(document, file.stem, known)
        for problem in read.problems:
            print(f"{file.name}: {problem}")
        mistakes += len(read.problems)
        exercise = read.exercise
        if exercise is not None and exercise.motion is not None:
            path = folder / f"{file.stem}.png"
            sheet(exercise, exercise.motion).save(str(path))
            print(path)
    del app
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:3]))
