"""What speaks and plays tones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # The first window comes up without these: see tests/bench/startup.py.
    from collections.abc import Iterable, Mapping, Sequence

    from glutetimer.core.cues.sheet import CueKind, CueSheet
    from glutetimer.core.notice import Notice
    from glutetimer.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice: its id, shown name, language tag ("en-gb") or "".

    `has_pitch` is whether its pitch can be changed, `is_natural` whether it sounds like a person.
    """

    id: str
    name: str
    language: str = ""
    has_pitch: bool = True
    is_natural: bool = False


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """What makes the sound, in words; empty while it is not known or not in use.

    `silent` says of each engine that could be expected to speak why it does not.
    """

    engine: str = ""
    voice: str = ""
    device: str = ""
    silent: tuple[str, ...] = ()


class CuePlayer(Protocol):
    """Plays a cue sheet in time with a session. No method blocks or raises.

    The player runs ahead by itself between two calls: it is told only of what the sheet
    does not say (begin, pause, resume, a jump, more rest). All times are of the one Clock.
    """

    def warm_up(self) -> None:
        """A session begins in a moment: open the sound device meanwhile."""

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: tuple[tuple[str, str], ...] = (),
        own: tuple[str, ...] = (),
    ) -> None:
        """Begin to make the clips of these texts in the background, first ones first.

        `language` (a tag) is spoken where no voice is set; `say` are (written, spoken) words. In
        another language than the program's only `own` texts are in it, the others are in ours.
        """

    def progress(self) -> tuple[int, int]:
        """How many of the texts that were to be prepared are done, and how many they are."""

    def lengths_s(self) -> Mapping[str, float]:
        """Exact seconds of every clip that is ready, by text."""

    def load(self, sheet: CueSheet) -> None:
        """Take a (new) sheet; what is playing now is not cut."""

    def run_from(self, step: int, elapsed_s: float, clock_s: float, added_s: float = 0.0) -> None:
        """The session stood at `elapsed_s` within `step` at clock time `clock_s` and runs on.

        The step lasts `added_s` longer than on the sheet (more rest); its countdown moves along.
        """

    def hold(self) -> None:
        """Fall silent at once (pause, end); nothing more is played until run_from."""

    def announce(self, text: str) -> None:
        """Speak a prepared text now, outside the sheet; a tone if its clip is not ready."""

    def signal(self, kind: CueKind) -> None:
        """Sound the tone of a kind now, outside the sheet; nothing where silence is set."""

    def set_muted(self, muted: bool) -> None:
        """Silence without losing the place."""

    def set_settings(self, settings: Settings) -> None:
        """Change the volumes at once; voice and rate count from the next `prepare`."""

    def try_voice(self, text: str, settings: Settings) -> None:
        """Speak a text now, for the settings dialog."""

    def try_sound(self, settings: Settings) -> None:
        """Play a tone now through the chosen output device, for the settings dialog."""

    def outputs(self) -> Sequence[str]:
        """The output devices of the machine by name; empty while they are not known yet."""

    def status(self) -> SoundStatus:
        """What makes the sound now."""

    def voices(self) -> Sequence[Voice]:
        """All voices, the natural ones first; the machine's come when they are known."""

    def take_settled(self) -> Sequence[Notice]:
        """Notices that were taken and are no longer true (sound is back), each once."""

    def take_notices(self) -> Sequence[Notice]:
        """Notices since the last call, each once (no voice, no device, ...)."""

    def close(self) -> None:
        """End child processes and threads; within half a second."""
