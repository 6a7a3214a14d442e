"""Shows the next steps of the chosen routine, and carries out what the person answers."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from glutetimer.core.advice.advise import next_steps
from glutetimer.core.advice.current_dose import with_own
from glutetimer.core.advice.suggestion import Suggestion
from glutetimer.core.errors import Trouble
from glutetimer.core.history.totals import Answer, SuggestionAnswer
from glutetimer.core.ports.services import Services
from glutetimer.core.settings import ExerciseSettings, Settings
from glutetimer.ui.routines.advice_card import NextStepCard
from glutetimer.ui.routines.page import RoutinesPage
from glutetimer.ui.widgets.notice_bar import UndoBar, telling
from glutetimer.ui.words import dose_words

_SAID = {
    Answer.TAKEN: "Taken: {words}, in this routine.",
    Answer.DECLINED: "Not now: {words}.",
    Answer.NEVER: "“{rule}” will not be suggested for {name} again. Settings, Progress lists it.",
}


@dataclass(frozen=True, slots=True)
class _Answered:
    """What undoing needs: `own` is the exercise's dose before it was taken, else None."""

    routine_id: str
    suggestion: Suggestion
    answer: SuggestionAnswer
    own: ExerciseSettings | None


class Advisor(QObject):
    """Keeps the card of next steps on the routines page.

    A step that is taken changes one exercise's settings; they are saved before anybody hears of
    them. What could not be saved has not changed.
    """

    settings_saved = Signal(object)
    """The Settings as they are now, in the file already."""

    trouble_met = Signal(Trouble)

    def __init__(self, services: Services, page: RoutinesPage, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._page = page
        self._last: _Answered | None = None
        self._was_answered = False
        self._undo = UndoBar()
        self._undo.undone.connect(self.undo)
        page.details.add_bar(self._undo)
        page.filled.connect(self.refresh)
        page.refreshed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Look at the chosen routine's last sessions, and show what they suggest.

        What was answered there and then allowed again in the settings is offered for undo no more.
        """
        if self._last is not None and not self._still_stands(self._last):
            self.forget()
        suggestions = self._suggestions()
        card = NextStepCard(suggestions) if suggestions else None
        self._page.details.show_first(card)
        if card is not None:
            card.answered.connect(self.answer)
        if self._was_answered:  # the button that was pressed is gone
            self._was_answered = False
            # Where pressing the same key once more does no harm.
            (card.rows[0].why_button if card is not None else self._page.details).setFocus()

    @Slot()
    def forget(self) -> None:
        """Offer no longer to undo the last answer."""
        self._last = None
        self._undo.hide()

    def _still_stands(self, last: _Answered) -> bool:
        if last.routine_id != self._page.chosen:
            return False
        if last.answer.answer is not Answer.NEVER:
            return True
        try:
            return last.answer in self._services.progress.answers()
        except Trouble:  # the suggestions have the same, and tell it
            return True

    def _suggestions(self) -> tuple[Suggestion, ...]:
        routine = self._page.details.routine
        if routine is None:
            return ()
        now = self._services.clock.utc_now().astimezone()
        with telling(self.trouble_met):
            return next_steps(routine, self._page.settings, self._services.progress, now)
        return ()

    @Slot(object, object)
    def answer(self, suggestion: Suggestion, said: Answer) -> None:
        """Carry out an answer, and offer to undo it."""
        own: ExerciseSettings | None = None
        settings = self._page.settings
        if said is Answer.TAKEN:
            own = settings.for_exercise(suggestion.change.key)
            if not self._save(suggestion.change.applied(settings)):
                return
        at = self._services.clock.utc_now()
        stored = SuggestionAnswer(suggestion.exercise_id, suggestion.rule.id, said, at)
        with telling(self.trouble_met):
            self._services.progress.answer(stored)
        self._last = _Answered(self._page.chosen, suggestion, stored, own)
        self._undo.offer(
            _SAID[said].format(
                words=dose_words(suggestion.words),
                rule=suggestion.rule.name,
                name=suggestion.exercise_name,
            )
        )
        self._show_answered(said is Answer.TAKEN)

    @Slot()
    def undo(self) -> None:
        """Take the last answer back, with what it changed."""
        last, self._last = self._last, None
        if last is None:
            return
        if last.own is not None:
            key = last.suggestion.change.key
            if not self._save(with_own(self._page.settings, key, last.own)):
                return
        with telling(self.trouble_met):
            self._services.progress.take_back_answer(last.answer)
        self._show_answered(last.own is not None)

    def _show_answered(self, has_new_settings: bool) -> None:
        self._was_answered = True
        if not has_new_settings:  # else the page is filled anew, and that refreshes
            self.refresh()

    def _save(self, settings: Settings) -> bool:
        with telling(self.trouble_met):
            self._services.settings_store.save(settings)
            self.settings_saved.emit(settings)
            return True
        return False
