"""The timer of the person's systemd, which starts `glutetimer remind` when something is due.

Lighter than a process of ours that waits in every desktop session: between two reminders nothing is
in memory. systemd also knows summer time, other time zones, and what was slept through.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.reminders import TimerState
from glutetimer.core.reminders.rules import squeeze_times
from glutetimer.core.settings import Settings, Weekday

UNIT = "glutetimer-remind"
TIMER, SERVICE = f"{UNIT}.timer", f"{UNIT}.service"
BY_TIMER = "GLUTETIMER_BY_TIMER"
"""Set in the environment of what the timer starts."""

_PATIENCE_S = 10.0
_SYSTEMCTL = ("systemctl", "--user")


def usual_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where systemd looks for the units of a person."""
    value = environ.get("XDG_CONFIG_HOME", "").strip()
    config = Path(value) if value.startswith("/") else Path.home() / ".config"
    return config / "systemd" / "user"


def run(words: Sequence[str]) -> tuple[int, str]:
    """Run a program; returns its status, and what it said. Raises OSError."""
    done = subprocess.run(words, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


class SystemdTimer:
    """Two unit files in a folder, and what systemd says of them."""

    def __init__(
        self,
        folder: Path,
        program: Sequence[str],
        run: Callable[[Sequence[str]], tuple[int, str]] = run,
    ) -> None:
        """`program` are the words that remind."""
        self._timer, self._service = folder / TIMER, folder / SERVICE
        self._program = program
        self._run = run

    def state(self, settings: Settings) -> TimerState:
        """Whether it is on and as these settings want it; asked of systemd itself."""
        if not wants_timer(settings) or not self._are_files_right(settings):
            return TimerState(False, self._why_not())
        for question in ("is-enabled", "is-active"):
            status, said = self._systemctl(question, TIMER)
            if status:
                return TimerState(False, f"systemd says that the timer is {said or 'off'}")
        return TimerState(True)

    def set(self, settings: Settings) -> TimerState:
        """Write, enable and start it, or remove it. Raises Trouble, and nothing is left then."""
        if not wants_timer(settings):
            self.remove()
            return self.state(settings)
        why = self._why_not()
        if why:
            raise _cannot(why)
        try:
            self._service.parent.mkdir(parents=True, exist_ok=True)
            self._service.write_text(service_text(self._program), "utf-8")
            self._timer.write_text(timer_text(settings), "utf-8")
        except OSError as error:
            self.remove()
            raise _cannot(f"{self._service.parent}: {error.strerror or error}") from error
        for words in (("daemon-reload",), ("enable", TIMER), ("restart", TIMER)):
            status, said = self._systemctl(*words)
            if status:
                self.remove()
                raise _cannot(said.rpartition("\n")[2] or f"systemctl {words[0]} failed")
        return self.state(settings)

    def remove(self) -> None:
        """Switch it off and remove its files; nothing if there are none."""
        if not self._timer.exists() and not self._service.exists():
            return
        self._systemctl("disable", "--now", TIMER)
        for file in (self._timer, self._service):
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._systemctl("daemon-reload")

    def wake(self, at: datetime) -> None:
        """Have the program started once more, at an aware moment; nothing if that cannot be."""
        moment = f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
        once = (f"--on-calendar={moment}", "--timer-property=AccuracySec=5s")
        with suppress(OSError, subprocess.TimeoutExpired):
            environment = f"--setenv={BY_TIMER}=1"
            words = ("systemd-run", "--user", "--quiet", environment, *once, *self._program)
            self._run(words)

    def _are_files_right(self, settings: Settings) -> bool:
        try:
            return self._service.read_text("utf-8") == service_text(
                self._program
            ) and self._timer.read_text("utf-8") == timer_text(settings)
        except (OSError, ValueError):
            return False

    def _why_not(self) -> str:
        """Why there cannot be a timer; "" if there can."""
        status, said = self._systemctl("show-environment")
        if not status:
            return ""
        return f"systemd does not run for you ({said.rpartition(chr(10))[2]})"

    def _systemctl(self, *words: str) -> tuple[int, str]:
        try:
            return self._run((*_SYSTEMCTL, *words))
        except FileNotFoundError:
            return 1, "there is no systemctl"
        except (OSError, subprocess.TimeoutExpired) as error:
            return 1, str(error)


def wants_timer(settings: Settings) -> bool:
    """Whether the person wants to be reminded while the window is closed."""
    return settings.remind_closed and (settings.remind or settings.squeezes)


def timer_text(settings: Settings) -> str:
    """The unit of the timer: also soon after the person has logged in, for what was missed."""
    moments = "".join(f"OnCalendar={moment}\n" for moment in _moments(settings))
    return (
        "[Unit]\nDescription=Reminders of glutetimer\n\n"
        f"[Timer]\n{moments}OnStartupSec=1min\nAccuracySec=15s\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def service_text(program: Sequence[str]) -> str:
    """The unit of what is started; it is passed over where the program is not there any more."""
    files = [word for word in program if Path(word).is_absolute() and Path(word).is_file()]
    conditions = "".join(f"ConditionPathExists={_escaped(file)}\n" for file in files)
    return (
        f"[Unit]\nDescription=Reminders of glutetimer\n{conditions}\n"
        f"[Service]\nEnvironment={BY_TIMER}=1\nExecStart={' '.join(map(_quoted, program))}\n"
    )


def _moments(settings: Settings) -> Iterator[str]:
    if settings.remind and settings.remind_days:
        yield _moment(settings.remind_days, settings.remind_at)
    if settings.squeezes and settings.squeeze_days:
        week = tuple(Weekday)
        next_days = tuple(week[(week.index(day) + 1) % 7] for day in settings.squeeze_days)
        for at in squeeze_times(settings):
            is_next_day = at < settings.squeeze_from
            yield _moment(next_days if is_next_day else settings.squeeze_days, at)


def _moment(days: Sequence[Weekday], at: time) -> str:
    return f"{','.join(day.title() for day in days)} *-*-* {at:%H:%M}:00"


def _quoted(word: str) -> str:
    """A word as ExecStart has it."""
    escaped = re.sub(r'(["\\])', r"\\\1", word).replace("$", "$$")
    return f'"{_escaped(escaped)}"'


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _cannot(why: str) -> Trouble:
    return Trouble(
        "No timer can remind you while glutetimer is closed",
        why,
        "While its window is open the reminders come",
    )
