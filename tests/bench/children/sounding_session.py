"""Plays a session at real speed and tells what should have been heard.

sounding_session.py ROUTINE SECONDS REPORT [window] [silent] [cold]

The report (a pickle) has every sheet that the player was given, the places from which it ran, the
samples of its cues, and the heartbeat of the window. Before the session all of its clips are made,
but not when it is to be `cold`.
"""

import pickle
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from glutetimer.app import build_services, close_services
from glutetimer.audio.clip_cache import remove_clips
from glutetimer.audio.clips import Samples, scaled
from glutetimer.audio.player import Player
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import CueSheet, SheetCue
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended, Event, Paused
from glutetimer.core.session.preparing import SessionVoice
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.folders import folders
from glutetimer.ui.session.driver import SessionDriver
from tests.bench.children.blame import Blame
from tests.bench.children.sound_report import BEAT_MS, Beat, Report, Run, sound_key

PLAYER_CALLS = (
    "prepare", "progress", "lengths_s", "load", "run_from", "hold", "announce", "take_notices"
)  # fmt: skip
CLIPS_S = 120.0
SETTLE_MS = 300  # the page is built in the first of them, with sound or without


class Heart(QObject):
    """Beats every 10 ms in the thread of the window."""

    def __init__(self, blame: Blame) -> None:
        super().__init__()
        self.beats: list[Beat] = []
        self._blame = blame
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.beat)

    @Slot()
    def start(self) -> None:
        self._timer.start()

    @Slot()
    def beat(self) -> None:
        beat = self._blame.beat()
        if beat is not None:
            self.beats.append(beat)


class Play(QObject):
    """Follows a session and helps it over what waits for the person."""

    def __init__(self, driver: SessionDriver, seconds: float, report: Report) -> None:
        super().__init__()
        self.report = report
        self._driver = driver
        self._until_s = time.monotonic() + seconds
        driver.happened.connect(self.follow)
        driver.moved.connect(self.move)

    @property
    def coach(self) -> Coach:
        coach = self._driver.coach
        assert coach is not None
        return coach

    @Slot(object)
    def follow(self, event: Event) -> None:
        match event:
            case Paused():
                self.report.gaps += 1
                QTimer.singleShot(1_000, self.resume)
            case Ended():
                self._until_s = 0.0
            case _:
                pass

    @Slot()
    def resume(self) -> None:
        self._driver.do(Command.RESUME)

    @Slot()
    def move(self) -> None:
        place = self.coach.session.place
        if time.monotonic() > self._until_s:
            self._driver.moved.disconnect(self.move)
            self._driver.do(Command.STOP)  # a window does not close in a session
            QTimer.singleShot(1500, QCoreApplication.quit)
        elif place.duration_s is None and place.elapsed_s > 12.0:
            self._driver.do(Command.NEXT)


class Listener:
    """Hears all that a player is told from now on."""

    def __init__(self, player: Any, report: Report) -> None:
        self._player = player
        self._report = report
        self._load, self._run, self._hold = player.load, player.run_from, player.hold
        player.load, player.run_from, player.hold = self.load, self.run_from, self.hold
        if isinstance(player, Player):
            mixer: Any = player._playback.mixer
            self._read, mixer.read = mixer.read, self.read

    def load(self, sheet: CueSheet) -> None:
        self._report.sheets.append((time.monotonic(), sheet))
        self._load(sheet)

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        self._report.runs.append(Run(step, elapsed_s, clock_s, added_s))
        self._run(step, elapsed_s, clock_s, added_s)

    def hold(self) -> None:
        self._report.holds_s.append(time.monotonic())
        self._hold()

    def read(self, count: int) -> bytes:
        self._report.asked_s.append(time.monotonic())
        data: bytes = self._read(count)
        return data

    def end(self, settings: Settings) -> None:
        """Note the samples of all cues."""
        if not isinstance(self._player, Player):
            return
        for _, sheet in self._report.sheets:
            for cue in sheet.cues:
                key = sound_key(cue)
                if key not in self._report.sounds:
                    self._report.sounds[key] = sound(cue, self._player, settings).tobytes()


def sound(cue: SheetCue, player: Player, settings: Settings) -> Samples:
    """The samples of a cue as loud as they are played."""
    if cue.is_tone:
        samples = tone(cue.kind)
        assert samples is not None
        return scaled(samples, settings.tone_volume)
    return scaled(player._shelf._clips[cue.text], settings.voice_volume)


def wait_for_clips(player: CuePlayer) -> None:
    """Wait until all clips are there that were asked for."""
    until_s = time.monotonic() + CLIPS_S
    while len(set(player.progress())) > 1 and time.monotonic() < until_s:
        time.sleep(0.01)


def keep_clips(services: Services, routine: str, settings: Settings) -> None:
    """Make all clips of a session, as an earlier one would have left them."""
    player = services.make_player()
    Coach(services.library.routine(routine), settings, services.clock, services.history, player)
    wait_for_clips(player)
    player.close()


def play_without_window(
    services: Services, routine: str, seconds: float, settings: Settings
) -> Report:
    """Coach, player and an event loop, nothing else."""
    app = QCoreApplication([])
    player, report = services.make_player(), Report()
    listener = Listener(player, report)
    coach = Coach(
        services.library.routine(routine), settings, services.clock, services.history, player
    )
    driver = SessionDriver(app)
    play = Play(driver, seconds, report)
    driver.begin(coach)
    app.exec()
    listener.end(settings)
    report.notices = [str(notice) for notice in player.take_notices()]
    player.close()
    return play.report


def play_in_window(services: Services, routine: str, seconds: float, settings: Settings) -> Report:
    """The session page in the window, painting."""
    from PySide6.QtWidgets import QApplication

    from glutetimer.resources import assets_dir
    from glutetimer.ui.session.page import SessionPage
    from glutetimer.ui.style.application import find_icons, load_fonts
    from glutetimer.ui.window.main_window import MainWindow

    app = QApplication([])
    load_fonts(tuple(str(path) for path in (assets_dir() / "fonts").glob("*.otf")))
    find_icons(str(assets_dir() / "icons"))
    window = MainWindow(services)
    window.resize(1280, 800)
    window.show()
    report = Report()
    found: list[Play] = []
    listeners: list[Listener] = []  # the window lets go of its player when it closes
    blame = Blame()
    blame.watch(SessionVoice, ("follow", "refresh"))
    heart = Heart(blame)

    class Script(QObject):
        @Slot()
        def begin(self) -> None:
            blame.begin()
            player = window.host.player()
            listeners.append(Listener(player, report))
            blame.watch(player, PLAYER_CALLS)
            window.host.start(routine)
            page = window.findChild(SessionPage)
            assert page is not None
            found.append(Play(page.driver, seconds, report))
            QTimer.singleShot(SETTLE_MS, heart.start)

    script = Script()
    QTimer.singleShot(1500, script.begin)
    app.exec()
    (listener,) = listeners
    listener.end(settings)
    report.beats = heart.beats
    return report


def main(routine: str, seconds: str, path: str, *how: str) -> None:
    is_silent = "silent" in how
    services = build_services(None, is_silent=is_silent)
    settings = services.settings_store.load()[0]
    if "cold" in how:
        remove_clips(folders(None).clips)
    elif not is_silent:
        keep_clips(services, routine, settings)
    play = play_in_window if "window" in how else play_without_window
    report = play(services, routine, float(seconds), settings)
    Path(path).write_bytes(pickle.dumps(report))
    close_services(services)


if __name__ == "__main__":
    main(*sys.argv[1:])
