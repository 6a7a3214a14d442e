"""What the desktop's media keys ask of a session in a terminal."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

from glutetimer.core.ports.remote import RemoteControl, RemoteWish
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.states import Command, Place
from glutetimer.core.session.tracks import remote_status, wished_command


class RemoteKeys:
    """Shows a session on the desktop, and keeps what is asked there until the player takes it."""

    def __init__(self, coach: Coach, remote: RemoteControl) -> None:
        self._coach = coach
        self._remote = remote
        self._wishes: SimpleQueue[RemoteWish] = SimpleQueue()
        self._shown: Place | None = None

    def begin(self) -> None:
        """The session begins."""
        self._remote.begin(self._wishes.put)

    def follow(self) -> None:
        """Show where the session stands, if it has moved but by time."""
        before, place = self._shown, self._coach.session.place
        self._shown = place
        has_gone_on = before is not None and place.elapsed_s >= before.elapsed_s
        if before is None or not has_gone_on or replace(before, elapsed_s=place.elapsed_s) != place:
            self._remote.show(remote_status(self._coach.timeline, place, self._picture(place)))

    def _picture(self, place: Place) -> str:
        """The picture that the window has made of the exercise; "" if it has not: only Qt draws."""
        timeline = self._coach.timeline
        exercise = timeline.entry_at(timeline.steps[place.step]).exercise
        path = self._remote.picture_path(exercise.id)
        return path if path and Path(path).is_file() else ""

    def commands(self) -> Iterator[Command]:
        """What was asked since the last call and is allowed now, each to be done at once."""
        with suppress(Empty):
            while True:
                command = wished_command(self._wishes.get_nowait(), self._coach.session)
                if command is not None:
                    yield command

    def forget(self) -> None:
        """Drop what was asked meanwhile: a question was open, and its answer decides."""
        with suppress(Empty):
            while True:
                self._wishes.get_nowait()

    def end(self) -> None:
        """The session is over."""
        self._remote.end()
