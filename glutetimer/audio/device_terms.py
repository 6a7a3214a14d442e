"""What whoever opens a device and whoever makes one agree on."""

from collections.abc import Callable

NO_DEVICE_CURE = "Plug in or switch on a loudspeaker; sound starts by itself when there is one"

Pull = Callable[[int], bytes]
"""Gives the next so many frames; called from the device's thread."""
