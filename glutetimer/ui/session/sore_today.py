"""A session before which the pain is above 5: it waits, and less of it is offered."""

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.history.special_routines import SQUEEZES
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command
from glutetimer.core.today import DayDose, Today
from glutetimer.ui.session.driver import SessionDriver
from glutetimer.ui.session.pain_before import PainBefore
from glutetimer.ui.session.questions import SessionQuestions
from glutetimer.ui.session.sore_panel import SoreAnswer, SorePanel
from glutetimer.ui.session.view import SessionView


class SoreToday(QObject):
    """Asks what is wanted with so much pain, and has it begun in place of the session."""

    instead_asked = Signal(str, object)
    """Another session is wanted in place of this one: the routine's id, and a Today."""

    def __init__(
        self,
        view: SessionView,
        driver: SessionDriver,
        questions: SessionQuestions,
        pain_before: PainBefore,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._driver = driver
        self._questions = questions
        self._level: int | None = None
        self._told: int | None = None
        pain_before.much_told.connect(self.ask)

    def take_told(self) -> int | None:
        """The pain that was told before the session that this one replaces; None if it is new."""
        told, self._told = self._told, None
        return told

    @Slot(int)
    def ask(self, level: int) -> None:
        """Pause before the first set, and ask."""
        coach = self._driver.coach
        if coach is None or self._questions.panel is not None:
            return
        self._level = level
        self._driver.hold()
        panel = SorePanel(level, offered_by(coach), self._view)
        panel.answered.connect(self._answer)
        panel.dismissed.connect(self._questions.close)
        self._questions.open_panel(panel)

    @Slot(SoreAnswer)
    def _answer(self, answer: SoreAnswer) -> None:
        self._questions.close()
        coach = self._driver.coach
        if coach is None:
            return
        match answer:
            case SoreAnswer.GENTLE:
                self._begin_instead(coach.timeline.routine.id, Today(DayDose.GENTLE))
            case SoreAnswer.SQUEEZES:
                self._begin_instead(SQUEEZES, Today())
            case SoreAnswer.NOT_TODAY:
                self._driver.do(Command.STOP)
            case SoreAnswer.AS_PLANNED:
                self._driver.do(Command.RESUME)

    def _begin_instead(self, routine_id: str, today: Today) -> None:
        """Nothing was done of this session; the pain that was told counts for the other."""
        self._told = self._level
        self._driver.do(Command.STOP)
        self.instead_asked.emit(routine_id, today)


def offered_by(coach: Coach) -> tuple[SoreAnswer, ...]:
    """What can be offered in place of this session to somebody in pain."""
    gone = set()
    if coach.today == Today(DayDose.GENTLE):
        gone.add(SoreAnswer.GENTLE)
    if coach.timeline.routine.id == SQUEEZES:
        gone.add(SoreAnswer.SQUEEZES)
    return tuple(answer for answer in SoreAnswer if answer not in gone)
