"""The streams of the sound server (PulseAudio, PipeWire), by its own tool `pactl`."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from glutetimer.media.sources import Levels

PATIENCE_S = 2.0
FULL = 65536
"""What the sound server calls 100 %."""

_NO_MUSIC = ("event", "phone", "a11y", "production", "test")
"""Roles of streams that must not become quieter: calls, screen readers, alarms."""


class StreamSource:
    """A stream with the volume of every channel."""

    share = 0.6  # -13 dB: the sound server's volumes are cubic
    is_stream = True

    def __init__(self, found: Mapping[str, Any]) -> None:
        named = found.get("properties", {})
        self._index = int(found["index"])
        self._levels = tuple(
            int(channel["value"]) / FULL for channel in found.get("volume", {}).values()
        )
        self.family = f"stream of {named.get('application.name') or named.get('media.name', '')}"
        self.key = f"{self.family}, {self._index}"
        self.pid = _number(named.get("application.process.id"))
        self.is_playing = named.get("media.role") not in _NO_MUSIC and not found.get("corked")

    def levels(self) -> Levels | None:
        """The volumes when it was listed."""
        return self._levels or None

    def set_levels(self, levels: Levels) -> None:
        """Set the volumes."""
        volumes = [str(round(level * FULL)) for level in levels]
        _pactl("set-sink-input-volume", str(self._index), *volumes)
        self._levels = tuple(levels)


def streams(but_of_pid: int) -> Sequence[StreamSource]:
    """All streams but those of one process; empty where there is no sound server or no pactl."""
    try:
        listed = json.loads(_pactl("--format=json", "list", "sink-inputs") or "[]")
        found = [StreamSource(one) for one in listed]
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()
    return [one for one in found if one.pid != but_of_pid]


def has_streams() -> bool:
    """Whether a sound server answers."""
    return bool(_pactl("info"))


def _pactl(*words: str) -> str:
    try:
        done = subprocess.run(
            ["pactl", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _number(text: object) -> int:
    return int(text) if isinstance(text, str) and text.isdecimal() else 0
