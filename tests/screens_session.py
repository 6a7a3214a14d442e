"""Pictures of the session page: every phase and every question, in all sizes and both themes.

`python -m tests.screens_session DIR [NAME-PART]` writes them; tests.screens takes them as well.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from glutetimer import resources
from glutetimer.core.coach import Coach
from glutetimer.core.errors import Trouble
from glutetimer.core.ports import Notice, Services
from glutetimer.core.session import Command
from glutetimer.core.settings import Settings, Theme
from glutetimer.core.timeline import StepKind
from glutetimer.files.library import Library
from glutetimer.ui import theme
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.session.keys import Action
from glutetimer.ui.session.page import SessionPage
from tests.core.fakes import FakeHistory, FakePlayer
from tests.fakes import FakeClock
from tests.ui.fakes import FakeSettingsStore

SIZES = {
    "1280x800": (1280, 800),
    "1920x1080": (1920, 1080),
    "1024x600": (1024, 600),
    "narrow": (480, 800),
    "3840x2160": (3840, 2160),
    "square": (820, 800),
    "least": (360, 480),
    "portrait": (720, 1280),
}

THEMES = (Theme.LIGHT, Theme.DARK)

_TICK_S = 0.25
_MOST_TICKS = 20_000


class Stage:
    """A session page with a clock that we move."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.clock = FakeClock()
        self.history = FakeHistory()
        self.player = FakePlayer()
        self.library = Library(
            resources.assets_dir() / "exercises",
            resources.routines_dir(),
            folder,
            folder / "listings",
        )
        services = Services(
            clock=self.clock,
            library=self.library,
            history=self.history,
            settings_store=FakeSettingsStore(),
            make_player=self._make_player,
            data_dir=str(folder),
        )
        self.page = SessionPage(services, self.player)
        self.page.resize(*size)
        self.coach: Coach | None = None

    def start(self, routine: str, settings: Settings | None = None) -> Coach:
        """Begin a routine that comes with the program."""
        settings = settings or Settings()
        self.coach = Coach(
            self.library.routine(routine), settings, self.clock, self.history, self.player
        )
        self.page.show()
        self.page.start(self.coach, settings)
        return self.coach

    def until(self, kind: StepKind, into_s: float = 0.5, turn: int = 1) -> None:
        """Let time pass until the so-manieth step of a kind, and a little into it."""
        if self.coach is None:
            raise ValueError("start first")
        seen, before = 0, -1
        for _ in range(_MOST_TICKS):
            place = self.coach.session.place
            step = self.coach.session.timeline.steps[place.step]
            if place.step != before and step.kind is kind:
                seen += 1
            before = place.step
            if seen >= turn and step.kind is kind and place.elapsed_s >= into_s:
                return
            self.tick()
        raise ValueError(f"there is no step {kind}")

    def tick(self, seconds: float = _TICK_S) -> None:
        """Let time pass."""
        self.clock.advance(seconds)
        self.page.driver.tick()

    def press(self, action: Action) -> None:
        """Do what a key does."""
        self.page.view.actions_table.by_action[action].trigger()

    def close(self) -> None:
        """Leave nothing behind."""
        self.page.close()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _make_player(self) -> FakePlayer:
        return self.player


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name and how to get there."""

    name: str
    play: Callable[[Stage], None]


def _get_ready(stage: Stage) -> None:
    stage.start("first-session")
    stage.until(StepKind.GET_READY, 2.5)


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


def _open_ended(stage: Stage) -> None:
    stage.start("ten-glute-exercises")
    coach = stage.coach
    while coach is not None:
        step = coach.session.timeline.steps[coach.session.place.step]
        if step.kind is StepKind.OPEN_REPS:
            break
        stage.page.driver.do(Command.NEXT)
    for _ in range(100):
        stage.tick()


def _steps(stage: Stage) -> None:
    stage.start("under-active-glutes")
    stage.until(StepKind.LIFT, 0.5, turn=2)


def _steps_follow(stage: Stage) -> None:
    stage.start("band-activation")
    for _ in range(4):
        stage.page.driver.do(Command.NEXT)
    stage.until(StepKind.LOWER, 0.5, turn=1)


def _squat(stage: Stage) -> None:
    stage.start("band-activation")
    stage.until(StepKind.LIFT, 0.5, turn=3)


def _desk(stage: Stage) -> None:
    stage.start("desk-squeeze")
    stage.until(StepKind.HOLD, 1.0)


def _ball(stage: Stage) -> None:
    stage.start("ten-glute-exercises")
    coach = stage.coach
    while coach is not None:
        entry = coach.session.timeline.entry_of(coach.session.current_set)
        if entry.exercise.id == "stability-ball-hip-thrust":
            break
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
    coach = stage.start("first-session")
    stage.until(StepKind.LIFT, 1.0, turn=12)
    stage.page.driver.do(Command.NEXT)
    while stage.page.end_page is None:
        stage.tick(1.0 if coach.session.current_set.index else _TICK_S)
    for scale, number in ((stage.page.end_page.pain, 3), (stage.page.end_page.effort, 5)):
        scale.set_value(number)
        scale.value_changed.emit()


def _end_stopped(stage: Stage) -> None:
    stage.start("ten-glute-exercises")
    stage.until(StepKind.LIFT, 1.0, turn=14)
    stage.page.driver.do(Command.STOP)


def _end_trouble(stage: Stage) -> None:
    _end(stage)
    if stage.page.end_page is not None:
        stage.page.end_page.show_trouble(
            Trouble("The disk is full", "history.sqlite3", "Make room and save again")
        )


def _no_voice(stage: Stage) -> None:
    stage.player.notices.append(
        Notice("There is no voice on this computer", "Tones take its place; see Settings, Voice")
    )
    _lift(stage)


def _large_digits(stage: Stage) -> None:
    stage.start("first-session", Settings(digit_size=150))
    stage.until(StepKind.REST, 11.0)


SCENES = (
    Scene("get-ready", _get_ready),
    Scene("lift", _lift),
    Scene("top", _top),
    Scene("lower", _lower),
    Scene("rep-pause", _pause_of_a_rep),
    Scene("hold", _hold),
    Scene("rest", _rest),
    Scene("switch-sides", _switch),
    Scene("change-position", _change),
    Scene("open-ended", _open_ended),
    Scene("steps", _steps),
    Scene("steps-follow", _steps_follow),
    Scene("squat", _squat),
    Scene("desk", _desk),
    Scene("ball", _ball),
    Scene("paused", _paused),
    Scene("gap", _gap),
    Scene("hurt", _hurt),
    Scene("hurt-no-easier", _hurt_without_easier),
    Scene("stop", _stop),
    Scene("keys", _keys),
    Scene("end", _end),
    Scene("end-stopped", _end_stopped),
    Scene("end-trouble", _end_trouble),
    Scene("no-voice", _no_voice),
    Scene("large-digits", _large_digits),
)


def pictures(app: QApplication, folder: Path, only: str = "") -> Iterator[Path]:
    """Write all pictures whose names contain `only`; yields the files."""
    for colors in THEMES:
        theme.apply_theme(app, colors)
        for size_name, size in SIZES.items():
            for scene in SCENES:
                path = folder / f"session-{scene.name}-{size_name}-{colors.value}.png"
                if only not in path.name:
                    continue
                with tempfile.TemporaryDirectory() as home:
                    stage = Stage(Path(home), size)
                    scene.play(stage)
                    QCoreApplication.processEvents()
                    stage.page.grab().save(str(path))
                    stage.close()
                yield path


def main() -> None:
    """Write the pictures into the folder that is named first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    fonts = sorted((resources.assets_dir() / "fonts").glob("*.otf"))
    theme.load_fonts(tuple(str(path) for path in fonts))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in pictures(app, folder, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(path.name)


if __name__ == "__main__":
    main()
