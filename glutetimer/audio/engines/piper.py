"""Voices of Piper that the person has put into the folder `voices`: a model and its `.json`."""

import json
import wave
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from glutetimer.audio.engines.offer import EngineInfo, Offer, installed_version
from glutetimer.audio.engines.protocol import (
    BROKEN_VOICE,
    EngineError,
    Manner,
    stay_offline,
)
from glutetimer.core.ports.player import Voice
from glutetimer.ordinary_file import NotOrdinaryError, open_ordinary
from glutetimer.toml_text.problem import printable

PREFIX = "piper/"

USUAL_RATE = 165
"""Words a minute that stand for a voice's own pace."""

_MOST_BYTES = 1_000_000  # of a voice's description; those that are known have 5,000


class _Found(NamedTuple):
    model: Path
    language: str
    stamp: str


def offer(folder: Path) -> Offer:
    """The voices of a folder, if they can be spoken; see `passed_over` for what is no voice."""
    found = {one.model.stem: one for one in _looked_at(folder) if isinstance(one, _Found)}
    if not found:
        return Offer(None, "; ".join(passed_over(folder)))
    version = installed_version("piper-tts", "piper", "onnxruntime")
    if not version:
        why = f"those in {folder} need the package piper-tts; it is not installed"
        return Offer(None, why)
    voices = tuple(
        Voice(f"{PREFIX}{stem}", _name(stem), one.language, has_pitch=False, is_natural=True)
        for stem, one in found.items()
    )
    stamps = "\0".join(one.stamp for one in found.values())
    digest = blake2b(stamps.encode(), digest_size=6).hexdigest()
    return Offer(EngineInfo(f"Piper {version} {digest}", voices, voices[0].id))


def _name(stem: str) -> str:
    """What a person calls a voice: "Thorsten (medium)" for "de_DE-thorsten-medium"."""
    match stem.split("-"):
        case [code, name, quality] if "_" in code:
            return f"{name.replace('_', ' ').title()} ({quality.replace('_', ' ')})"
        case _:
            return stem


def passed_over(folder: Path) -> tuple[str, ...]:
    """What is wrong with each model of a folder that is no voice, in words."""
    return tuple(one for one in _looked_at(folder) if isinstance(one, str))


def _looked_at(folder: Path) -> Iterator[_Found | str]:
    """Each model of a folder: the voice, or what is wrong with it."""
    with suppress(OSError):
        for model in sorted(folder.glob("*.onnx")):
            description = model.with_name(f"{model.name}.json")
            try:
                stat = model.stat()
                if not S_ISREG(stat.st_mode):
                    raise NotOrdinaryError
                described = _description(description)
            except FileNotFoundError:
                yield f"{printable(model.name)} lacks its {printable(description.name)}"
                continue
            except NotOrdinaryError:
                yield f"{printable(model.name)} and its description are not ordinary files"
                continue
            except (OSError, ValueError):
                yield f"{printable(description.name)} does not describe a voice"
                continue
            language = described.get("language")
            code = language.get("code") if isinstance(language, dict) else ""
            stamp = f"{model.name} {stat.st_size} {stat.st_mtime_ns}"
            yield _Found(model, str(code or "").replace("_", "-").lower(), stamp)


def _description(path: Path) -> dict[str, Any]:
    """What stands in a voice's `.json`. Raises OSError, ValueError."""
    with open_ordinary(path) as file:
        described = json.loads(file.read(_MOST_BYTES))
    if not isinstance(described, dict) or "phoneme_id_map" not in described:
        raise ValueError("not the description of a voice")
    return described


class PiperEngine:
    """The voices of a folder; a model is loaded when it first speaks. For the child process."""

    name = "Piper"
    has_pitch = False

    def __init__(self, folder: Path) -> None:
        offered = offer(folder)
        info = offered.info
        if info is None:
            raise EngineError("no-engine", offered.why or f"no voice in {folder}")
        self.version = info.key.removeprefix("Piper ")
        self.voices = [(voice.id, voice.name, voice.language) for voice in info.voices]
        self.default_voice = info.voice
        self._folder = folder
        self._loaded: tuple[str, Any] = ("", None)
        stay_offline()
        try:
            import onnxruntime
            import piper

            onnxruntime.disable_telemetry_events()
            self._piper: Any = piper
        except Exception as error:
            raise EngineError("no-engine", f"{type(error).__name__}: {error}") from error

    def render(self, text: str, manner: Manner, path: Path) -> None:
        """Speak a text into a WAV file. Raises EngineError."""
        if manner.voice not in (voice for voice, _, _ in self.voices):
            raise EngineError("unknown-voice", manner.voice)
        if self._loaded[0] != manner.voice:
            model = self._folder / f"{manner.voice.removeprefix(PREFIX)}.onnx"
            try:
                self._loaded = manner.voice, self._piper.PiperVoice.load(str(model))
            except Exception as error:  # half a file, another format: whatever lies there
                told = f"{printable(model.name)} cannot be loaded"
                raise EngineError(BROKEN_VOICE, told) from error
        speaker = self._loaded[1]
        pace = speaker.config.length_scale * USUAL_RATE / manner.rate
        with wave.open(str(path), "wb") as file:
            speaker.synthesize_wav(text, file, self._piper.SynthesisConfig(length_scale=pace))
