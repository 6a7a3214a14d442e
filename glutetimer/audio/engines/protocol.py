"""What the child process asks of an engine."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

BROKEN_VOICE = "broken-voice"
"""The code of an error that a voice has with every text; `detail` says why in words."""

VoiceFields = tuple[str, str, str]
"""Id, shown name, and language tag (or "") of a voice."""


class EngineError(Exception):
    """The engine cannot do it; `code` is a word of the protocol."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: words a minute; pitch from 0 to 100, for engines that have one."""

    voice: str
    rate: int
    pitch: int


class Engine(Protocol):
    """An engine that is ready. Its maker raises EngineError("no-engine") if it cannot be."""

    name: str
    version: str
    default_voice: str
    has_pitch: bool

    @property
    def voices(self) -> Sequence[VoiceFields]:
        """Every voice that it speaks with."""

    def render(self, text: str, manner: Manner, path: Path) -> None:
        """Speak a text into a sound file of any kind. Raises EngineError."""


def stay_offline() -> None:
    """Refuse every connection of this process from now on: nothing is fetched at run time.

    For engines whose libraries can load further voices, before these are imported; there is no way
    back. onnxruntime counts its users, outside Python and with a number for each in the person's
    cache, unless it is told not to before it is loaded.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo"):
        raise PermissionError("The voice works without the network")
