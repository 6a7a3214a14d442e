"""What an engine offers, as far as it is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from glutetimer.core.ports.player import Voice


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """An engine; `voice` is the id that it speaks with if nothing else is asked.

    `key` tells its clips from those of another engine, version or voice file.
    """

    key: str
    voices: tuple[Voice, ...]
    voice: str = ""
    has_pitch: bool = False

    @classmethod
    def of(cls, hello: Mapping[str, Any]) -> "EngineInfo":
        """The engine from a child's first line."""
        has_pitch = hello.get("has_pitch") is True
        fields = (map(str, each) for each in hello.get("voices", ()))
        return cls(
            f"{hello.get('engine', '')} {hello.get('version', '')}".strip(),
            tuple(Voice(voice_id, name, tag, has_pitch) for voice_id, name, tag in fields),
            str(hello.get("default", "")),
            has_pitch,
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be said of an engine without starting it.

    Without `info` it does not speak; `why` says why not, "" where nobody would expect it to.
    """

    info: EngineInfo | None
    why: str = ""


def installed_version(package: str, *modules: str) -> str:
    """The version of a package whose modules are there; "" if one is not. Imports nothing."""
    try:
        is_there = all(find_spec(module) is not None for module in modules)
        return version(package) if is_there else ""
    except (ImportError, ValueError, PackageNotFoundError):
        return ""
