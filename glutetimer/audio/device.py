"""The sound device, through miniaudio: the one place that imports it."""

import ctypes
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Protocol

from glutetimer.audio.clips import RATE_HZ
from glutetimer.core.errors import Trouble

PULSE_BUFFER_MS = 300
"""PulseAudio keeps half of it filled, and asks for the next 25 ms each time: what a pause cannot
take back is heard for 0.18 s at most, and others may keep us from answering for 0.15 s."""

PERIOD_MS = 75
"""Where the device itself asks: three periods, of which two are filled when it does."""

BUFFERED_S = 0.146
"""From a request for a frame to its sound; measured with PulseAudio, by design elsewhere."""

Pull = Callable[[int], bytes]
"""Gives the next so many frames; called from the device's thread."""

NO_DEVICE_CURE = "Plug in or switch on a loudspeaker; sound starts by itself when there is one"


class OpenDevice(Protocol):
    """A device that plays."""

    @property
    def backend(self) -> str:
        """The sound system's name."""
        ...

    @property
    def name(self) -> str:
        """The device's own name; empty for the system's default device."""
        ...

    def close(self) -> None:
        """Stop; may block for 20 s when the sound system is frozen."""
        ...


DeviceOpener = Callable[[Pull], OpenDevice]
NamedDeviceOpener = Callable[[Pull, str], OpenDevice]


class _MiniaudioDevice:
    def __init__(self, device: Any, name: str) -> None:
        self._device = device
        self.name = name
        self.backend: str = device.backend

    def close(self) -> None:
        self._device.close()


def device_words(device: OpenDevice) -> str:
    """A device as people are told of it."""
    return f"{device.name or 'the default device'} of {device.backend}"


def device_names() -> Sequence[str]:
    """The output devices by name. May block; empty if there are none."""
    import miniaudio

    _hush_alsa()
    try:
        return tuple(dict.fromkeys(str(found["name"]) for found in _outputs(miniaudio)))
    except miniaudio.MiniaudioError:
        return ()


def _outputs(miniaudio: Any) -> Sequence[Mapping[str, Any]]:
    devices = miniaudio.Devices()
    return [] if devices.backend == "Null" else list(devices.get_playbacks())


def preload() -> None:
    """Import what playing needs, so that a first session need not wait for it; never raises."""
    with suppress(ImportError, OSError):  # told when a session really wants to play
        import miniaudio  # noqa: F401


def open_device(pull: Pull, name: str = "") -> OpenDevice:
    """Open a device and let it pull; the system's default one if there is none of that name.

    May block; raises Trouble if no device can be opened.
    """
    import miniaudio  # late: nothing else of the program needs it

    _hush_alsa()
    device = None
    try:
        there = _outputs(miniaudio) if name else ()
        named = [found["id"] for found in there if found["name"] == name]
        device = _playback_class(miniaudio)(
            device_id=named[0] if named else None,
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=RATE_HZ,
            buffersize_msec=PERIOD_MS,
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
    return _MiniaudioDevice(device, name if named else "")


def _playback_class(miniaudio: Any) -> Any:
    """Make a PlaybackDevice that passes requests on as they come.

    miniaudio gathers them into blocks of a whole buffer otherwise, which adds a buffer's length to
    what a pause cannot take back, and makes the times of the requests a saw-tooth of 20 ms. The
    Python package has no argument for that, so the switch is set in the structure itself; if
    its layout is not the one that we know, all works as it does without.
    """
    from _miniaudio import ffi, lib

    class _Playback(miniaudio.PlaybackDevice):  # type: ignore[misc]
        def _make_context(self, *arguments: Any, **named: Any) -> Any:
            context = super()._make_context(*arguments, **named)
            config = self._devconfig
            if context.backend == lib.ma_backend_pulseaudio:
                config.periodSizeInMilliseconds = PULSE_BUFFER_MS
            periods = ffi.offsetof("ma_device_config", "periods")
            callback = ffi.offsetof("ma_device_config", "dataCallback")
            # uint32 periods; enum performanceProfile; uint8 noPreSilencedOutputBuffer, noClip,
            # noDisableDenormals, noFixedSizedCallback; then, aligned, the callback.
            if callback - periods == 8 + ffi.sizeof("void *"):
                ffi.cast("uint8_t *", ffi.addressof(config))[periods + 11] = 1
            return context

    return _Playback


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
