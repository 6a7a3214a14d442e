"""Whether somebody is there and may be disturbed: what each desktop says, and what none says."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from glutetimer.reminders.presence import Presence
from glutetimer.session_bus import OUR_NAME, open_bus
from tests.desktop_service import DesktopService
from tests.media.session_bus import needs_bus
from tests.reminders.desktop import notifications

pytestmark = [needs_bus, pytest.mark.usefixtures("bus")]


@contextmanager
def presence(*services: DesktopService, said: str = "") -> Iterator[Presence]:
    """A desktop with these programs; `said` is what gsettings prints."""
    with ExitStack() as stack:
        for service in services:
            stack.enter_context(service)
        bus = stack.enter_context(open_bus())
        yield Presence(bus, pause=lambda seconds: None, said=lambda words: said)


def saver(*idle: int, is_locked: bool = False, name: str = "freedesktop") -> DesktopService:
    """A screen saver that tells these idle times, one after the other."""
    times = iter(idle)
    return DesktopService(
        f"org.{name}.ScreenSaver",
        {
            "GetActive": ("b", (is_locked,)),
            "GetSessionIdleTime": lambda: ("u", (next(times),)),
        },
    )


def monitor(idle_ms: int, name: str = "org.gnome.Mutter.IdleMonitor") -> DesktopService:
    return DesktopService(name, {"GetIdletime": ("t", (idle_ms,))})


@pytest.mark.parametrize(
    "name", ["org.gnome.Mutter.IdleMonitor", "org.cinnamon.Muffin.IdleMonitor"]
)
def test_gnome_and_cinnamon_tell_milliseconds(name: str) -> None:
    with presence(monitor(299_999, name)) as found:
        assert not found.is_away()
    with presence(monitor(300_000, name)) as found:
        assert found.is_away()


@pytest.mark.parametrize(
    ("idle", "is_away"),
    [
        ((400, 401), True),  # seconds
        ((400_000, 401_200), True),  # milliseconds
        ((400, 1600), False),  # milliseconds: somebody typed a moment ago
        ((290, 0), False),
        ((0, 0), False),
        ((400_000, 50), False),  # somebody has come
        ((9999, 9999), False),  # it stands still, and so tells nothing
    ],
)
def test_a_screen_saver_s_unit_is_found_out(idle: tuple[int, ...], is_away: bool) -> None:
    with presence(saver(*idle)) as found:
        assert found.is_away() is is_away


@pytest.mark.parametrize("name", ["freedesktop", "gnome", "mate", "xfce"])
def test_behind_a_locked_screen_nobody_is(name: str) -> None:
    with presence(monitor(0), saver(is_locked=True, name=name)) as found:
        assert found.is_away()


def test_a_desktop_that_says_nothing_keeps_nobody_from_squeezing() -> None:
    with presence() as found:
        assert not found.is_away()
        assert not found.is_busy()
        assert not found.is_in_session()
    with presence(DesktopService("org.freedesktop.ScreenSaver", {})) as found:
        assert not found.is_away()


def test_do_not_disturb_is_heeded() -> None:
    with presence(notifications(is_inhibited=True)) as found:
        assert found.is_busy()
    with presence(notifications()) as found:
        assert not found.is_busy()
    shell = DesktopService("org.gnome.Shell", {})
    with presence(notifications(), shell, said="false\n") as found:
        assert found.is_busy(), "GNOME's own switch"
    with presence(notifications(), shell, said="true\n") as found:
        assert not found.is_busy()


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_screen_that_is_kept_on_is_a_film_or_a_call(is_kept: bool) -> None:
    gnome = DesktopService("org.gnome.SessionManager", {"IsInhibited": ("b", (is_kept,))})
    with presence(gnome) as found:
        assert found.is_busy() is is_kept
        assert gnome.wait_for("IsInhibited") == (8,)
    name = "org.kde.Solid.PowerManagement.PolicyAgent"
    kde = DesktopService(name, {"HasInhibition": ("b", (is_kept,))})
    with presence(kde) as found:
        assert found.is_busy() is is_kept
        assert kde.wait_for("HasInhibition") == (4,)


def test_a_session_of_ours_is_seen_on_the_bus() -> None:
    with presence(DesktopService(OUR_NAME, {})) as found:
        assert found.is_in_session()
