"""What `glutetimer doctor` says about voice and sound."""

from collections.abc import Callable, Sequence
from queue import Empty, Queue
from threading import Thread
from typing import NamedTuple

from glutetimer.audio.device import DeviceOpener, device_words, open_device
from glutetimer.audio.speech import EngineInfo, chosen_voice
from glutetimer.audio.voice_process import VoiceProcess, WorkerFailed, worker_command
from glutetimer.audio.voice_worker import BUNDLED
from glutetimer.core.errors import Trouble

PROBE_S = 4.0
"""How long a part of the machine may take to answer."""

_REINSTALL = "Install glutetimer again with all of its packages"
_OTHER_DEVICE = "Plug it in or switch it on, or choose another one in the settings"
_ENGINE_CURE = f"Install espeak-ng with the system's package manager, or: {_REINSTALL}"


class SoundFinding(NamedTuple):
    """A line of the report; an empty `cure` means that all is well."""

    name: str
    text: str
    cure: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether nothing needs a cure."""
        return not self.cure


def diagnose(
    voice: str = "",
    language: str = "en",
    output_device: str = "",
    *,
    worker: Sequence[str] | None = None,
    opener: DeviceOpener = open_device,
    timeout_s: float = PROBE_S,
) -> list[SoundFinding]:
    """Look at the speech engine and the sound device; takes a few seconds at most.

    `voice` and `output_device` are the settings (empty: one that fits `language`, the default).
    """
    return [
        *_engine_findings(tuple(worker or worker_command()), voice, language, timeout_s),
        _within(timeout_s, lambda: _device_finding(opener, output_device), _FROZEN),
    ]


_FROZEN = SoundFinding(
    "Sound device", "the sound system does not answer", "Restart the sound system or log in again"
)


def _engine_findings(
    command: Sequence[str], voice: str, language: str, timeout_s: float
) -> list[SoundFinding]:
    info: EngineInfo | str = "it ends at once"
    for arguments in (command, (*command, BUNDLED)):  # a system engine may be broken, ours not
        info = _probed_engine(arguments, timeout_s)
        if isinstance(info, EngineInfo):
            break
    if isinstance(info, str):
        return [SoundFinding("Speech engine", f"none ({info})", _ENGINE_CURE)]
    chosen = chosen_voice(info.voices, voice, language, info.voice)
    name = f"{chosen.name} ({chosen.id})" if chosen else "none"
    cure = "" if chosen else _ENGINE_CURE
    if voice and chosen and chosen.id != voice:
        name += f"; “{voice}” is not on this computer"
        cure = "Choose another voice in the settings"
    return [
        SoundFinding("Speech engine", info.key),
        SoundFinding("Voices", str(len(info.voices)), "" if info.voices else _ENGINE_CURE),
        SoundFinding("Voice", name, cure),
    ]


def _probed_engine(command: Sequence[str], timeout_s: float) -> EngineInfo | str:
    """The engine, or why there is none."""
    try:
        process = VoiceProcess(command, timeout_s, timeout_s)
    except WorkerFailed as failure:
        return "it does not answer" if failure.is_hung else "it ends at once"
    except OSError as error:
        return str(error)
    process.end()
    if "error" in process.hello:
        return str(process.hello.get("detail") or process.hello["error"])
    return EngineInfo.of(process.hello)


def _device_finding(opener: DeviceOpener, name: str) -> SoundFinding:
    try:
        device = opener(lambda count: bytes(2 * count), name)
    except Trouble as trouble:
        return SoundFinding("Sound device", f"none ({trouble.where or trouble.what})", trouble.cure)
    except (ImportError, OSError) as error:
        return SoundFinding("Sound device", f"miniaudio cannot be loaded ({error})", _REINSTALL)
    words = device_words(device)
    device.close()
    if name and device.name != name:
        return SoundFinding("Sound device", f"{words}; “{name}” is not there", _OTHER_DEVICE)
    return SoundFinding("Sound device", words)


def _within(
    timeout_s: float, probe: Callable[[], SoundFinding], otherwise: SoundFinding
) -> SoundFinding:
    """What a probe finds, or something else if it takes too long; it is then left behind."""
    found: Queue[SoundFinding] = Queue()
    Thread(target=lambda: found.put(probe()), name="sound probe", daemon=True).start()
    try:
        return found.get(timeout=timeout_s)
    except Empty:
        return otherwise
