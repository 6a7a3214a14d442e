"""Devices through miniaudio: the one module that imports it, itself imported only to play."""

import ctypes
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import miniaudio
from _miniaudio import ffi, lib

from glutetimer.audio.clips import RATE_HZ
from glutetimer.audio.device_terms import NO_DEVICE_CURE, Pull
from glutetimer.audio.wireless import wireless
from glutetimer.core.errors import Trouble

PULSE_BUFFER_MS = 300
"""PulseAudio keeps half of it filled, and asks for the next 25 ms each time: what a pause cannot
take back is heard for 0.18 s at most, and others may keep us from answering for 0.15 s."""

PERIOD_MS = 75
"""Where the device itself asks: three periods, of which two are filled when it does."""


class MiniaudioDevice:
    """The device of a name, else the system's default one; it pulls at once.

    May block; raises Trouble if no device can be opened.
    """

    def __init__(self, pull: Pull, name: str) -> None:
        _hush_alsa()
        device = None
        try:
            outputs = _outputs() if name else _known_outputs()
            named = [found for found in outputs if name and found["name"] == name]
            device = _Playback(
                device_id=named[0]["id"] if named else None,
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
        self.backend: str = device.backend
        self.name = name if named else ""
        meant = named or [found for found in outputs if found.get("is_default")]
        self.is_wireless = wireless(f"{meant[0]['name']} {meant[0].get('key')}") if meant else None
        self.close = device.close


def names() -> Sequence[str]:
    """The output devices by name. May block; empty if there are none."""
    _hush_alsa()
    try:
        return tuple(dict.fromkeys(str(found["name"]) for found in _outputs()))
    except miniaudio.MiniaudioError:
        return ()


def _known_outputs() -> Sequence[Mapping[str, Any]]:
    """The outputs; none where the default one may be opened but nothing can be listed."""
    try:
        return _outputs()
    except miniaudio.MiniaudioError:
        return ()


def _outputs() -> Sequence[Mapping[str, Any]]:
    devices = _Devices()
    return [] if devices.backend == "Null" else list(devices.get_playbacks())


class _Devices(miniaudio.Devices):  # type: ignore[misc]
    """Tells of a device what the sound system calls it, and whether it is the default."""

    def _get_info(self, device_type: Any, device_info: Any) -> dict[str, Any]:
        key = bytes(ffi.buffer(ffi.addressof(device_info.id)))
        text = key.split(b"\0\0")[0].replace(b"\0", b"").decode("ascii", "ignore")
        return {"key": text, "is_default": bool(device_info.isDefault)}


class _Playback(miniaudio.PlaybackDevice):  # type: ignore[misc]
    """Passes requests on as they come.

    miniaudio gathers them into blocks of a whole buffer otherwise, which adds a buffer's length to
    what a pause cannot take back, and makes the times of the requests a saw-tooth of 20 ms. The
    Python package has no argument for that, so the switch is set in the structure itself; if
    its layout is not the one that we know, all works as it does without.
    """

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
