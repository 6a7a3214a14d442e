"""What `glutetimer doctor` says about voice and sound."""

from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from threading import Thread

from glutetimer.audio.device import DeviceOpener, device_words, open_device
from glutetimer.audio.diagnosed_voices import REINSTALL, SoundFinding, diagnosed_voices
from glutetimer.core.errors import Trouble

PROBE_S = 4.0
"""How long a part of the machine may take to answer."""

_OTHER_DEVICE = "Plug it in or switch it on, or choose another one in the settings"


def diagnose(
    voice: str = "",
    language: str = "en",
    output_device: str = "",
    *,
    voices_dir: Path | None = None,
    worker: Sequence[str] | None = None,
    opener: DeviceOpener = open_device,
    timeout_s: float = PROBE_S,
) -> list[SoundFinding]:
    """Look at the speech engines and the sound device; takes a few seconds at most.

    `voice` and `output_device` are the settings (empty: one that fits `language`, the default),
    `voices_dir` is the folder of the person's own voices. With a `worker` of its own there is
    only the machine's engine.
    """
    device: Queue[SoundFinding] = Queue()  # looked for while the engines start
    probe = Thread(
        target=lambda: device.put(_device_finding(opener, output_device)),
        name="sound probe",
        daemon=True,  # a device that hangs is left behind
    )
    probe.start()
    voices = list(diagnosed_voices(voice, language, voices_dir, worker, timeout_s))
    probe.join(timeout_s)
    return [*voices, _FROZEN if device.empty() else device.get()]


_FROZEN = SoundFinding(
    "Sound device", "the sound system does not answer", "Restart the sound system or log in again"
)


def _device_finding(opener: DeviceOpener, name: str) -> SoundFinding:
    try:
        device = opener(lambda count: bytes(2 * count), name)
    except Trouble as trouble:
        return SoundFinding("Sound device", f"none ({trouble.where or trouble.what})", trouble.cure)
    except (ImportError, OSError) as error:
        return SoundFinding("Sound device", f"miniaudio cannot be loaded ({error})", REINSTALL)
    words = device_words(device)
    device.close()
    if name and device.name != name:
        return SoundFinding("Sound device", f"{words}; “{name}” is not there", _OTHER_DEVICE)
    return SoundFinding("Sound device", words)
