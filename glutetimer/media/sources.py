"""What plays on this machine, and how loud: players on the bus, and streams of the sound server."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from jeepney.io.blocking import DBusConnection

from glutetimer.media.bus import RemotePlayer, names, process_id
from glutetimer.session_bus import NoAnswer, NoBus, TooLate

Levels = Sequence[float]


class SoundSource(Protocol):
    """Something that plays, or could: `is_playing` is whether it is music that is heard now.

    `key` names this very one, `family` the program, `share` is what is kept of its level when it
    is lowered, `pid` its process (0: unknown). A player is no stream, though it may
    have some.
    """

    key: str
    family: str
    share: float
    pid: int
    is_playing: bool
    is_stream: bool

    def levels(self) -> Levels | None:
        """How loud it is, for every channel, 1.0 is full; None if that is not known."""

    def set_levels(self, levels: Levels) -> None:
        """Make it as loud; nothing where it does not let us."""


class PlayerSource:
    """A player on the bus with its volume."""

    share = 0.3
    is_stream = False

    def __init__(self, player: RemotePlayer, pid: int, is_playing: bool) -> None:
        self._player = player
        self.is_playing = is_playing
        self.key = player.name
        self.family = player.name.partition(".instance")[0]
        self.pid = pid

    def levels(self) -> Levels | None:
        """Its volume, if it has one."""
        with suppress(NoAnswer, NoBus):
            return (self._player.volume,)
        return None

    def set_levels(self, levels: Levels) -> None:
        """Set its volume."""
        with suppress(NoAnswer, NoBus):
            self._player.volume = levels[0]


class Players:
    """The other players on the bus; one that did not answer in time is not asked again."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._paused: list[RemotePlayer] = []
        self._silent: set[str] = set()

    def sources(self) -> Iterator[PlayerSource]:
        """Every player."""
        for player in self._all():
            pid = 0
            with suppress(NoAnswer, NoBus):
                pid = process_id(self._bus, player.name)
            yield PlayerSource(player, pid, self._status(player) == "Playing")

    def pause(self) -> None:
        """Pause those that play."""
        for player in self._all():
            if self._status(player) == "Playing":
                with suppress(NoAnswer, NoBus):
                    player.do("Pause")
                    self._paused.append(player)

    def play(self) -> None:
        """Let those go on that we paused, and that nobody has let go on or closed meanwhile."""
        paused, self._paused = self._paused, []
        for player in paused:
            if self._status(player) == "Paused":
                with suppress(NoAnswer, NoBus):
                    player.do("Play")

    def _all(self) -> Sequence[RemotePlayer]:
        with suppress(NoAnswer, NoBus):
            found = names(self._bus)
            return [RemotePlayer(self._bus, name) for name in found if name not in self._silent]
        return ()

    def _status(self, player: RemotePlayer) -> str:
        try:
            return str(player.value("PlaybackStatus"))
        except TooLate:
            self._silent.add(player.name)
        except (NoAnswer, NoBus):
            pass
        return ""


class SoundSources:
    """Players and streams; a stream of a player that was lowered is left as it is."""

    def __init__(
        self, players: Players | None, streams: Callable[[], Sequence[SoundSource]]
    ) -> None:
        self._players = players
        self._streams = streams

    def playing(self) -> Iterator[SoundSource]:
        """What plays now; players first."""
        if self._players is not None:
            yield from (source for source in self._players.sources() if source.is_playing)
        yield from (source for source in self._streams() if source.is_playing)

    def all(self) -> Iterator[SoundSource]:
        """What is there now; streams first, for they may be a player's own volume."""
        yield from self._streams()
        if self._players is not None:
            yield from self._players.sources()
