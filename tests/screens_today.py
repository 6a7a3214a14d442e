"""Pictures of the Routines tab on several days: see tests/screens.py."""

from dataclasses import replace

from glutetimer.core.history.records import SessionEnd, SessionReview
from tests.screens import Scene, Stage, settle
from tests.ui.samples import BROKEN, RTL, STRANGE, records, session


def _done(stage: Stage, ago_days: float, routine_id: str, pain: int = 2) -> None:
    at, routine = stage.world.ago(ago_days), stage.world.library.by_id[routine_id]
    number = len(stage.world.history.summaries) + 1
    review = SessionReview(pain, 5, "")
    stage.world.history.add(session(number, at, routine, SessionEnd.FINISHED, review), records(at))


def _first(stage: Stage) -> None:
    _settled(stage)


def _train(stage: Stage) -> None:
    _done(stage, 4, "first-session")
    _done(stage, 2, "daily-glute-strength")
    _settled(stage)


def _pain(stage: Stage) -> None:
    _done(stage, 3, "ten-glute-exercises", 7)
    _settled(stage)


def _rest(stage: Stage) -> None:
    _done(stage, 1, "first-session")
    _settled(stage)


def _many(stage: Stage) -> None:
    """Two hundred routines, long names, a mistake, favourites."""
    known = stage.world.library.by_id
    for number, routine in enumerate(list(known.values()) * 28):
        title = f"{routine.title} {number}" + " with a long name that goes on and on" * (
            number % 5 == 0
        )
        known[f"own-{number}"] = replace(routine, id=f"own-{number}", title=title)
    known |= {STRANGE.id: STRANGE, RTL.id: RTL}
    stage.world.library.broken.append(BROKEN)
    settings = stage.world.store.settings
    stage.world.store.settings = replace(settings, favourites=("desk-squeeze", "own-3"))
    _settled(stage)


def _found(stage: Stage) -> None:
    _many(stage)
    stage.window.home.routines.home.search.setText("clam band")
    _settled(stage)


def _settled(stage: Stage) -> None:
    """Wait for the pictures of the cards, which are made one by one."""
    assert stage.window.isVisible()
    for _ in range(20):
        settle()


SCENES = (
    Scene("today-first", _first),
    Scene("today-train", _train),
    Scene("today-pain", _pain),
    Scene("today-rest", _rest),
    Scene("today-many", _many),
    Scene("today-found", _found),
)
