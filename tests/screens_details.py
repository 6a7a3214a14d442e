"""Pictures of the session details: skips, pain, and editing a set; tests.screens takes them."""

from dataclasses import replace

from glutetimer.core.history.records import Outcome, SessionReview
from glutetimer.core.side import Side
from glutetimer.ui.history.sessions_page import SessionsPage
from glutetimer.ui.window.morning import MorningDialog
from tests.screens import Scene, Stage, settle
from tests.ui.samples import FIRST_SESSION, records, session

NOTE = "Felt strong today. The left side tires first, so it begins next time."


def _details(stage: Stage, pain: int = 4) -> SessionsPage:
    """A gentle day with a set skipped, one that hurt, and every answer given."""
    stage.fill_history(30)
    at = stage.world.ago(0.4)
    review = SessionReview(pain, 5, NOTE, 2)
    made = session(100, at, FIRST_SESSION, review=review)
    start = replace(made.start, pain_before=3, dose="gentle")
    sets = records(at, 10)
    sets[2] = replace(sets[2], note="The phone rang, and then there was no time left.")
    result = replace(sets[0].result, load="green band")
    sets[0] = replace(sets[0], result=result)
    done = sum(record.result.outcome is Outcome.DONE for record in sets)
    stage.world.history.add(replace(made, start=start, sets_done=done), sets)
    stage.window.home.show_history()
    assert stage.window.home.history is not None
    stage.window.home.history.show_sessions()
    settle()
    return stage.window.home.history.sessions


def _whole(stage: Stage) -> None:
    _details(stage)


def _sets(stage: Stage) -> None:
    page = _details(stage)
    page._details._table.selectRow(2)
    bar = page._details.verticalScrollBar()
    bar.setValue(bar.maximum())


def _much_pain(stage: Stage) -> None:
    page = _details(stage)
    page._details._review._pain.type_digit(8)


def _undone(stage: Stage) -> None:
    page = _details(stage)
    page._details._review._effort.type_digit(8)
    page._details._review._effort.type_digit(7)
    page.undo()


def _edit_set(stage: Stage) -> None:
    page = _details(stage)
    page._details._open_set(page._details._sets.index(5, 0))


def _edit_hold(stage: Stage) -> None:
    page = _details(stage)
    sets = page._details._sets
    result = sets.records()[7].result
    sets.replace_record(
        replace(sets.records()[7], result=replace(result, side=Side.LEFT, attempt=2))
    )
    page._details._open_set(sets.index(7, 0))


def _morning(stage: Stage) -> MorningDialog:
    at = stage.world.ago(1)
    made = session(1, at, FIRST_SESSION, review=SessionReview(4, 5))
    made = replace(made, start=replace(made.start, pain_before=3))
    stage.world.history.add(made, records(at))
    stage.world.store.settings = replace(stage.world.store.settings, ask_morning=True)
    dialog = stage.window.findChild(MorningDialog)
    assert dialog is not None
    return dialog


def _morning_worse(stage: Stage) -> None:
    _morning(stage).scale.type_digit(4)


def _morning_bad(stage: Stage) -> None:
    _morning(stage).scale.type_digit(8)


SCENES = (
    Scene("details", _whole),
    Scene("details-sets", _sets),
    Scene("details-much-pain", _much_pain),
    Scene("details-undone", _undone),
    Scene("details-edit-set", _edit_set),
    Scene("details-edit-hold", _edit_hold),
    Scene("morning", _morning),
    Scene("morning-worse", _morning_worse),
    Scene("morning-bad", _morning_bad),
)
