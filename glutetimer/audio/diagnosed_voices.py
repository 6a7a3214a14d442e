"""What `glutetimer doctor` says about the voices: which engines speak, and why others do not."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from glutetimer.audio.engines import natural, piper
from glutetimer.audio.engines.offer import EngineInfo, Offer
from glutetimer.audio.probe import HUNG, probed_engine, probed_machine
from glutetimer.audio.speech import chosen_voice, speaks
from glutetimer.audio.voice_process import worker_command
from glutetimer.audio.voice_worker import NATURAL, PIPER
from glutetimer.child import is_frozen
from glutetimer.core.ports.player import Voice

REINSTALL = "Install glutetimer again with all of its packages"
_SLOW_CURE = f"Try again while the computer has less to do; if that does not help: {REINSTALL}"

_ENGINE_CURE = f"Install espeak-ng with the system's package manager, or: {REINSTALL}"
_PAIR_CURE = "Put the .onnx file of each voice into {} with its own .onnx.json, and no other files"
_PIPER_CURE = (
    "This package cannot be added to; install glutetimer with pipx, and with piper-tts"
    if is_frozen()
    else f"Install it with: {sys.executable} -m pip install piper-tts"
)


class SoundFinding(NamedTuple):
    """A line of the report; an empty `cure` means that all is well."""

    name: str
    text: str
    cure: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether nothing needs a cure."""
        return not self.cure


def diagnosed_voices(
    voice: str,
    language: str,
    voices_dir: Path | None,
    worker: Sequence[str] | None,
    timeout_s: float,
) -> Iterator[SoundFinding]:
    """Every engine in the order in which they are asked, then who speaks; see `diagnose`."""
    command = tuple(worker or worker_command())
    speaking: list[EngineInfo] = []
    # All at once: one that hangs costs the time of no other.
    with ThreadPoolExecutor() as pool:
        machine_found = pool.submit(probed_machine, command, timeout_s)
        if worker is None:
            offered = natural.offer()
            natural_found = pool.submit(_started, offered, (*command, NATURAL), timeout_s)
            if voices_dir is not None:
                own, words = piper.offer(voices_dir), (*command, PIPER, str(voices_dir))
                own_found = pool.submit(_started, own, words, timeout_s)
            yield _natural_voice(offered, natural_found.result(), speaking)
            if voices_dir is not None:
                yield from _piper_voices(voices_dir, own_found.result(), speaking)
        machine = machine_found.result()
    if isinstance(machine, EngineInfo):
        speaking.append(machine)
        yield SoundFinding("Speech engine", machine.key)
        cure = "" if machine.voices else _ENGINE_CURE
        yield SoundFinding("Voices", str(len(machine.voices)), cure)
    else:
        yield SoundFinding("Speech engine", f"none ({machine})", _ENGINE_CURE)
    if speaking:
        yield _speaking(speaking, voice, language)


def _natural_voice(
    offered: Offer, found: EngineInfo | str, speaking: list[EngineInfo]
) -> SoundFinding:
    """The voice that comes along; adds it to who speaks."""
    if isinstance(found, EngineInfo):
        speaking.append(found)
        return SoundFinding("Natural voice", found.key)
    if offered.info is None:  # some systems have no packages for it
        return SoundFinding("Natural voice", f"{found}; another one speaks")
    return SoundFinding(
        "Natural voice", f"cannot be started ({found})", _SLOW_CURE if found == HUNG else REINSTALL
    )


def _piper_voices(
    folder: Path, found: EngineInfo | str, speaking: list[EngineInfo]
) -> Iterator[SoundFinding]:
    """The person's own voices, and what lies there and is none; adds them to who speaks."""
    faults = "; ".join(piper.passed_over(folder))
    if faults:
        yield SoundFinding("Piper voices", faults, _PAIR_CURE.format(folder))
    if isinstance(found, EngineInfo):
        speaking.append(found)
        yield SoundFinding("Piper voices", f"{len(found.voices)} in {folder}")
    elif found != faults:
        yield SoundFinding("Piper voices", found, _PIPER_CURE)
    elif not faults:
        yield SoundFinding("Piper voices", f"none yet; they belong in {folder}")


def _started(offer: Offer, command: Sequence[str], timeout_s: float) -> EngineInfo | str:
    """What is offered, once its engine has been started; else why not."""
    if offer.info is None:
        return offer.why
    found = probed_engine(command, 2 * timeout_s)  # asked once, the machine's up to twice
    return offer.info if isinstance(found, EngineInfo) else found


def _speaking(engines: Sequence[EngineInfo], wanted: str, language: str) -> SoundFinding:
    """The voice that speaks a language with these settings."""
    voices = [voice for info in engines for voice in info.voices]
    chosen = next((voice for voice in voices if voice.id == wanted), None)
    chosen = chosen or next(filter(None, (_fitting(one, language) for one in engines)), None)
    chosen = chosen or chosen_voice(voices, "", language, engines[0].voice)
    name = f"{chosen.name} ({chosen.id})" if chosen else "none"
    cure = "" if chosen else _ENGINE_CURE
    if wanted and chosen and chosen.id != wanted:
        name += f"; “{wanted}” is not on this computer"
        cure = "Choose another voice in the settings"
    return SoundFinding("Voice", name, cure)


def _fitting(info: EngineInfo, language: str) -> Voice | None:
    chosen = chosen_voice(info.voices, "", language, info.voice)
    return chosen if chosen and speaks(chosen, language) else None
