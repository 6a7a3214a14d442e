"""PySide6 6.12.0 must never meet Python 3.11: there, painting for some seconds ends the process."""

import re
import subprocess
import sys
from pathlib import Path

from packaging.markers import Marker

LOCK = Path(__file__).parent.parent / "requirements.lock"

PAINT = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

application = QGuiApplication([])
image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
image.fill(Qt.GlobalColor.white)
painter = QPainter(image)
for _ in range(50_000):
    painter.setPen(Qt.GlobalColor.black)
    painter.drawPoint(16, 16)
painter.end()
print(image.pixelColor(16, 16).name())
"""


def test_a_hundred_thousand_calls_without_result_are_survived() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT], capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "#000000\n", "")


def test_the_lock_gives_every_python_a_version_that_it_survives() -> None:
    for package in ("pyside6-essentials", "shiboken6"):
        lines = re.findall(rf"^{package}==(\d+)\.(\d+)\S* ; (.+) \\$", LOCK.read_text(), re.M)
        for python in ("3.11.0", "3.11.15", "3.12.0", "3.13.0", "3.14.0"):
            release = {"python_full_version": python, "python_version": python[:4]}
            chosen = [
                (int(major), int(minor))
                for major, minor, marker in lines
                if Marker(marker).evaluate(release)
            ]
            assert len(chosen) == 1, (package, python, chosen)
            assert chosen[0] >= (6, 10), (package, python, chosen)
            assert chosen[0] < (6, 12) or not python.startswith("3.11"), (package, python, chosen)


def test_the_locks_name_no_host() -> None:
    for lock in (LOCK, LOCK.with_name("requirements-dev.lock")):
        assert not re.search(r"\w://|--(extra-)?index|--find-links", lock.read_text())
