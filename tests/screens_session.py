"""Pictures of the session page: every phase and every question, in all sizes and both themes.

`python -m tests.screens_session DIR [NAME-PART]` writes them; tests.screens takes them as well.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.keys.table import Action
from glutetimer.core.notice import Notice
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import Command
from glutetimer.core.settings import FirstWait, Settings
from glutetimer.core.theme import Theme
from glutetimer.files.library import Library
from glutetimer.ui.session.hurt_dialog import HurtAnswer, HurtDialog
from glutetimer.ui.style import application
from tests.ui.session.stage import TICK_S, Stage

SIZES = {
    "910x512": (910, 512),
    "1280x800": (1280, 800),
    "1920x1080": (1920, 1080),
    "3840x2160": (3840, 2160),
}

FURTHER_SIZES = {
    "narrow": (480, 800),
    "square": (820, 800),
    "least": (360, 480),
    "portrait": (720, 1280),
}
"""For the scenes that show whether the parts find their places."""

TAPS = Settings(tap_anywhere=True)

BALL = "stability-ball-hip-thrust"

THEMES = (Theme.LIGHT, Theme.DARK)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name and how to get there."""

    name: str
    play: Callable[[Stage], None]
    is_in_all_sizes: bool = False


def _get_ready(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.GET_READY, 2.5)


def _pain_before(stage: Stage) -> None:
    _get_ready(stage)
    if stage.page.pain_before.line is not None:
        stage.page.pain_before.line.scale.type_digit(8)


def _lift(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=4)


def _top(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.SWITCH_SIDES, 1.0)
    stage.until(StepKind.TOP, 0.5, turn=3)


def _lower(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.CHANGE_POSITION)
    stage.until(StepKind.LOWER, 1.0, turn=10)


def _pause_of_a_rep(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.PAUSE, 0.25, turn=2)


def _hold(stage: Stage) -> None:
    stage.start("hip-thrust-variations")
    stage.until(StepKind.HOLD, 6.0)


def _rest(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.REST, 11.0)


def _switch(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.SWITCH_SIDES, 1.5)


def _change(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.CHANGE_POSITION, 3.0)


def _tap(stage: Stage) -> None:
    stage.start("first-session", TAPS)
    stage.until(StepKind.LIFT, 1.0, turn=4)


def _tap_paused(stage: Stage) -> None:
    _tap(stage)
    stage.press(Action.PAUSE)


def _tap_open_ended(stage: Stage) -> None:
    _open_ended(stage, TAPS)


def _open_ended(stage: Stage, settings: Settings | None = None) -> None:
    stage.start("ten-glute-exercises", settings)
    while stage.step.kind is not StepKind.OPEN_REPS:
        stage.page.driver.do(Command.NEXT)
    for _ in range(100):
        stage.tick()


def _steps(stage: Stage) -> None:
    stage.start("under-active-glutes")
    stage.until(StepKind.LIFT, 0.5, turn=2)


def _steps_follow(stage: Stage) -> None:
    stage.start("under-active-glutes")
    stage.until(StepKind.LOWER, 0.5, turn=7)


def _squat(stage: Stage) -> None:
    stage.start("band-activation")
    stage.until(StepKind.LIFT, 0.5, turn=3)


def _desk(stage: Stage) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD, 1.0)


def _ball(stage: Stage) -> None:
    stage.start("ten-glute-exercises")
    while stage.coach.timeline.entries[stage.step.entry].exercise.id != BALL:
        stage.page.driver.do(Command.NEXT)
    stage.until(StepKind.LIFT, 0.5, turn=2)


def _paused(stage: Stage) -> None:
    _lift(stage)
    stage.press(Action.PAUSE)


def _gap(stage: Stage) -> None:
    _hold(stage)
    stage.tick(131.0)


def _hurt(stage: Stage) -> None:
    _lift(stage)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    if isinstance(panel, HurtDialog):
        panel.scale.set_value(4)


