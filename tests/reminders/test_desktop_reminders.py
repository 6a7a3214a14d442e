"""Reminding on a Linux desktop: from what is due to what the answer leaves behind."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.reminders import Heard
from glutetimer.core.reminders.told import ReminderKind, Reply, Told
from glutetimer.core.settings import Settings, Weekday
from glutetimer.reminders.desktop_reminders import DesktopReminders
from glutetimer.reminders.kept import KeptTold
from glutetimer.reminders.systemd import SystemdTimer
from glutetimer.session_bus import OUR_NAME
from tests.desktop_service import DesktopService
from tests.fakes import FakeClock
from tests.media.session_bus import needs_bus
from tests.reminders.desktop import notifications, press
from tests.reminders.fake_systemd import FakeSystemd

pytestmark = needs_bus

BERLIN = ZoneInfo("Europe/Berlin")
DAILY = Settings(remind=True, remind_days=tuple(Weekday), remind_at=time(18, 0), remind_closed=True)
HOURLY = Settings(squeezes=True, squeeze_days=tuple(Weekday))
EVENING = datetime(2026, 11, 23, 17, 0, 10, tzinfo=UTC)  # 18:00 there, a Monday
MORNING = datetime(2026, 11, 23, 9, 0, 10, tzinfo=UTC)


class Desk:
    """A person's desk."""

    def __init__(self, folder: Path, at: datetime) -> None:
        self.clock = FakeClock(utc=at)
        self.systemd = FakeSystemd()
        self.kept = KeptTold(folder / "cache" / "reminders")
        self.timer = SystemdTimer(folder / "units", ("/opt/remind",), self.systemd.run)
        self.reminders = DesktopReminders(self.kept, self.timer, self.clock, BERLIN, "/icon.png")

    def remind(
        self, settings: Settings, desktop: DesktopService, key: str, trained_on: date | None = None
    ) -> Heard | None:
        """Remind, and press a button of what is shown."""

        def answer() -> None:
            desktop.wait_for("Notify", self._shown(desktop) + 1)
            press(desktop, key)

        threading.Thread(target=answer, daemon=True).start()
        return self.reminders.remind(settings, lambda: trained_on)

    def _shown(self, desktop: DesktopService) -> int:
        return sum(name == "Notify" for name, _ in desktop.calls)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, EVENING)


def test_a_session_is_told_once_a_day(desk: Desk, desktop: DesktopService) -> None:
    heard = desk.remind(DAILY, desktop, "start")
    assert heard == Heard(ReminderKind.SESSION, Reply.START)
    assert desk.kept.load().session_day == date(2026, 11, 23)
    assert desk.reminders.remind(DAILY, lambda: None) is None
    desk.clock.advance(24 * 3600)
    assert desk.remind(DAILY, desktop, "not-today") == Heard(ReminderKind.SESSION, Reply.NOT_TODAY)


def test_in_an_hour_wakes_the_timer_and_comes_again(desk: Desk, desktop: DesktopService) -> None:
    desk.timer.set(DAILY)
    desk.remind(DAILY, desktop, "later")
    assert desk.kept.load().later_at == EVENING + timedelta(hours=1)
    assert "--on-calendar=2026-11-23 18:00:10 UTC" in desk.systemd.asked[-1]
    assert desk.systemd.asked[-1][-1] == "/opt/remind"
    desk.clock.advance(3599)
    assert desk.reminders.remind(DAILY, lambda: None) is None
    desk.clock.advance(1)
    assert desk.remind(DAILY, desktop, "start") == Heard(ReminderKind.SESSION, Reply.START)


def test_in_an_hour_without_a_timer_is_the_window_s_own(
    desk: Desk, desktop: DesktopService
) -> None:
    desk.remind(replace(DAILY, remind_closed=False), desktop, "later")
    assert desk.kept.load().later_at is not None
    assert not [words for words in desk.systemd.asked if words[0] == "systemd-run"]


def test_who_was_not_there_is_asked_again_in_an_hour(desk: Desk, desktop: DesktopService) -> None:
    desk.timer.set(DAILY)
    idle = DesktopService("org.gnome.Mutter.IdleMonitor", {"GetIdletime": ("t", (400_000,))})
    with idle:
        heard = desk.remind(DAILY, desktop, "of another version")
        assert heard == Heard(ReminderKind.SESSION, Reply.LATER)
        assert desk.systemd.asked[-1][0] == "systemd-run"
        desk.clock.advance(5.9 * 3600)  # it is almost midnight
        assert desk.reminders.remind(DAILY, lambda: None) is None
    assert desk.kept.load().session_day == date(2026, 11, 23)


