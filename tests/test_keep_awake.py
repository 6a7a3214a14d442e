"""Keeping awake, as a desktop sees it on its session bus."""

import sys
from collections.abc import Iterator

import pytest

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from glutetimer.core.exercise import Hold
from glutetimer.core.session.states import Command
from glutetimer.core.session.wakefulness import DROWSY_S
from glutetimer.keep_awake import KeepAwake
from tests.core.builders import entry
from tests.core.session.test_coach import World
from tests.desktop_service import DesktopService
from tests.media.session_bus import needs_bus, private_bus

pytestmark = needs_bus

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
SAID = ("glutetimer", "a session is running")


@pytest.fixture(autouse=True)
def _bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    with private_bus(monkeypatch):
        yield


def _screen_saver() -> DesktopService:
    return DesktopService(SCREEN_SAVER, {"Inhibit": ("u", (7,)), "UnInhibit": ("", ())})


def test_a_session_says_its_name_and_reason_ends_with_a_long_pause_and_comes_back() -> None:
    world = World(entry(Hold(30)))
    world.coach.wakefulness.machine = KeepAwake()
    with _screen_saver() as desktop:
        world.coach.do(Command.START)
        assert desktop.wait_for("Inhibit") == SAID
        world.coach.do(Command.PAUSE)
        world.run(int(DROWSY_S) - 1)
        assert [name for name, _ in desktop.calls] == ["Inhibit"]
        world.run(2)
        assert desktop.wait_for("UnInhibit") == (7,)
        world.coach.do(Command.RESUME)
        assert desktop.wait_for("Inhibit", 2) == SAID
        world.coach.do(Command.STOP)
        assert desktop.wait_for("UnInhibit", 2) == (7,)


def test_gnome_is_asked_in_its_own_words() -> None:
    answers = {"Inhibit": ("u", (3,)), "Uninhibit": ("", ())}
    awake = KeepAwake()
    with DesktopService("org.gnome.SessionManager", answers) as desktop, _screen_saver() as other:
        awake.begin()
        awake.begin()
        app, reason = SAID
        assert desktop.wait_for("Inhibit") == (app, 0, reason, 8)
        awake.end()
        awake.end()
        assert desktop.wait_for("Uninhibit") == (3,)
    assert not [name for name, _ in other.calls if name != "Nothing"]


def test_a_desktop_that_refuses_is_left_alone() -> None:
    awake = KeepAwake()
    with DesktopService(SCREEN_SAVER, {}) as desktop:
        awake.begin()
        desktop.wait_for("Inhibit")
        awake.end()
