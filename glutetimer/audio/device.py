"""The sound device, through miniaudio: the one place that imports it."""

import ctypes
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Any, Protocol

from glutetimer.audio.clips import RATE_HZ
from glutetimer.core.errors import Trouble

BUFFER_MS = 200
"""Shorter ones run dry when other programs are busy (measured)."""

BUFFERED_S = 0.6 * BUFFER_MS / 1_000
"""From the earliest request for a frame to its sound; measured 0.119 s with PulseAudio."""

Pull = Callable[[int], bytes]
"""Gives the next so many frames; called from the device's thread."""

NO_DEVICE_CURE = "Plug in or switch on a loudspeaker; sound starts by itself when there is one"


class OpenDevice(Protocol):
    """A device that plays."""

    @property
    def backend(self) -> str:
        """The sound system's name."""
        ...

    def close(self) -> None:
        """Stop; may block for 20 s when the sound system is frozen."""
        ...


DeviceOpener = Callable[[Pull], OpenDevice]


class _MiniaudioDevice:
    def __init__(self, device: Any) -> None:
        self._device = device
        self.backend: str = device.backend

    def close(self) -> None:
        self._device.close()


def open_device(pull: Pull) -> OpenDevice:
    """Open the default device and let it pull. May block; raises Trouble if there is none."""
    import miniaudio  # late: nothing else of the program needs it

    _hush_alsa()
    device = None
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE_HZ,
            buffersize_msec=BUFFER_MS,
            app_name="glutetimer",
        )
        if device.backend == "Null":
            raise miniaudio.MiniaudioError("there is no sound system")
        device.start(_pulled(pull))
    except miniaudio.MiniaudioError as error:
        if device is not None:
            device.close()
        reason = str(error.args[0]) if error.args else "no reason given"
        raise Trouble("No sound device could be opened", reason, NO_DEVICE_CURE) from error
    return _MiniaudioDevice(device)


def _pulled(pull: Pull) -> Generator[bytes, int, None]:
    """Wrap a callable as the generator, already started, that miniaudio wants."""

    def blocks() -> Generator[bytes, int, None]:
        block = b""
        while True:
            count = yield block
            block = pull(count)

    generator = blocks()
    next(generator)
    return generator


def _hush_alsa() -> None:
    """Keep ALSA's own chatter off the terminal; its errors reach us as return codes anyway.

    Its error handler is replaced by a C function that ignores what it is given.
    """
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):
        nothing = ctypes.CDLL(None).getpid
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(nothing)