def test_who_was_there_and_did_not_answer_is_not_asked_again(
    desk: Desk, desktop: DesktopService
) -> None:
    idle = DesktopService("org.gnome.Mutter.IdleMonitor", {"GetIdletime": ("t", (1000,))})
    with idle:
        assert desk.remind(DAILY, desktop, "of another version") == Heard(ReminderKind.SESSION)
    assert desk.kept.load().later_at is None


def test_who_has_trained_is_left_alone(desk: Desk, desktop: DesktopService) -> None:
    assert desk.reminders.remind(DAILY, lambda: date(2026, 11, 23)) is None
    assert not desktop.calls or "Notify" not in [name for name, _ in desktop.calls]


_CLAIM = """
import sys
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo
from glutetimer.core.settings import Settings, Weekday
from glutetimer.reminders.kept import KeptTold
sys.stdin.readline()  # all begin at once
settings = Settings(remind=True, remind_days=tuple(Weekday), remind_at=time(18, 0))
now = datetime(2026, 11, 23, 18, 0, 10, tzinfo=ZoneInfo("Europe/Berlin"))
print(KeptTold(Path(sys.argv[1])).claim(settings, now, None))
"""


def test_of_all_processes_one_tells_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CLAIM, str(tmp_path / "reminders")]
    pipe = subprocess.PIPE
    children = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(4)]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("\n")
        child.stdin.flush()
    said = [child.communicate(timeout=60)[0].strip() for child in children]
    assert sorted(said) == ["None", "None", "None", "session"]


def test_what_nobody_can_show_is_told_later(desk: Desk, bus: str) -> None:
    with pytest.raises(Trouble, match="No reminder can be shown"):
        desk.reminders.remind(DAILY, lambda: None)
    assert desk.kept.load() == Told()
    with notifications() as desktop:
        assert desk.remind(DAILY, desktop, "start") is not None


def test_without_a_bus_that_is_trouble(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(Trouble, match="No reminder can be shown"):
        desk.reminders.remind(DAILY, lambda: None)


def test_a_squeeze_is_told_to_whoever_is_there(tmp_path: Path, desktop: DesktopService) -> None:
    desk = Desk(tmp_path, MORNING)
    heard = desk.remind(HOURLY, desktop, "not-today")
    assert heard == Heard(ReminderKind.SQUEEZE, Reply.NOT_TODAY)
    assert desktop.wait_for("Notify")[5] == [
        *("start", "Start", "not-today", "Not today"),
        *("default", "Open glutetimer"),
    ]
    desk.clock.advance(3600)
    assert desk.reminders.remind(HOURLY, lambda: None) is None


@pytest.mark.parametrize(
    "other",
    [
        DesktopService("org.gnome.Mutter.IdleMonitor", {"GetIdletime": ("t", (400_000,))}),
        DesktopService("org.gnome.SessionManager", {"IsInhibited": ("b", (True,))}),
        DesktopService(OUR_NAME, {}),
    ],
    ids=["nobody there", "a film", "a session of ours"],
)
def test_a_squeeze_that_would_disturb_is_let_go(
    tmp_path: Path, desktop: DesktopService, other: DesktopService
) -> None:
    desk = Desk(tmp_path, MORNING)
    with other:
        assert desk.reminders.remind(HOURLY, lambda: None) is None
    assert "Notify" not in [name for name, _ in desktop.calls]
    assert desk.reminders.remind(HOURLY, lambda: None) is None, "the next one comes"
    desk.clock.advance(3600)
    assert desk.remind(HOURLY, desktop, "start") == Heard(ReminderKind.SQUEEZE, Reply.START)


@pytest.mark.parametrize("content", ["", "[1]", '{"session_day": 7, "later_at": "soon"}'])
def test_a_damaged_memory_is_none(desk: Desk, tmp_path: Path, content: str) -> None:
    path = tmp_path / "cache" / "reminders"
    path.parent.mkdir()
    path.write_text(content)
    assert desk.kept.load() == Told()


def test_all_of_it_is_kept(desk: Desk) -> None:
    day = date(2026, 11, 23)
    told = Told(day, EVENING, EVENING + timedelta(hours=1), day, day)
    assert desk.kept.change(lambda before: told) == told
    assert desk.kept.load() == told
