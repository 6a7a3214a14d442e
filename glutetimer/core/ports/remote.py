"""What the desktop shows of a session, and what its media keys ask for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class RemoteWish(StrEnum):
    """What a headset button, a media key or a lock screen asks for."""

    PLAY = "play"
    PAUSE = "pause"
    PLAY_PAUSE = "play_pause"
    NEXT = "next"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Track:
    """A set with the wait before it, as players show a song.

    `number` counts from 1; `length_s` is None where the set waits for the person; `picture` is
    the path of a PNG file, "" for none.
    """

    number: int
    title: str
    detail: str
    routine: str
    length_s: float | None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class RemoteStatus:
    """What is shown of a session: it stands at `position_s` of a track."""

    track: Track
    position_s: float
    is_running: bool


class RemoteControl(Protocol):
    """Lets the desktop show and control a session between `begin` and `end`.

    No method blocks or raises; where a desktop has nothing of this kind nothing happens.
    """

    def begin(self, ask: Callable[[RemoteWish], None]) -> None:
        """A session begins; `ask` is called with every wish, in a thread of its own."""

    def show(self, status: RemoteStatus) -> None:
        """Show where the session stands now; call it whenever it moves out of its course."""

    def picture_path(self, name: str) -> str:
        """Where the picture of this name may be written; "" where none is wanted."""

    def end(self) -> None:
        """The session is over: show nothing any more."""


class _Nothing:
    """No desktop."""

    def begin(self, ask: Callable[[RemoteWish], None]) -> None:
        """Do nothing."""

    def show(self, status: RemoteStatus) -> None:
        """Do nothing."""

    def picture_path(self, name: str) -> str:
        """None is wanted."""
        return ""

    def end(self) -> None:
        """Do nothing."""


NO_REMOTE: RemoteControl = _Nothing()
