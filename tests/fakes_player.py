"""A player that only remembers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from glutetimer.core.cues.placing import estimated_length_s
from glutetimer.core.cues.sheet import CueKind, CueSheet
from glutetimer.core.notice import Notice
from glutetimer.core.ports.player import SoundStatus, Voice
from glutetimer.core.settings import Settings


@dataclass
class FakePlayer:
    """A player that remembers what it was told; `ready` clips have estimated lengths."""

    ready: dict[str, float] = field(default_factory=dict)
    told: list[tuple[object, ...]] = field(default_factory=list)
    sheets: list[CueSheet] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    settled: list[Notice] = field(default_factory=list)
    signals: list[CueKind] = field(default_factory=list)
    prepared: list[tuple[str, ...]] = field(default_factory=list)
    done: tuple[int, int] = (0, 0)
    tried: list[tuple[str, Settings]] = field(default_factory=list)
    tested: list[Settings] = field(default_factory=list)
    known_voices: list[Voice] = field(default_factory=list)
    known_outputs: list[str] = field(default_factory=list)
    sound: SoundStatus = field(default_factory=SoundStatus)
    is_closed: bool = False

    def make_ready(self) -> None:
        """All the clips asked for are made now."""
        self.ready = {text: estimated_length_s(text) for text in self.prepared[-1]}

    def warm_up(self) -> None:
        """Remember that the device was to be opened."""
        self.told.append(("warm up",))

    def prepare(
        self,
        texts: Iterable[str],
        settings: Settings,
        language: str = "en",
        say: tuple[tuple[str, str], ...] = (),
        own: tuple[str, ...] = (),
    ) -> None:
        """Remember the texts."""
        self.prepared.append(tuple(texts))

    def progress(self) -> tuple[int, int]:
        """As a test wants it."""
        return self.done

    def lengths_s(self) -> Mapping[str, float]:
        """The clips that are ready."""
        return self.ready

    def load(self, sheet: CueSheet) -> None:
        """Remember the sheet."""
        self.sheets.append(sheet)

    def run_from(self, step: int, elapsed_s: float, at_s: float, added_s: float = 0.0) -> None:
        """Remember the place."""
        self.told.append(("run", step, elapsed_s, at_s, added_s))

    def set_settings(self, settings: Settings) -> None:
        """Remember the volume."""
        self.told.append(("volume", settings.voice_volume))

    def hold(self) -> None:
        """Remember the silence."""
        self.told.append(("hold",))

    def announce(self, text: str) -> None:
        """Remember the words."""
        self.told.append(("announce", text))

    def signal(self, kind: CueKind) -> None:
        """Remember the tone."""
        self.signals.append(kind)

    def set_muted(self, muted: bool) -> None:
        """Remember whether it is muted."""
        self.told.append(("muted", muted))

    def try_voice(self, text: str, settings: Settings) -> None:
        """Remember the trial."""
        self.tried.append((text, settings))

    def try_sound(self, settings: Settings) -> None:
        """Remember the trial."""
        self.tested.append(settings)

    def outputs(self) -> Sequence[str]:
        """As a test wants it."""
        return self.known_outputs

    def status(self) -> SoundStatus:
        """As a test wants it."""
        return self.sound

    def voices(self) -> Sequence[Voice]:
        """As a test wants it."""
        return self.known_voices

    def take_settled(self) -> Sequence[Notice]:
        """As a test wants it."""
        settled, self.settled = self.settled, []
        return settled

    def take_notices(self) -> Sequence[Notice]:
        """The notices, each once."""
        notices, self.notices = self.notices, []
        return notices

    def close(self) -> None:
        """Remember it."""
        self.is_closed = True
