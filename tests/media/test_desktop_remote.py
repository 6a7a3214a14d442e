"""Real sessions on a private session bus."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import enumerate as threads

import pytest
from jeepney.bus_messages import message_bus
from pytestqt.qtbot import QtBot

from glutetimer import app
from glutetimer.clock import SystemClock
from glutetimer.core.history.records import Outcome
from glutetimer.core.ports.remote import RemoteStatus, RemoteWish, Track
from glutetimer.core.settings import Settings
from glutetimer.media.bus import RemotePlayer
from glutetimer.media.desktop_remote import DesktopRemote
from glutetimer.session_bus import OUR_NAME, ask, open_bus
from glutetimer.ui.session.page import SessionPage, make_coach
from glutetimer.ui.style.application import find_icons
from tests.fakes import FakeClock
from tests.media.session_bus import needs_bus, needs_playerctl, playerctl

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")

STATUS = RemoteStatus(Track(1, "Bridge", "2 x 10", "First", 60.0), 5.0, is_running=True)


def _wait_until(is_there: Callable[[], bool], timeout_s: float = 10.0) -> None:
    until_s = time.monotonic() + timeout_s
    while not is_there():
        assert time.monotonic() < until_s, playerctl("status")
        time.sleep(0.02)


def _is_gone() -> bool:
    return not any(thread.name == "media keys" for thread in threads())


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[DesktopRemote]:
    made = DesktopRemote(SystemClock(), tmp_path / "pictures")
    yield made
    made.end()
    _wait_until(_is_gone)


@needs_bus
@needs_playerctl
def test_a_real_session_is_driven_by_playerctl(bus: str, clock: FakeClock, qtbot: QtBot) -> None:
    find_icons(app.icon_folder())
    services = app.build_services(None, clock=clock, is_silent=True)
    with ExitStack() as stack:
        stack.callback(app.close_services, services)
        page = SessionPage(services)
        qtbot.addWidget(page)
        page.show()
        assert playerctl("status") == "No players found"
        coach = make_coach(
            services,
            Settings(),
            services.make_player(),
            "first-session",
            "",
            first_set=0,
            continues=None,
        )
        page.start(coach, Settings())
        qtbot.waitUntil(lambda: playerctl("status") == "Playing")
        assert playerctl("metadata", "xesam:album") == coach.timeline.routine.title
        assert playerctl("metadata", "xesam:trackNumber") == "1"
        qtbot.waitUntil(lambda: playerctl("metadata", "mpris:artUrl").startswith("file://"))
        picture = playerctl("metadata", "mpris:artUrl")
        assert Path(picture.removeprefix("file://")).read_bytes().startswith(b"\x89PNG")

        playerctl("play-pause")
        qtbot.waitUntil(lambda: page.driver.is_paused)
        qtbot.waitUntil(lambda: playerctl("status") == "Paused")
        playerctl("play")
        qtbot.waitUntil(lambda: not page.driver.is_paused)
        before_s = coach.session.place.elapsed_s
        playerctl("next")  # the wait is cut short
        qtbot.waitUntil(lambda: coach.session.place.elapsed_s > before_s + 5.0)
        for _ in range(40):
            clock.advance(0.5)
            page.driver.tick()
        playerctl("next")  # the set is done
        qtbot.waitUntil(lambda: playerctl("metadata", "xesam:trackNumber") == "2")
        assert [result.outcome for result in coach.results] == [Outcome.DONE]
        playerctl("previous")
        qtbot.waitUntil(lambda: playerctl("metadata", "xesam:trackNumber") == "1")
        page.keep_all()
        qtbot.waitUntil(lambda: playerctl("status") == "No players found")


@needs_bus
@needs_playerctl
def test_position_goes_on_by_itself_and_stands_while_paused(tmp_path: Path, bus: str) -> None:
    clock = FakeClock()
    remote = DesktopRemote(clock, tmp_path)
    remote.begin(lambda wish: None)
    remote.show(STATUS)
    _wait_until(lambda: playerctl("status") == "Playing")
    with open_bus() as client:
        seen = RemotePlayer(client, OUR_NAME)
        assert seen.value("Position") == 5_000_000
        clock.advance(2.5)
        assert seen.value("Position") == 7_500_000
        remote.show(RemoteStatus(STATUS.track, 7.5, is_running=False))
        _wait_until(lambda: seen.value("PlaybackStatus") == "Paused")
        clock.advance(100.0)
        assert seen.value("Position") == 7_500_000
        remote.show(STATUS)
        _wait_until(lambda: seen.value("PlaybackStatus") == "Playing")
        clock.advance(100.0)
        assert seen.value("Position") == 60_000_000, "never beyond the track"
    remote.end()
    _wait_until(_is_gone)


@needs_bus
@needs_playerctl
def test_wishes_arrive_and_two_windows_have_two_names(remote: DesktopRemote, bus: str) -> None:
    asked: list[RemoteWish] = []
    remote.begin(asked.append)
    remote.show(STATUS)
    _wait_until(lambda: playerctl("status") == "Playing")
    second = DesktopRemote(SystemClock(), Path())
    second.begin(asked.append)
    second.show(STATUS)
    _wait_until(lambda: ".instance" in playerctl("--list-all"))
    playerctl("next")
    _wait_until(lambda: asked == [RemoteWish.NEXT])
    second.end()


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere", "tcp:host=x", "nonsense"])
def test_without_a_bus_nothing_happens(
    remote: DesktopRemote, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    if not address:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    remote.begin(lambda wish: None)
    for _ in range(3):
        remote.show(STATUS)
    _wait_until(_is_gone)
    remote.show(STATUS)
    remote.end()


@needs_bus
@needs_playerctl
def test_the_next_session_is_there_as_well(remote: DesktopRemote, bus: str) -> None:
    for _ in range(2):
        remote.begin(lambda wish: None)
        remote.show(STATUS)
        _wait_until(lambda: playerctl("status") == "Playing")
        remote.end()
        _wait_until(_is_gone)


def test_a_session_that_shows_nothing_leaves_nothing(remote: DesktopRemote) -> None:
    remote.begin(lambda wish: None)
    remote.end()


@needs_bus
def test_a_picture_has_a_place_whatever_the_exercise_is_called(
    remote: DesktopRemote, bus: str
) -> None:
    remote.begin(lambda wish: None)
    remote.show(STATUS)
    _wait_until(lambda: bool(remote.picture_path("bridge")))
    path = Path(remote.picture_path("../a/b: *" * 100))
    path.write_bytes(b"")
    assert path.suffix == ".png"


@needs_bus
def test_many_sessions_leave_no_open_file(remote: DesktopRemote, bus: str) -> None:
    def count() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = 0
    for _ in range(5):
        remote.begin(lambda wish: None)
        remote.show(STATUS)
        _wait_until(lambda: bool(remote.picture_path("bridge")))
        remote.end()
        remote.end()
        remote.show(STATUS)
        _wait_until(_is_gone)
        before = before or count()
    assert count() <= before


def test_where_nobody_can_see_it_there_is_no_picture(remote: DesktopRemote) -> None:
    assert remote.picture_path("bridge") == ""


@needs_bus
def test_a_folder_that_cannot_be_made_means_no_picture(bus: str) -> None:
    remote = DesktopRemote(SystemClock(), Path("/dev/null/x"))
    remote.begin(lambda wish: None)
    remote.show(STATUS)
    _wait_until(lambda: OUR_NAME in _names())
    assert remote.picture_path("bridge") == ""
    remote.end()
    _wait_until(_is_gone)


def _names() -> list[str]:
    with open_bus() as client:
        return [str(name) for name in ask(client, message_bus.ListNames())[0]]
