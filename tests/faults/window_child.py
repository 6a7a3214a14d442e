"""The real window in which a script plays a session, on a clock of its own; says what it shows."""

from PySide6.QtCore import QTimer, Slot

from glutetimer import app, window
from glutetimer.app import build_services, close_services
from glutetimer.core.ports.services import Services
from glutetimer.core.session.events import Ended, Event, SetEnded
from glutetimer.core.theme import Theme
from glutetimer.folders import folders
from glutetimer.terminal.view import set_line
from glutetimer.ui.session.hurt_dialog import HurtAnswer, HurtDialog
from glutetimer.ui.session.page import SessionPage
from glutetimer.ui.window.main_window import MainWindow
from tests.fakes import FakeClock

LATEST = 400
"""After so many steps on the end page the person leaves, saved or not."""


def say(text: str) -> None:
    print(text, flush=True)


class ScriptedWindow(MainWindow):
    """Begins a session once it is shown, and takes a step with every turn of the event loop."""

    def __init__(self, services: Services, theme: Theme | None = None) -> None:
        super().__init__(services, theme)
        self._sets = self._at_end = 0
        self._has_hurt = self._is_saved = False
        self._script = QTimer(self)
        self._script.setInterval(1)
        self._script.timeout.connect(self.step)
        self.closing.connect(self._script.stop)
        self._script.start()

    @Slot()
    def step(self) -> None:
        page = self.host.page
        if self.menus is None:
            return  # the list of routines is not there yet
        if page is None:
            self._begin()
        elif self._is_saved:
            self._script.stop()
            self.close()
        elif page.end_page is not None:
            self._answer(page)
        else:
            self._go_on(page)

    def _begin(self) -> None:
        self.host.start("quick")
        page = self.host.page
        assert page is not None
        page.driver.happened.connect(self.tell)
        say("begun")

    def _go_on(self, page: SessionPage) -> None:
        panel = page.questions.panel
        if isinstance(panel, HurtDialog):
            panel.words.setText("hip")
            panel.scale.set_value(4)
            panel.answered.emit(HurtAnswer.SKIP_SET)
            say("hurt answered")
        elif self._sets == 1 and not self._has_hurt:
            self._has_hurt = True
            page.questions.ask_hurt()
            say("hurt asked")
        else:
            CLOCK.advance(0.5)
            page.driver.tick()

    def _answer(self, page: SessionPage) -> None:
        shown = page.end_page
        assert shown is not None
        CLOCK.advance(0.01)
        page.driver.tick()
        self._at_end += 1
        if self._at_end == 1:
            shown.pain.set_value(3)
            shown.effort.set_value(6)
            shown.note.setPlainText("fine")
            say("answered")
        elif self._at_end == 10:
            shown.save_button.click()
        elif self._at_end == LATEST:
            shown.leave_button.click()
        if page.end_page is None:
            self._is_saved = True
            say("saved" if self._at_end < LATEST else "left")
        elif self._at_end == LATEST - 1:
            say(f"unkept: {shown.trouble.text()}")

    @Slot(object)
    def tell(self, event: Event) -> None:
        if isinstance(event, SetEnded):
            self._sets += 1
            say(f"{self._sets}:00  {set_line(event.result)}")
        elif isinstance(event, Ended):
            say("end page")


def nothing(services: Services) -> None:
    """Leave out what can wait."""


CLOCK = FakeClock()

if __name__ == "__main__":
    services = build_services(None, clock=CLOCK, is_silent=True)
    setattr(window, "MainWindow", ScriptedWindow)  # noqa: B010 - it is no name for others
    try:
        status = window.run(folders(), services, app.font_files(), app.icon_folder(), nothing)
    finally:
        close_services(services)
    raise SystemExit(status)
