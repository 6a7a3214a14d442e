"""What has to be read from the mat can be, on a 14-inch laptop that the session fills."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from glutetimer.app import font_files
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.theme import Theme
from glutetimer.ui.session.keys import BUTTONS
from glutetimer.ui.style.application import apply_theme, load_fonts
from tests.built_in import library
from tests.ui.session.reading import seen
from tests.ui.session.stage import Stage

Open = Callable[[tuple[int, int]], Stage]

LEAST = {
    **dict.fromkeys(("phase", "side", "exercise", "number"), 16.0),
    **dict.fromkeys(("cue", "set", "next"), 10.0),
    "it hurts": 8.0,
}

LONG_NAMES = 14.5
"""Of two exercises the names are so long that the row in the band is a little smaller."""


@pytest.fixture
def open_stage(qapp: QApplication) -> Iterator[Open]:
    made: list[Stage] = []

    def start(size: tuple[int, int]) -> Stage:
        apply_theme(qapp, Theme.LIGHT)
        load_fonts(font_files())
        made.append(Stage(library(), size))
        return made[-1]

    yield start
    for stage in made:
        stage.close()


@pytest.mark.parametrize("routine", ["first-session", "ten-glute-exercises"])
def test_on_a_full_laptop_everything_is_large_enough(open_stage: Open, routine: str) -> None:
    stage = open_stage((1920, 1080))
    stage.start(routine)
    view, known = stage.page.view, set()
    too_small: dict[str, float] = {}
    for _ in range(20_000):
        place = stage.coach.session.place
        if place.state.value == "ended":
            break
        if (place.step, place.elapsed_s > 8.0) not in known:
            known.add((place.step, place.elapsed_s > 8.0))
            for name, minutes in seen(view).items():
                is_long = name == "exercise" and len(view.name.text()) > 26
                least = LONG_NAMES if is_long else LEAST[name] * 0.975  # sizes are whole pixels
                if minutes < least and view.next_up.isVisible():
                    too_small[f"{name}: {_text(stage, name)}"] = round(minutes, 1)
        if stage.step.duration_s is None:
            stage.page._finish_set()
        stage.tick(1.0)
    assert too_small == {}


def _text(stage: Stage, name: str) -> str:
    view = stage.page.view
    labels = {"cue": view.cue, "set": view.place, "next": view.next_up, "exercise": view.name}
    return labels[name].text() if name in labels else view.band.text()


@pytest.mark.parametrize("size", [(910, 512), (853, 533)])
def test_on_a_small_laptop_every_button_is_there(open_stage: Open, size: tuple[int, int]) -> None:
    stage = open_stage(size)
    stage.start("first-session")
    stage.until(StepKind.LIFT)
    view = stage.page.view
    room = view.rect()
    for key in BUTTONS:
        button = view.controls.button(key.action)
        assert button.isVisible()
        corner = button.mapTo(view, button.rect().topLeft())
        assert room.contains(button.rect().translated(corner)), key.action
        assert button.height() >= 40
    assert view.controls.button(Action.HURT).width() > 100
