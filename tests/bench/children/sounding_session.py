"""Plays a session at real speed and tells what should have been heard.

sounding_session.py ROUTINE SECONDS REPORT [window] [silent]

The report (a pickle) has the cues of the last sheet with their samples, the places from which the
session ran, and the heartbeat of the window.
"""

import pickle
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from glutetimer.app import build_services, close_services
from glutetimer.audio.clips import Samples, scaled
from glutetimer.audio.player import Player
from glutetimer.audio.tones import tone
from glutetimer.core.cues.placing import cue_sheet
from glutetimer.core.cues.sheet import CueStyle, SheetCue
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended, Event, Jumped, Paused, Resumed
from glutetimer.core.session.preparing import SessionVoice
from glutetimer.core.session.states import Command
from glutetimer.core.settings import Settings
from glutetimer.ui.session.driver import SessionDriver
from tests.bench.children.blame import Blame
from tests.bench.children.sound_report import BEAT_MS, Beat, Report

PLAYER_CALLS = (
    "prepare", "progress", "lengths_s", "load", "run_from", "hold", "announce", "take_notices"
)  # fmt: skip
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

    def __init__(self, driver: SessionDriver, seconds: float) -> None:
        super().__init__()
        self.report = Report()
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
            case Resumed(step, elapsed_s, at_s) | Jumped(step, elapsed_s, at_s):
                self.report.runs.append((step, elapsed_s, at_s))
            case Paused():
                self.report.pauses_s.append(time.monotonic())
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
            self.report.ended_s = time.monotonic()
            self._driver.moved.disconnect(self.move)
            self._driver.do(Command.STOP)  # a window does not close in a session
            QTimer.singleShot(1500, QCoreApplication.quit)
        elif place.duration_s is None and place.elapsed_s > 12.0:
            self._driver.do(Command.NEXT)


def fill(report: Report, coach: Coach, player: Any, settings: Settings) -> None:
    """Put in what the sheet is now."""
    style = CueStyle.of(settings)
    sheet = cue_sheet(coach.timeline, style, player.lengths_s().get)
    report.durations_s = sheet.durations_s
    if not isinstance(player, Player):
        return
    report.cues = [(cue, sound(cue, player, settings).tobytes()) for cue in sheet.cues]


def sound(cue: SheetCue, player: Player, settings: Settings) -> Samples:
    """The samples of a cue as loud as they are played."""
    if cue.is_tone:
        samples = tone(cue.kind)
        assert samples is not None
        return scaled(samples, settings.tone_volume)
    return scaled(player._shelf._clips[cue.text], settings.voice_volume)


def play_without_window(services: Services, routine: str, seconds: float) -> Report:
    """Coach, player and an event loop, nothing else; all clips are there."""
    app = QCoreApplication([])
    player, settings = services.make_player(), Settings()
    coach = Coach(
        services.library.routine(routine), settings, services.clock, services.history, player
    )
    if isinstance(player, Player):
        until_s = time.monotonic() + 60.0
        while len(set(player.progress())) > 1 and time.monotonic() < until_s:
            time.sleep(0.01)
    driver = SessionDriver(app)
    play = Play(driver, seconds)
    coach.tick()
    driver.begin(coach)
    app.exec()
    fill(play.report, coach, player, settings)
    play.report.notices = [str(notice) for notice in player.take_notices()]
    player.close()
    return play.report


def play_in_window(services: Services, routine: str, seconds: float) -> Report:
    """The session page in the window, painting; clips as they come."""
    from PySide6.QtWidgets import QApplication

    from glutetimer.resources import assets_dir
    from glutetimer.ui.session.page import SessionPage
    from glutetimer.ui.style.application import load_fonts
    from glutetimer.ui.window.main_window import MainWindow

    app = QApplication([])
    load_fonts(tuple(str(path) for path in (assets_dir() / "fonts").glob("*.otf")))
    window = MainWindow(services)
    window.resize(1280, 800)
    window.show()
    found: list[Play] = []
    players: list[CuePlayer] = []  # the window lets go of its player when it closes
    blame = Blame()
    blame.watch(SessionVoice, ("follow", "refresh"))
    heart = Heart(blame)

    class Script(QObject):
        @Slot()
        def begin(self) -> None:
            blame.begin()
            blame.watch(window.host.player(), PLAYER_CALLS)
            window.host.start(routine)
            page = window.findChild(SessionPage)
            assert page is not None
            play = Play(page.driver, seconds)
            place, head = play.coach.session.place, play.coach.session._head
            play.report.runs.append((place.step, place.elapsed_s, head.origin_s))
            found.append(play)
            players.append(window.host.player())
            QTimer.singleShot(SETTLE_MS, heart.start)

    script = Script()
    QTimer.singleShot(1500, script.begin)
    app.exec()
    (play,), (player,) = found, players
    settings = services.settings_store.load()[0]
    fill(play.report, play.coach, player, settings)
    play.report.beats = heart.beats
    player.close()
    return play.report


def main(routine: str, seconds: str, path: str, *how: str) -> None:
    services = build_services(None, is_silent="silent" in how)
    play = play_in_window if "window" in how else play_without_window
    report = play(services, routine, float(seconds))
    Path(path).write_bytes(pickle.dumps(report))
    close_services(services)


if __name__ == "__main__":
    main(*sys.argv[1:])
