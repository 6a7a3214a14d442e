"""The player that plays nothing (`--voice off`)."""

from collections.abc import Iterable, Mapping, Sequence

from glutetimer.core.cues.sheet import CueKind, CueSheet
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import Settings


class SilentPlayer:
    """A cue player without voice, device, thread or notice."""

    def warm_up(self) -> None:
        """Do nothing."""

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: tuple[tuple[str, str], ...] = (),
        own: tuple[str, ...] = (),
    ) -> None:
        """Do nothing."""

    def progress(self) -> tuple[int, int]:
        """Nothing is wanted."""
        return 0, 0

    def lengths_s(self) -> Mapping[str, float]:
        """No clip is ever ready."""
        return {}

    def load(self, sheet: CueSheet) -> None:
        """Do nothing."""

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        """Do nothing."""

    def hold(self) -> None:
        """Do nothing."""

    def announce(self, text: str) -> None:
        """Do nothing."""

    def signal(self, kind: CueKind) -> None:
        """Do nothing."""

    def set_muted(self, muted: bool) -> None:
        """Do nothing."""

    def set_settings(self, settings: Settings) -> None:
        """Do nothing."""

    def try_voice(self, text: str, settings: Settings) -> None:
        """Do nothing."""

    def try_sound(self, settings: Settings) -> None:
        """Do nothing."""

    def outputs(self) -> Sequence[str]:
        """None."""
        return ()

    def status(self) -> SoundStatus:
        """Nothing sounds."""
        return SoundStatus()

    def voices(self) -> Sequence[Voice]:
        """None."""
        return ()

    def take_settled(self) -> Sequence[Notice]:
        """None."""
        return ()

    def take_notices(self) -> Sequence[Notice]:
        """None."""
        return ()

    def close(self) -> None:
        """Do nothing."""
