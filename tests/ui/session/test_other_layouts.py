"""Keys on keyboards of other layouts, by place or by meaning."""
# ruff: noqa: RUF001 (letters of other scripts are what this is about)

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.history.records import Outcome
from glutetimer.core.plan.timeline import StepKind
from glutetimer.core.session.states import State
from glutetimer.ui.session.hurt_dialog import HurtDialog
from glutetimer.ui.widgets.meant_key import meant_key
from glutetimer.ui.widgets.scale import LevelScale
from tests.ui.session.stage import Stage

NO_CODE = 0
H, M, Q, R, X, E, SLASH = 43, 58, 24, 27, 53, 26, 61
"""Codes of the keys at these places on X11 and Wayland."""
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press_of(text: str, code: int, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    """A press of the key that types this; Qt gives capital letters for keys."""
    key = ord(text.upper())
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, key, 0, text)


def send(widget: QWidget, text: str, code: int = NO_CODE) -> None:
    QApplication.sendEvent(widget, press_of(text, code))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("р", H),
        ("р", NO_CODE),
        ("Р", H),
        ("г", NO_CODE),  # Bulgarian
        ("х", H),  # Russian, phonetic
        ("η", H),
        ("η", NO_CODE),
        ("י", NO_CODE),
        ("ا", NO_CODE),
        ("้", H),  # Thai, which no table has
    ],
)
def test_h_is_the_key_on_which_h_is_printed(stage: Stage, text: str, code: int) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT)
    send(stage.page.view, text, code)
    assert isinstance(stage.page.questions.panel, HurtDialog)


@pytest.mark.parametrize(("text", "code"), [("ь", NO_CODE), ("ь", M), ("п", NO_CODE), ("μ", M)])
def test_mute_by_place(stage: Stage, text: str, code: int) -> None:
    stage.start("first-session")
    send(stage.page.view, text, code)
    assert stage.coach.muted


def test_a_key_that_is_held_mutes_once(stage: Stage) -> None:
    stage.start("first-session")
    key = ord("Ь")
    held = QKeyEvent(QEvent.Type.KeyPress, key, NONE, M, key, 0, "ь", True)
    QApplication.sendEvent(stage.page.view, held)
    assert not stage.coach.muted


def test_what_is_not_allowed_is_not_allowed_by_place(stage: Stage) -> None:
    stage.start("first-session")
    send(stage.page.view, "р", H)
    send(stage.page.view, "р", H)  # the panel is open: nothing happens behind it
    panel = stage.page.questions.panel
    send(stage.page.view, "ь", M)
    assert not stage.coach.muted
    assert stage.page.questions.panel is panel


@pytest.mark.parametrize(
    ("text", "code", "outcome"),
    [
        ("й", Q, None),
        ("й", NO_CODE, None),
        ("ы", NO_CODE, Outcome.HURT),
        ("σ", NO_CODE, Outcome.HURT),
    ],
)
def test_it_hurts_is_answered_by_place(
    stage: Stage, text: str, code: int, outcome: Outcome | None
) -> None:
    stage.start("first-session")
    stage.until(StepKind.LIFT)
    send(stage.page.view, "р", H)
    panel = stage.page.questions.panel
    assert isinstance(panel, HurtDialog)
    send(panel, text, code)
    assert stage.page.questions.panel is not panel
    if outcome is not None:
        assert stage.history.records[1][-1].result.outcome is outcome
    else:
        assert stage.coach.session.place.state is State.ENDED


def test_bulgarian_x_and_russian_q_are_told_apart_by_their_place() -> None:
    assert meant_key(press_of("й", X), "esxq") == Qt.Key.Key_X
    assert meant_key(press_of("й", Q), "esxq") == Qt.Key.Key_Q


@pytest.mark.parametrize(("digit", "text"), [(n, "à&é\"'(-è_ç"[n]) for n in range(10)])
def test_the_upper_row_of_azerty_needs_no_shift(digit: int, text: str) -> None:
    code = 10 + (digit - 1) % 10
    assert meant_key(press_of(text, code)) == Qt.Key.Key_0 + digit


@pytest.fixture
def french() -> Iterator[None]:
    """The language of the person."""
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("digit", "text"), [(n, "à&é\"'(-è_ç"[n]) for n in range(10)])
def test_without_a_place_a_sign_is_a_digit_for_the_french_alone(
    digit: int, text: str, french: None
) -> None:
    assert meant_key(press_of(text, NO_CODE)) == Qt.Key.Key_0 + digit
    QLocale.setDefault(QLocale("en_US"))
    assert meant_key(press_of(text, NO_CODE)) != Qt.Key.Key_0 + digit


@pytest.mark.parametrize(("digit", "text"), [(2, "ě"), (5, "ř"), (0, "é")])
def test_nor_does_that_of_a_czech_keyboard(digit: int, text: str) -> None:
    assert meant_key(press_of(text, 10 + (digit - 1) % 10)) == Qt.Key.Key_0 + digit


@pytest.mark.parametrize(
    ("text", "code", "modifiers"),
    [
        ("&", 16, SHIFT),  # Shift+7 on a US keyboard
        ("'", 48, NONE),
        ("-", 20, NONE),
        (",", M, NONE),  # where M is on a US keyboard, AZERTY has a comma
        ("/", SLASH, NONE),
        ("р", H, CTRL),
    ],
)
def test_what_means_nothing_else_stays(
    text: str, code: int, modifiers: Qt.KeyboardModifier
) -> None:
    event = press_of(text, code, modifiers)
    assert meant_key(event, "rhmf") == event.key()


def test_a_latin_letter_is_that_letter_wherever_it_is() -> None:
    assert meant_key(press_of("r", X), "rhmf") == Qt.Key.Key_R  # as on Dvorak


def test_a_scale_takes_azerty_digits(qtbot: QtBot) -> None:
    scale = LevelScale("Pain")
    qtbot.addWidget(scale)
    send(scale, "è", 16)
    assert scale.value() == 7


def test_pain_before_is_answered_without_shift(stage: Stage) -> None:
    stage.start("first-session")
    stage.page.view.setFocus()
    send(stage.page.view, "ç", 18)
    assert stage.history.starts[1].pain_before == 9
