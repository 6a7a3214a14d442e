"""A session page in every test that asks for one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from glutetimer.core.exercise import Position
from glutetimer.core.ports.remote import NO_REMOTE, RemoteControl
from glutetimer.core.routine import Routine
from glutetimer.core.theme import Theme
from glutetimer.ui.style.application import apply_theme
from tests.ui.fakes import FakeLibrary
from tests.ui.samples import ISO_HOLD, ROUTINES, dose
from tests.ui.session.stage import Stage

SQUEEZE = replace(
    ISO_HOLD, id="glute-squeeze", name="Glute squeeze", position=Position.STANDING_OR_SITTING
)


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """A page of 1280 x 800 that is shown when a session is started."""
    made = make_stage(qapp)
    yield made
    made.close()


def make_stage(qapp: QApplication, remote: RemoteControl = NO_REMOTE) -> Stage:
    """A page in the light theme, on a desktop."""
    apply_theme(qapp, Theme.LIGHT)
    desk = Routine("desk-squeeze", "Desk squeeze", (dose(SQUEEZE, 2),))
    return Stage(FakeLibrary((*ROUTINES, desk)), remote=remote)
