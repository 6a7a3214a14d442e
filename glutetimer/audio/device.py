"""The sound device, as the rest of the room sees it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from types import ModuleType
from typing import Protocol

from glutetimer.audio.device_terms import Pull

BUFFERED_S = 0.146
"""From a request for a frame to its sound; measured with PulseAudio, by design elsewhere."""


class OpenDevice(Protocol):
    """A device that plays."""

    @property
    def backend(self) -> str:
        """The sound system's name."""

    @property
    def name(self) -> str:
        """The device's own name; empty for the system's default device."""

    @property
    def is_wireless(self) -> bool | None:
        """Whether its sound goes by air; None where that is not known."""

    def close(self) -> None:
        """Stop; may block for 20 s when the sound system is frozen."""


DeviceOpener = Callable[[Pull, str], OpenDevice]
"""Opens the device of a name, else the default. May block; raises Trouble, ImportError, OSError."""


def open_device(pull: Pull, name: str = "") -> OpenDevice:
    """Open a device through miniaudio."""
    device: OpenDevice = _library().MiniaudioDevice(pull, name)
    return device


def device_names() -> Sequence[str]:
    """The output devices by name. May block; empty if there are none."""
    names: Sequence[str] = _library().names()
    return names


def preload() -> None:
    """Import what playing needs, so that a first session need not wait for it; never raises."""
    with suppress(ImportError, OSError):  # told when a session really wants to play
        _library()


def device_words(device: OpenDevice) -> str:
    """A device as people are told of it."""
    return f"{device.name or 'the default device'} of {device.backend}"


def _library() -> ModuleType:
    from glutetimer.audio import miniaudio_device  # late: see the docstring of the package

    return miniaudio_device
