"""A desktop, and other people's music, that only remember."""

from collections.abc import Callable
from dataclasses import dataclass, field

from glutetimer.core.ports.remote import RemoteStatus, RemoteWish
from glutetimer.core.settings import MusicWay


@dataclass
class FakeRemote:
    """A desktop: `shown` is all that it was told, `press` is a button on it."""

    shown: list[RemoteStatus] = field(default_factory=list)
    begun: int = 0
    ended: int = 0
    folder: str = ""
    _ask: Callable[[RemoteWish], None] | None = None

    def begin(self, ask: Callable[[RemoteWish], None]) -> None:
        self.begun += 1
        self._ask = ask

    def show(self, status: RemoteStatus) -> None:
        self.shown.append(status)

    def picture_path(self, name: str) -> str:
        return f"{self.folder}/{name}.png" if self.folder else ""

    def end(self) -> None:
        self.ended += 1

    def press(self, wish: RemoteWish) -> None:
        assert self._ask is not None
        self._ask(wish)


@dataclass
class FakeMusic:
    """Music that remembers what became of it."""

    told: list[object] = field(default_factory=list)

    def begin(self, way: MusicWay) -> None:
        self.told.append(way)

    def hear(self, is_speaking: bool) -> None:
        self.told.append(is_speaking)

    def end(self) -> None:
        self.told.append("end")

    def put_back(self) -> None:
        self.told.append("put back")
