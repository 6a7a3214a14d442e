"""Shows the session on the desktop, and does what its media keys and headset buttons ask."""

from PySide6.QtCore import QObject, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from glutetimer.core.exercise import Exercise
from glutetimer.core.ports.remote import RemoteControl, RemoteWish
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended, Event
from glutetimer.core.session.tracks import remote_status, wished_command
from glutetimer.ui.figure.stills import draw_still
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.questions import SessionQuestions
from glutetimer.ui.style import theme

PICTURE_PX = 320
PICTURE_MS = 600
"""So long after an exercise began its picture is made: the page is seen and moves by then."""

_MARGIN_PX = 20


class SessionRemote(QObject):
    """Follows the events of every session; what the desktop asks comes as a signal.

    While a question is open its answer decides, and no button in a pocket.
    """

    wished = Signal(object)  # Qt would make a plain text of a RemoteWish
    """The RemoteWish of the desktop, from a thread of its own."""

    def __init__(
        self, driver: SessionDriver, questions: SessionQuestions, remote: RemoteControl
    ) -> None:
        super().__init__(driver)
        self._driver = driver
        self._questions = questions
        self._remote = remote
        self._is_on = False
        self._pictures: dict[str, tuple[Exercise, str]] = {}
        self._painter = QTimer(self)
        self._painter.setSingleShot(True)
        self._painter.setInterval(PICTURE_MS)
        self._painter.timeout.connect(self.make_picture)
        driver.happened.connect(self._follow)
        self.wished.connect(self._do)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        coach = self._driver.coach
        if coach is None:
            return
        if isinstance(event, Ended):
            self._is_on = False
            self._painter.stop()
            self._pictures.clear()
            self._remote.end()
            return
        if not self._is_on:
            self._is_on = True
            self._remote.begin(self.wished.emit)
        self._show(coach)
        if self._known_picture(_exercise(coach)) is None:
            self._painter.start()

    @Slot(object)
    def _do(self, wish: RemoteWish) -> None:
        coach = self._driver.coach
        if coach is None or (self._questions.panel and not self._questions.is_showing_keys):
            return
        command = wished_command(wish, coach.session)
        if command is not None:
            self._driver.do(command)

    @Slot()
    def make_picture(self) -> None:
        """Make the picture of the exercise that is done now, and show it.

        It takes some 50 ms: once for every exercise of a session, when the page has been painted.
        """
        coach = self._driver.coach
        if coach is None or not self._is_on:
            return
        exercise = _exercise(coach)
        path = self._remote.picture_path(exercise.id)
        is_made = bool(path) and _picture(exercise).save(path)
        self._pictures[exercise.id] = (exercise, path if is_made else "")
        if is_made:
            self._show(coach)

    def _show(self, coach: Coach) -> None:
        picture = self._known_picture(_exercise(coach)) or ""
        self._remote.show(remote_status(coach.timeline, coach.place, picture))

    def _known_picture(self, exercise: Exercise) -> str | None:
        """The path of its picture, "" if there can be none; None if it is not made yet."""
        known = self._pictures.get(exercise.id)
        return known[1] if known is not None and known[0] is exercise else None


def _exercise(coach: Coach) -> Exercise:
    timeline = coach.timeline
    return timeline.entry_at(timeline.steps[coach.session.place.step]).exercise


def _picture(exercise: Exercise) -> QImage:
    picture = QImage(PICTURE_PX, PICTURE_PX, QImage.Format.Format_RGB32)
    colors = theme.current()
    picture.fill(QColor(colors.card))
    painter = QPainter(picture)
    box = QRectF(picture.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
    draw_still(painter, exercise, box, colors)
    painter.end()
    return picture
