"""Whether there is a display."""

import sys

import pytest

from glutetimer.display import lacking_library, missing_display, refused_display

NAMES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY")


@pytest.fixture
def _nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_nothing")
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they always have one")
def test_no_display_is_told_with_what_to_do() -> None:
    trouble = missing_display()

    assert trouble is not None
    assert "glutetimer play" in trouble.cure


@pytest.mark.usefixtures("_nothing")
@pytest.mark.parametrize("name", NAMES)
def test_any_hint_of_a_display_lets_qt_try(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "something")

    assert missing_display() is None


@pytest.mark.usefixtures("_nothing")
@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)

    assert missing_display() is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no Qt platform plugin could be initialized.\nmore", "no display that answers"),
        ("Something else\nmore", "Something else"),
        ("", "Qt gave up"),
    ],
)
def test_what_qt_said_last(monkeypatch: pytest.MonkeyPatch, message: str, expected: str) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    trouble = refused_display(message)

    assert expected in trouble.what
    assert "more" not in trouble.what
    assert trouble.where == "display :7"


def test_a_library_that_the_system_lacks_is_named() -> None:
    said = "libGL.so.1: cannot open shared object file: No such file or directory"
    trouble = lacking_library(ImportError(said))

    assert trouble is not None
    assert "libGL.so.1" in trouble.what
    assert "glutetimer play" in trouble.cure
    assert lacking_library(ImportError("cannot import name 'a' from 'b'")) is None
