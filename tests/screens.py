"""Pictures of every screen, in all sizes and both themes.

`python -m tests.screens DIR [NAME-PART [TEXT-PERCENT]]` writes them as PNG, and into DIR/exercises
one page per exercise with six moments of its movement; nothing of the person's is read.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from glutetimer import resources
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionReview
from glutetimer.core.notice import Notice
from glutetimer.core.ports.history import OfferedBackup
from glutetimer.core.ports.player import Voice
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.core.theme import Theme
from glutetimer.files.library import Library
from glutetimer.ui.exercises.page import ExercisesPage
from glutetimer.ui.routines.exercise_card import ExerciseCard
from glutetimer.ui.settings.dialog import PAGES, SettingsDialog
from glutetimer.ui.sharing.sound_file_dialog import RenderDialog, SoundFileChooser
from glutetimer.ui.style.application import find_icons, load_fonts
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.fakes import FakeLibrary, FakeShelf, World
from tests.ui.samples import BROKEN, FIRST_SESSION, RTL, STRANGE, records, session

SIZES = {
    "910x512": (910, 512),
    "1280x800": (1280, 800),
    "1920x1080": (1920, 1080),
    "3840x2160": (3840, 2160),
}
THEMES = (Theme.LIGHT, Theme.DARK)
VOICES = [
    Voice("natural/heart", "Heart", "en-us", has_pitch=False, is_natural=True),
    Voice("piper/de", "Thorsten (medium)", "de-de", has_pitch=False, is_natural=True),
    Voice("gmw/de", "German", "de"),
    Voice("gmw/en", "English (Great Britain)", "en-gb"),
    Voice("samantha", "Samantha", "en-us"),
]


class Stage:
    """A window over fakes; the routines are those that come with the program."""

    def __init__(self, folder: Path, size: tuple[int, int], theme: Theme) -> None:
        real = Library(
            resources.assets_dir() / "exercises",
            resources.routines_dir(),
            folder,
            folder / "listings",
        )
        routines = [real.routine(listing.id) for listing in real.listings(Settings())]
        self.world = World(FakeLibrary(routines), shelf=FakeShelf(library=real))
        percent = int(sys.argv[3]) if len(sys.argv) > 3 else 100
        self.world.store.settings = Settings(safety_read=True, theme=theme, text_size=percent)
        self.world.player.known_voices = VOICES
        self._size = size
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """The window, opened when it is first asked for."""
        if self._window is None:
            self._window = MainWindow(self.world.services())
            self._window.resize(*self._size)
            self._window.show()
            settle()
        return self._window

    def choose(self, routine_id: str) -> None:
        """Choose a routine in the list, and look into it."""
        page = self.window.home.routines
        model = page.home.model
        page.home.list.setCurrentIndex(model.index(model.row_of(routine_id)))
        page.open_chosen()
        settle()

    def settings(self, page: str) -> SettingsDialog:
        """Open a page of the settings by its name."""
        self.window.open_settings()
        dialog = self.window.findChild(SettingsDialog)
        assert dialog is not None
        dialog.open_page(PAGES.index(page))
        settle()
        return dialog

    def fill_history(self, count: int = 40) -> None:
        """Put sessions into the history, the last one yesterday."""
        names = list(self.world.library.by_id.values())
        ends = (SessionEnd.FINISHED,) * 4 + (SessionEnd.STOPPED, SessionEnd.INTERRUPTED)
        for number in range(1, count + 1):
            at = self.world.ago(1 + (number - 1) * 2.03)
            note = "Felt strong today. The left side tires first, so it begins." * (number == 1)
            review = SessionReview(number % 4, 4 + number % 3, note)
            routine, end = names[number % len(names)], ends[number % len(ends)]
            self.world.history.add(session(number, at, routine, end, review), records(at, 10))

    def close(self) -> None:
        """Leave nothing behind."""
        for widget in QApplication.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name and how to get there."""

    name: str
    play: Callable[[Stage], object]


def settle() -> None:
    """Let the window paint, and do what it does after that."""
    for _ in range(5):
        QCoreApplication.processEvents()


def _routines(stage: Stage) -> None:
    stage.world.history.add(session(1, stage.world.ago(1)))
    settle_window(stage)


def settle_window(stage: Stage) -> MainWindow:
    return stage.window


def _how_to(stage: Stage) -> None:
    stage.choose("ten-glute-exercises")
    card = stage.window.findChild(ExerciseCard)
    assert card is not None
    card._toggle.click()
    settle()


def _mistakes(stage: Stage) -> None:
    stage.world.library.broken.append(BROKEN)
    stage.choose(BROKEN.id)


def _strange(stage: Stage) -> None:
    stage.world.library.by_id |= {STRANGE.id: STRANGE, RTL.id: RTL}
    stage.choose(STRANGE.id)


