"""Whether a loudspeaker is wireless, by its names."""

import pytest

from glutetimer.audio.wireless import wireless


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("WH-1000XM4 bluez_output.AA_BB_CC_DD_EE_FF.1", True),
        ("Küche raop_sink.Kitchen.local.192.168.1.4.5000", True),
        ("Anna’s AirPods Pro 11-22-33-AA-BB-CC:output", True),
        ("Soundcore Mini 00-1A-7D-DA-71-13:output", True),
        ("Headset (Galaxy Buds2 Hands-Free AG Audio) {0.0.0}", True),
        ("Built-in Audio Analog Stereo alsa_output.pci-0000_00_1f.3.analog-stereo", False),
        ("MacBook Air Speakers BuiltInSpeakerDevice", False),
        ("Speakers (Realtek(R) Audio) {0.0.0.00000000}.{1}", False),
        ("USB Wireless Headset alsa_output.usb-Maker.analog-stereo", True),
        ("Null Output ci", None),
        ("Headphones (WH-1000XM4) {0.0.0.00000000}.{2}", None),
        (" ", None),
    ],
)
def test_names_tell_or_do_not(names: str, expected: bool | None) -> None:
    assert wireless(names) is expected
