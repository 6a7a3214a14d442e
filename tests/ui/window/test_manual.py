"""The manual: every page and link, search, and that it tells of the keys that there are."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from glutetimer.core.keys.names import shown_key
from glutetimer.core.keys.page import keys_table
from glutetimer.core.keys.table import Action
from glutetimer.resources import assets_dir
from glutetimer.ui.session.keys import KEYS
from glutetimer.ui.window.manual import PAGES, Manual
from tests.ui.conftest import OpenWindow

HELP = assets_dir() / "help"


@pytest.fixture
def manual(qtbot: QtBot) -> Manual:
    made = Manual(HELP)
    qtbot.addWidget(made)
    made.show()
    return made


def _current(manual: Manual) -> str:
    return Path(manual.browser.source().path()).stem


def test_every_page_is_in_the_contents() -> None:
    assert {path.stem for path in HELP.glob("*.md")} == set(PAGES)


def test_the_contents_have_the_titles_of_the_pages(manual: Manual) -> None:
    heads = [(HELP / f"{name}.md").read_text("utf-8").splitlines()[0] for name in PAGES]

    assert [f"# {title}" for title in manual.titles()] == heads


@pytest.mark.parametrize("name", PAGES)
def test_links_of_a_page_lead_to_a_page(name: str, manual: Manual) -> None:
    text = (HELP / f"{name}.md").read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        manual.browser.setSource(QUrl(target))
        assert _current(manual) == target.removesuffix(".md")
        assert manual.browser.toPlainText(), target


def test_the_page_that_is_shown_is_chosen_in_the_contents(manual: Manual) -> None:
    manual.browser.setSource(QUrl("doses.md"))

    item = manual.contents.currentItem()
    assert item is not None
    assert item.text() == "Doses and next steps"


def test_a_page_chosen_in_the_contents_is_shown(manual: Manual) -> None:
    manual.contents.setCurrentRow(PAGES.index("keys"))

    assert _current(manual) == "keys"


def test_words_are_found_and_other_pages_hidden(manual: Manual) -> None:
    manual.search.setText("tilt")

    assert manual.titles() == ["Looking back"]
    assert _current(manual) == "history"
    assert manual.browser.textCursor().selectedText() == "tilt"


def test_words_that_nobody_wrote_are_said_to_be_nowhere(manual: Manual) -> None:
    manual.search.setText("trampoline")

    assert manual.titles() == []
    assert manual.nothing.isVisible()


def test_without_words_every_page_is_back(manual: Manual) -> None:
    manual.search.setText("tilt")
    manual.search.clear()

    assert len(manual.titles()) == len(PAGES)
    assert not manual.nothing.isVisible()


def test_every_key_of_a_session_is_on_the_page_of_keys() -> None:
    assert keys_table({}) in (HELP / "keys.md").read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \|", keys_table({}), re.M)
    told = {part for row in rows for part in row.split(", ")}
    assert {shown_key(name) for key in KEYS for name in key.keys} <= told


def test_every_action_is_named_for_the_settings_file() -> None:
    text = (HELP / "keys.md").read_text("utf-8")
    assert [action for action in Action if f"`{action.value}`" not in text] == []


def test_it_shows_the_keys_as_they_are_assigned(qtbot: QtBot) -> None:
    own = {Action.SET_DONE: ("Ctrl+K", "|", "*"), Action.MUTE: ()}
    made = Manual(HELP, "keys", keys=own)
    qtbot.addWidget(made)
    shown = made.browser.toPlainText()
    assert "Ctrl+K, |, *\nEnd this set as done" in shown
    assert "none\nSound off" in shown
    assert "In the window" in shown
    made.search.setText("Ctrl+K")
    assert "Keys" in made.titles()


def test_f1_opens_it(open_window: OpenWindow) -> None:
    window = open_window()
    [action] = [one for one in window.findChildren(QAction) if one.shortcut() == "F1"]

    action.trigger()

    [made] = window.findChildren(Manual)
    assert made.isVisible()
    assert _current(made) == "start"
    made.close()


def test_the_keys_of_the_help_menu_are_a_page_of_it(open_window: OpenWindow) -> None:
    window = open_window()
    [action] = [one for one in window.findChildren(QAction) if one.text() == "&Keys"]

    action.trigger()

    [made] = window.findChildren(Manual)
    assert _current(made) == "keys"
    made.close()
