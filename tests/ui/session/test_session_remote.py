"""The desktop's media keys in a session of the window."""

from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Outcome
from glutetimer.core.keys.table import Action
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.ports.remote import RemoteWish
from glutetimer.core.session.states import Command, State
from tests.fakes_media import FakeRemote
from tests.ui.session.conftest import make_stage
from tests.ui.session.stage import Stage


@pytest.fixture
def remote(tmp_path: Path) -> FakeRemote:
    return FakeRemote(folder=str(tmp_path))


@pytest.fixture
def remote_stage(qapp: QApplication, remote: FakeRemote):  # type: ignore[no-untyped-def]
    made = make_stage(qapp, remote)
    yield made
    made.close()


def test_the_desktop_sees_nothing_before_a_session_and_nothing_after(
    remote_stage: Stage, remote: FakeRemote
) -> None:
    assert (remote.begun, remote.shown) == (0, [])
    remote_stage.start("first-session")
    assert (remote.begun, remote.ended) == (1, 0)
    assert remote.shown[-1].is_running
    remote_stage.page.driver.do(Command.STOP)
    assert (remote.begun, remote.ended) == (1, 1)


def test_every_button_does_what_it_says(
    remote_stage: Stage, remote: FakeRemote, qtbot: QtBot
) -> None:
    remote_stage.start("first-session")
    remote_stage.until(StepKind.LIFT, turn=3)
    remote.press(RemoteWish.PLAY_PAUSE)
    assert remote_stage.page.driver.is_paused
    assert not remote.shown[-1].is_running
    remote.press(RemoteWish.PLAY)
    assert not remote_stage.page.driver.is_paused
    assert remote.shown[-1].is_running
    remote.press(RemoteWish.NEXT)
    assert remote_stage.coach.results[-1].outcome is Outcome.DONE
    assert remote.shown[-1].track.number == 2
    remote.press(RemoteWish.BACK)
    assert remote.shown[-1].track.number == 1


def test_a_wish_from_another_thread_is_done_in_the_window_s(
    remote_stage: Stage, remote: FakeRemote, qtbot: QtBot
) -> None:
    remote_stage.start("first-session")
    thread = Thread(target=remote.press, args=(RemoteWish.PAUSE,))
    thread.start()
    thread.join()
    assert remote_stage.coach.session.place.state is State.RUNNING
    qtbot.waitUntil(lambda: remote_stage.page.driver.is_paused)


def test_an_open_question_is_not_answered_by_a_button(
    remote_stage: Stage, remote: FakeRemote
) -> None:
    remote_stage.start("first-session")
    remote_stage.press(Action.STOP)
    remote.press(RemoteWish.PLAY)
    assert remote_stage.page.driver.is_paused
    assert remote_stage.page.questions.panel is not None


def test_every_exercise_has_its_picture_made_once(remote_stage: Stage, remote: FakeRemote) -> None:
    remote_stage.start("first-session")
    assert remote.shown[-1].track.picture == "", "a session begins without waiting for it"
    remote_stage.page.remote.make_picture()
    path = Path(remote.shown[-1].track.picture)
    made_at = path.stat().st_mtime_ns
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (320, 320)
    assert len({picture.pixel(x, 160) for x in range(320)}) > 1, "there is something on it"
    remote_stage.until(StepKind.REST)
    assert path.stat().st_mtime_ns == made_at
    assert remote.shown[-1].track.picture == str(path)
    remote_stage.until_true(lambda: remote.shown[-1].track.picture == "")
    remote_stage.page.remote.make_picture()
    assert Path(remote.shown[-1].track.picture).exists()
    assert remote.shown[-1].track.picture != str(path)


def test_without_a_place_for_pictures_there_is_none(
    remote_stage: Stage, remote: FakeRemote
) -> None:
    remote.folder = "/dev/null/none"
    remote_stage.start("first-session")
    remote_stage.page.remote.make_picture()
    assert remote.shown[-1].track.picture == ""
