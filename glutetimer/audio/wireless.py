"""Whether a loudspeaker is wireless, by what the sound system calls it."""

import re

# PulseAudio and PipeWire name a sink after its driver ("bluez_output.…", "alsa_output.pci-…",
# "raop_sink.…" for AirPlay), macOS a Bluetooth device after its address; else a name may tell.
_WIRELESS = re.compile(
    r"blue|bthhfenum|raop|airplay|airpods|\bbuds|earbuds|hands-free|wireless|"
    r"\b(?:[0-9a-f]{2}[-:_]){5}[0-9a-f]{2}\b",
    re.IGNORECASE,
)
_WIRED = re.compile(
    r"alsa_output\.|built-?\s?in|internal|hdmi|displayport|\busb\b|realtek|line[- ]out|macbook",
    re.IGNORECASE,
)


def wireless(names: str) -> bool | None:
    """Whether it is wireless, by all its names; None if they do not tell."""
    if _WIRELESS.search(names):
        return True
    return False if _WIRED.search(names) else None
