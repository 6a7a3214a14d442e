"""What the doctor finds, with and without engine and device."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from glutetimer.audio import diagnosed_voices
from glutetimer.audio.device_terms import Pull
from glutetimer.audio.diagnosis import PROBE_S, diagnose
from glutetimer.audio.probe import HUNG
from glutetimer.audio.voice_worker import NATURAL
from glutetimer.cli.doctor import PATIENCE_S
from glutetimer.core.errors import Trouble


class FakeDevice:
    backend = "PretendAudio"
    is_wireless = False
    name = ""

    def __init__(self, pull: Pull, name: str = "") -> None:
        assert pull(3) == bytes(6)

    def close(self) -> None:
        pass


def test_all_is_well() -> None:
    findings = {found.name: found for found in diagnose(opener=FakeDevice)}
    assert all(found.is_ok for found in findings.values())
    assert int(findings["Voices"].text) > 10
    assert "(" in findings["Voice"].text
    assert "PretendAudio" in findings["Sound device"].text


def test_an_unknown_voice_is_named() -> None:
    findings = {found.name: found for found in diagnose("nobody", opener=FakeDevice)}
    assert "nobody" in findings["Voice"].text
    assert "settings" in findings["Voice"].cure


def test_nothing_works_and_each_has_a_cure(tmp_path: Path) -> None:
    def no_device(pull: Pull, name: str) -> FakeDevice:
        raise Trouble("No sound device could be opened", "nothing found", "Plug one in")

    missing = (str(tmp_path / "missing"),)
    engine, device = diagnose(worker=missing, opener=no_device)
    assert "none" in engine.text
    assert "espeak-ng" in engine.cure
    assert (device.text, device.cure) == ("none (nothing found)", "Plug one in")


def test_what_hangs_is_left_behind() -> None:
    gate = Event()

    def frozen(pull: Pull, name: str) -> FakeDevice:
        gate.wait(60)
        return FakeDevice(pull)

    begun_s = time.monotonic()
    hung = (sys.executable, "-c", "import time; time.sleep(60)")
    findings = diagnose(worker=hung, opener=frozen, timeout_s=0.3)
    gate.set()
    assert time.monotonic() - begun_s < 30.0  # what hangs would hang for a minute
    assert [found.is_ok for found in findings] == [False, False]
    assert all("does not answer" in found.text for found in findings)


def test_an_engine_of_the_machine_that_hangs_costs_no_other_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(diagnosed_voices, "probed_machine", _hung)
    findings = {found.name: found for found in diagnose(opener=FakeDevice, timeout_s=20.0)}
    assert findings["Natural voice"].is_ok
    assert findings["Speech engine"].text == "none (it does not answer)"
    assert "PretendAudio" in findings["Sound device"].text
    assert PATIENCE_S > 2 * PROBE_S, "doctor would say nothing at all of the sound"


def test_a_natural_voice_that_needs_long_is_waited_for_and_nobody_installs_it_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its model took 6 s to be loaded on a machine with a load of 9."""
    asked: list[tuple[str, float]] = []

    def slow(command: Sequence[str], timeout_s: float) -> str:
        asked.append((command[-1], timeout_s))
        return HUNG

    monkeypatch.setattr(diagnosed_voices, "probed_engine", slow)
    monkeypatch.setattr(diagnosed_voices, "probed_machine", _hung)
    natural, *_ = diagnose(opener=FakeDevice)
    assert asked == [(NATURAL, 2 * PROBE_S)]
    assert natural.cure.startswith("Try again")


def _hung(command: Sequence[str], timeout_s: float) -> str:
    return "it does not answer"
