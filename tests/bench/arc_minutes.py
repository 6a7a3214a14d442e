"""How large what is read from the mat is, three metres away, on a 14-inch screen that is filled.

python -m tests.bench.arc_minutes

Arc minutes of the height of capitals (of digits, which are as high), the least of a whole session,
at four sizes of the window in logical pixels. A person with normal sight tells letters of 5 apart;
16 is comfortable.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from glutetimer import app as composition
from glutetimer.ui.style.application import find_icons, load_fonts
from tests.built_in import library
from tests.ui.session.reading import seen
from tests.ui.session.stage import Stage

SIZES = ((853, 533), (1280, 800), (1920, 1080), (3840, 2160))
ROUTINE = "ten-glute-exercises"


def least(size: tuple[int, int]) -> dict[str, float]:
    """The smallest arc minutes of each part in a session."""
    stage = Stage(library(), size)
    stage.start(ROUTINE)
    found: dict[str, float] = {}
    while stage.coach.session.place.state.value != "ended":
        for name, minutes in seen(stage.page.view).items():
            found[name] = min(minutes, found.get(name, minutes))
        if stage.step.duration_s is None:
            stage.page._finish_set()
        stage.tick(2.0)
    return found


def main() -> None:
    """Print a row for each part."""
    app = QApplication(sys.argv[:1])
    load_fonts(composition.font_files())
    find_icons(composition.icon_folder())
    columns = [least(size) for size in SIZES]
    print(f"{'':10}" + "".join(f"{w:>7}x{h:<5}" for w, h in SIZES))
    for name in columns[0]:
        print(f"{name:10}" + "".join(f"{column.get(name, 0.0):10.1f}   " for column in columns))
    app.quit()


if __name__ == "__main__":
    main()
