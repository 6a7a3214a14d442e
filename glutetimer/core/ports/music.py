"""What other programs play while a session runs."""

from typing import Protocol

from glutetimer.core.settings import MusicWay


class OtherMusic(Protocol):
    """Lowers or pauses what others play between `begin` and `end`; each may come twice.

    `hear` may be called from any thread. No method blocks or raises; where a system does not let
    us nothing happens.
    """

    def begin(self, way: MusicWay) -> None:
        """A session runs from now on."""

    def hear(self, is_speaking: bool) -> None:
        """The coach begins to speak, or has ended."""

    def end(self) -> None:
        """It is over, or stands still for long: others play as they did."""

    def put_back(self) -> None:
        """Put back what a program that was killed has left lowered; nothing if nothing was."""


class _Nothing:
    """Nobody else plays."""

    def begin(self, way: MusicWay) -> None:
        """Do nothing."""

    def hear(self, is_speaking: bool) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""

    def put_back(self) -> None:
        """Do nothing."""


NO_MUSIC: OtherMusic = _Nothing()