def _hurt_much(stage: Stage) -> None:
    _hurt(stage)
    panel = stage.page.questions.panel
    if isinstance(panel, HurtDialog):
        panel.scale.type_digit(7)


def _hurt_leg(stage: Stage) -> None:
    _hurt(stage)
    panel = stage.page.questions.panel
    if isinstance(panel, HurtDialog):
        next(chip for chip in panel.places if chip.text() == "Leg").click()


def _hurt_in_rest(stage: Stage) -> None:
    stage.start("first-session")
    stage.until_true(lambda: stage.coach.session.current_set.index == 4)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    if isinstance(panel, HurtDialog):
        panel._which.button(1).click()


def _wait_for_key(stage: Stage) -> None:
    stage.start("first-session", Settings(first_wait=FirstWait.KEY))
    stage.tick(2.0)


def _hurt_without_easier(stage: Stage) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD, 1.0)
    stage.press(Action.HURT)


def _stop(stage: Stage) -> None:
    _lift(stage)
    stage.press(Action.STOP)


def _keys(stage: Stage) -> None:
    _lift(stage)
    stage.press(Action.KEYS)


def _end(stage: Stage) -> None:
    _end_with(stage, 3, 2)


def _end_with(stage: Stage, before: int | None, after: int | None) -> None:
    """A whole first session, one set skipped; the week has two sessions before it."""
    stage.week_before = 2
    coach = stage.start("first-session")
    coach.note_pain_before(before)
    stage.until(StepKind.LIFT, 1.0, turn=12)
    stage.page.driver.do(Command.NEXT)
    while stage.page.end_page is None:
        stage.tick(1.0 if coach.session.current_set.index else TICK_S)
    answers = ((stage.page.end_page.pain, after), (stage.page.end_page.effort, 5))
    for scale, number in answers:
        if after is not None:
            scale.set_value(number)
            scale.value_changed.emit()
    QTest.qWait(1000)  # until the last ring is filled


def _end_unanswered(stage: Stage) -> None:
    _end_with(stage, None, None)


def _end_much_pain(stage: Stage) -> None:
    _end_with(stage, 6, 8)


def _end_leg(stage: Stage) -> None:
    """It hurt down the leg in the second set, which was the end of it."""
    stage.start("first-session").note_pain_before(4)
    stage.until(StepKind.REST)
    stage.until(StepKind.LIFT, 0.5, turn=3)
    stage.press(Action.HURT)
    panel = stage.page.questions.panel
    if isinstance(panel, HurtDialog):
        next(chip for chip in panel.places if chip.text() == "Leg").click()
        panel.scale.type_digit(5)
        panel.buttons[HurtAnswer.STOP].click()


def _end_substitutes(stage: Stage) -> None:
    """Something easier for two exercises."""
    stage.week_before = 4
    stage.start("daily-glute-strength").note_pain_before(2)
    for name in ("Side-lying", "Single-leg"):
        while name not in stage.page.view.name.text():
            if stage.coach.session.can(Command.FINISH_SET):
                for _ in range(60):
                    stage.tick(1.0)
            stage.page.driver.do(Command.NEXT)
        stage.until(StepKind.LIFT, 1.0)
        stage.press(Action.HURT)
        panel = stage.page.questions.panel
        if isinstance(panel, HurtDialog):
            panel.scale.type_digit(4)
            panel.buttons[HurtAnswer.EASIER].click()
        stage.page.driver.do(Command.RESUME)
    for _ in range(200):
        stage.tick(1.0)
    stage.page.driver.do(Command.STOP)
    if stage.page.end_page is not None:
        stage.page.end_page.pain.type_digit(2)


def _end_nothing(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT)
    stage.page.driver.do(Command.STOP)


def _end_stopped(stage: Stage) -> None:
    stage.start("ten-glute-exercises")
    stage.until(StepKind.LIFT, 1.0, turn=14)
    stage.page.driver.do(Command.STOP)