def _rtl(stage: Stage) -> None:
    stage.world.library.by_id |= {STRANGE.id: STRANGE, RTL.id: RTL}
    stage.choose(RTL.id)


def _no_minutes(stage: Stage) -> None:
    zero = ExerciseSettings(lift_s=0.0, top_s=0.0, lower_s=0.0, pause_s=0.0)
    dialog_settings = replace(
        stage.world.store.settings, exercises=MappingProxyType({"glute-bridge": zero})
    )
    stage.choose("first-session")
    stage.window.preferences._loaded = dialog_settings
    stage.window.home.routines.details.refresh()
    settle()


def _notice(stage: Stage) -> None:
    stage.world.notices = (
        Notice("The settings file could not be read.", "It was kept as settings.toml.broken."),
        Notice("Another one."),
    )
    settle_window(stage)


def _safety(stage: Stage) -> None:
    stage.world.store.settings = replace(stage.world.store.settings, safety_read=False)
    settle_window(stage)


def _backup(stage: Stage) -> None:
    stage.world.offered_backup = OfferedBackup("history 2026-03-18.sqlite3", _nothing)
    settle_window(stage)


def _nothing() -> None:
    """A backup that is never taken."""


def _interrupted(stage: Stage) -> None:
    at = stage.world.ago(0.1)
    stage.world.history.add(session(1, at, FIRST_SESSION, None), records(at, 4))
    settle_window(stage)


def _empty_history(stage: Stage) -> None:
    stage.window.home.show_history()


def _history(stage: Stage) -> None:
    stage.fill_history()
    stage.window.home.show_history()
    assert stage.window.home.history is not None
    stage.window.home.history.show_sessions()


def _history_sets(stage: Stage) -> None:
    _history(stage)
    assert stage.window.home.history is not None
    history = stage.window.home.history.sessions
    settle()
    bar = history._details.verticalScrollBar()
    bar.setValue(bar.maximum())


def _history_undo(stage: Stage) -> None:
    _history(stage)
    assert stage.window.home.history is not None
    history = stage.window.home.history.sessions
    history._filters._period.setCurrentIndex(4)
    history.delete()


def _history_filtered(stage: Stage) -> None:
    _history(stage)
    assert stage.window.home.history is not None
    history = stage.window.home.history.sessions
    stage.world.clock.advance(86400 * 900)
    history._filters._period.setCurrentIndex(1)


def _exercise_page(stage: Stage) -> None:
    stage.world.clock.advance(1.2)
    stage.window.home.show_exercises()
    for _ in range(30):
        settle()


def _exercise_fault(stage: Stage) -> None:
    _exercise_page(stage)
    page = stage.window.findChild(ExercisesPage)
    assert page is not None
    page.choose("squat")
    settle()
    for button in page._details.findChildren(QPushButton):
        if button.property("fault"):
            button.click()
            break
    for _ in range(30):
        settle()


def _exercise_none(stage: Stage) -> None:
    _exercise_page(stage)
    page = stage.window.findChild(ExercisesPage)
    assert page is not None
    page._filters.position.setCurrentIndex(1)
    page._filters.muscle.setCurrentIndex(page._filters.muscle.count() - 1)
    page._filters.equipment.setCurrentIndex(page._filters.equipment.count() - 1)


def _timing(stage: Stage) -> None:
    dialog = stage.settings("Timing")
    dialog.timing.rows["top_s"].editor.show_setting(3.0)
    dialog.timing.rows["top_s"]._change()


def _exercises(stage: Stage) -> None:
    stage.settings("Exercises")


def _voice(stage: Stage) -> None:
    stage.settings("Voice")


def _screen(stage: Stage) -> None:
    stage.settings("Screen")


def _settings_keys(stage: Stage) -> None:
    stage.settings("Keys")


def _progress(stage: Stage) -> None:
    stage.settings("Progress")


def _settings_trouble(stage: Stage) -> None:
    dialog = stage.settings("Timing")
    for name in ("lift_s", "top_s", "lower_s", "pause_s"):
        dialog.timing.rows[name].editor.show_setting(0.0)
        dialog.timing.rows[name]._change()
    stage.world.store.trouble = Trouble(
        "The settings could not be saved", "settings.toml", "Make room on the disk"
    )
    dialog.accept()


def _about(stage: Stage) -> None:
    assert stage.window.menus is not None
    stage.window.menus.show_about()


def _keys(stage: Stage) -> None:
    assert stage.window.menus is not None
    stage.window.menus.show_keys()


