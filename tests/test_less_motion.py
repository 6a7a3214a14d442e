"""Whether the desktop wants less motion: asked on a bus of our own, and on other systems."""

import subprocess
import sys
from typing import Any

import pytest

from glutetimer.core.settings import Settings
from glutetimer.less_motion import wants_less_motion
from glutetimer.ui.style.motion import is_still, set_less_motion

if sys.platform == "linux":
    from tests.desktop_service import DesktopService
    from tests.media.session_bus import needs_bus, private_bus
else:
    needs_bus = pytest.mark.skip(reason="only Linux has a session bus")

PORTAL = "org.freedesktop.portal.Desktop"


@needs_bus
@pytest.mark.parametrize(
    ("found", "is_wanted"),
    [
        ({"reduced-motion": ("u", 1)}, True),
        ({"reduced-motion": ("u", 0)}, False),
        ({"enable-animations": ("b", False)}, True),
        ({"enable-animations": ("b", True)}, False),
        ({"reduced-motion": ("u", 0), "enable-animations": ("b", False)}, True),
        ({"enable-animations": ("s", "no")}, False),
        ({}, False),
    ],
)
def test_the_portal_is_asked(
    found: dict[str, tuple[str, Any]], is_wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_: str, key: str) -> tuple[str, tuple[Any, ...]]:
        return ("v", (found[key],)) if key in found else ("", ())

    with private_bus(monkeypatch), DesktopService(PORTAL, {"ReadOne": answer}):
        assert wants_less_motion() is is_wanted


@needs_bus
def test_a_desktop_that_tells_nothing_wants_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_bus(monkeypatch):
        assert not wants_less_motion()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert not wants_less_motion()


@pytest.mark.parametrize(("told", "is_wanted"), [("1\n", True), ("0\n", False), ("", False)])
def test_macos_is_asked(told: str, is_wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        assert words == ["defaults", "read", "com.apple.universalaccess", "reduceMotion"]
        return subprocess.CompletedProcess(words, 0, told, "")

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert wants_less_motion() is is_wanted


def test_a_mac_without_the_tool_wants_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: Any, **__: Any) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert not wants_less_motion()


@pytest.mark.parametrize("by_system", [True, False])
@pytest.mark.parametrize("by_person", [True, False])
def test_pictures_stand_still_if_either_wants_it(
    by_system: bool, by_person: bool, qapp: object
) -> None:
    set_less_motion(by_system)
    try:
        assert is_still(Settings(reduced_motion=by_person)) is (by_system or by_person)
    finally:
        set_less_motion(False)