def _end_trouble(stage: Stage) -> None:
    stage.history.is_full = True
    _end(stage)


def _no_voice(stage: Stage) -> None:
    stage.player.notices.append(
        Notice("There is no voice on this computer", "Tones take its place; see Settings, Voice")
    )
    _lift(stage)


def _large_digits(stage: Stage) -> None:
    stage.start("first-session", Settings(digit_size=150))
    stage.until(StepKind.REST, 11.0)


SCENES = (
    Scene("get-ready", _get_ready, is_in_all_sizes=True),
    Scene("pain-before", _pain_before, is_in_all_sizes=True),
    Scene("lift", _lift),
    Scene("top", _top, is_in_all_sizes=True),
    Scene("lower", _lower),
    Scene("rep-pause", _pause_of_a_rep),
    Scene("hold", _hold),
    Scene("rest", _rest),
    Scene("switch-sides", _switch),
    Scene("change-position", _change),
    Scene("open-ended", _open_ended),
    Scene("tap", _tap, is_in_all_sizes=True),
    Scene("tap-paused", _tap_paused),
    Scene("tap-open-ended", _tap_open_ended, is_in_all_sizes=True),
    Scene("steps", _steps),
    Scene("steps-follow", _steps_follow),
    Scene("squat", _squat),
    Scene("desk", _desk),
    Scene("ball", _ball),
    Scene("paused", _paused),
    Scene("gap", _gap),
    Scene("hurt", _hurt, is_in_all_sizes=True),
    Scene("hurt-much", _hurt_much, is_in_all_sizes=True),
    Scene("hurt-leg", _hurt_leg, is_in_all_sizes=True),
    Scene("hurt-in-rest", _hurt_in_rest, is_in_all_sizes=True),
    Scene("wait-for-key", _wait_for_key),
    Scene("hurt-no-easier", _hurt_without_easier),
    Scene("stop", _stop),
    Scene("keys", _keys, is_in_all_sizes=True),
    Scene("end", _end, is_in_all_sizes=True),
    Scene("end-unanswered", _end_unanswered),
    Scene("end-much-pain", _end_much_pain),
    Scene("end-leg", _end_leg),
    Scene("end-substitutes", _end_substitutes),
    Scene("end-nothing", _end_nothing),
    Scene("end-stopped", _end_stopped),
    Scene("end-trouble", _end_trouble),
    Scene("no-voice", _no_voice, is_in_all_sizes=True),
    Scene("large-digits", _large_digits),
)


def pictures(app: QApplication, folder: Path, only: str = "") -> Iterator[Path]:
    """Write all pictures whose names contain `only`; yields the files."""
    for colors in THEMES:
        application.apply_theme(app, colors)
        for size_name, size in (SIZES | FURTHER_SIZES).items():
            for scene in SCENES:
                if size_name in FURTHER_SIZES and not scene.is_in_all_sizes:
                    continue
                path = folder / f"session-{scene.name}-{size_name}-{colors.value}.png"
                if only in path.name:
                    shoot(scene, size, path)
                    yield path


def shoot(scene: Scene, size: tuple[int, int], path: Path) -> None:
    """Play a scene and write its picture."""
    with tempfile.TemporaryDirectory() as home:
        library = Library(
            resources.assets_dir() / "exercises",
            resources.routines_dir(),
            Path(home),
            Path(home) / "listings",
        )
        stage = Stage(library, size)
        scene.play(stage)
        QCoreApplication.processEvents()
        stage.page.grab().save(str(path))
        stage.close()


def main() -> None:
    """Write the pictures into the folder that is named first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    fonts = sorted((resources.assets_dir() / "fonts").glob("*.otf"))
    application.load_fonts(tuple(str(path) for path in fonts))
    application.find_icons(str(resources.assets_dir() / "icons"))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in pictures(app, folder, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(path.name)


if __name__ == "__main__":
    main()