def _sound_file(stage: Stage) -> RenderDialog:
    stage.choose("ten-glute-exercises")
    services, settings = stage.world.services(), stage.world.store.settings
    chooser = SoundFileChooser(services, settings, "ten-glute-exercises", stage.window)
    chooser.make("/music/ten-glute-exercises.mp3")
    chooser.deleteLater()
    dialog = stage.window.findChild(RenderDialog)
    assert dialog is not None
    settle()
    dialog.task.look()
    return dialog


def _sound_file_end(stage: Stage) -> None:
    dialog = _sound_file(stage)
    stage.world.renderer.may_go_on.set()
    dialog.task.wait()
    dialog.task.look()


def _sound_file_tones(stage: Stage) -> None:
    stage.world.renderer.lacking = 40
    stage.world.renderer.notices = (
        Notice("No speech engine could be started, so cues are tones", "Install espeak-ng"),
    )
    _sound_file_end(stage)


def _sound_file_trouble(stage: Stage) -> None:
    stage.world.renderer.trouble = Trouble(
        "The disk is full; no file was made",
        "/music/ten-glute-exercises.mp3",
        "Free some disk space, or choose another place",
    )
    _sound_file_end(stage)


SCENES = (
    Scene("routines", _routines),
    Scene("routines-how-to", _how_to),
    Scene("routines-mistakes", _mistakes),
    Scene("routines-strange", _strange),
    Scene("routines-rtl", _rtl),
    Scene("routines-trouble", _no_minutes),
    Scene("notice", _notice),
    Scene("safety", _safety),
    Scene("backup", _backup),
    Scene("interrupted", _interrupted),
    Scene("history-empty", _empty_history),
    Scene("history", _history),
    Scene("history-sets", _history_sets),
    Scene("history-undo", _history_undo),
    Scene("history-none-found", _history_filtered),
    Scene("exercises-page", _exercise_page),
    Scene("exercises-fault", _exercise_fault),
    Scene("exercises-none", _exercise_none),
    Scene("settings-timing", _timing),
    Scene("settings-exercises", _exercises),
    Scene("settings-voice", _voice),
    Scene("settings-screen", _screen),
    Scene("settings-keys", _settings_keys),
    Scene("settings-progress", _progress),
    Scene("settings-trouble", _settings_trouble),
    Scene("about", _about),
    Scene("keys", _keys),
    Scene("sound-file", _sound_file),
    Scene("sound-file-end", _sound_file_end),
    Scene("sound-file-tones", _sound_file_tones),
    Scene("sound-file-trouble", _sound_file_trouble),
)


def shoot(window: QWidget, path: Path) -> None:
    """Write a picture of a window, with the dialogs that stand over it."""
    settle()
    picture = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            _put_over(picture, dialog)
    picture.save(str(path))


def _put_over(picture: QPixmap, dialog: QDialog) -> None:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
    middle = picture.rect().center() - dialog.rect().center()
    painter.drawPixmap(QPoint(max(0, middle.x()), max(0, middle.y())), dialog.grab())
    painter.end()


def _scenes() -> Iterator[Scene]:
    # Late: they need what is here.
    from tests import (
        screens_advice,
        screens_check,
        screens_details,
        screens_dose,
        screens_editor,
        screens_files,
        screens_history,
        screens_plans,
        screens_reminders,
        screens_report,
        screens_today,
    )

    yield from SCENES
    yield from screens_advice.SCENES
    yield from screens_check.SCENES
    yield from screens_details.SCENES
    yield from screens_dose.SCENES
    yield from screens_editor.SCENES
    yield from screens_files.SCENES
    yield from screens_history.SCENES
    yield from screens_plans.SCENES
    yield from screens_report.SCENES
    yield from screens_reminders.SCENES
    yield from screens_today.SCENES


def pictures(folder: Path, only: str = "") -> Iterator[Path]:
    """Write all pictures whose names contain `only`; yields the files."""
    for theme in THEMES:
        for size_name, size in SIZES.items():
            for scene in _scenes():
                path = folder / f"{scene.name}-{size_name}-{theme.value}.png"
                if only not in path.name:
                    continue
                with tempfile.TemporaryDirectory() as home:
                    stage = Stage(Path(home), size, theme)
                    scene.play(stage)
                    shoot(stage.window, path)
                    stage.close()
                yield path


def main() -> None:
    """Write the pictures into the folder that is named first."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    fonts = sorted((resources.assets_dir() / "fonts").glob("*.otf"))
    load_fonts(tuple(str(path) for path in fonts))
    find_icons(str(resources.assets_dir() / "icons"))
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    for path in pictures(folder, only):
        print(path.name)
    from tests import screens_figure, screens_report, screens_session

    for path in screens_report.sheets(folder, only):
        print(path.name)
    for path in screens_session.pictures(app, folder, only):
        print(path.name)
    screens_figure.main(folder / "exercises", only)


if __name__ == "__main__":
    main()
