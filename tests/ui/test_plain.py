"""Names that look like HTML are shown letter by letter, on every screen and to every ear."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel
from PySide6.QtGui import QAction, QStandardItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from glutetimer import resources
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import Pain, SessionSummary, SetRecord
from glutetimer.core.notice import Notice
from glutetimer.core.settings import Settings
from glutetimer.core.theme import Theme
from glutetimer.files.library import Library
from glutetimer.ui.plain import plain
from tests import (
    screens,
    screens_advice,
    screens_details,
    screens_dose,
    screens_files,
    screens_history,
    screens_report,
    screens_session,
)
from tests.fakes_history import FakeHistory
from tests.ui.session.stage import Stage as SessionStage

EVIL = "<h1>EVIL</h1><img src='red.png'> "
SIZE = (1280, 800)
MODULES = (
    *(screens, screens_advice, screens_details, screens_dose, screens_files),
    *(screens_history, screens_report),
)
AGAIN = re.compile(
    r"-(charts|end|thousands|tones|empty|break|bad|worse|off|closer|strong|undone)\b"
)
"""Names of scenes that show the parts of others with other words or at another place."""

SCENES = [scene for module in MODULES for scene in module.SCENES if not AGAIN.search(scene.name)]
SESSION_SCENES = [
    scene
    for scene in screens_session.SCENES
    if scene.is_in_all_sizes or scene.name.startswith(("end", "hurt", "stop"))
]
ROLES = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
TABLES = (QAbstractTableModel, QStandardItemModel)
MOST_ROWS = 60
TEXTS = r"(name|title|source|notes|note|load|setup|author|says|sign|mend|say|short|frequency|level)"


@pytest.fixture(scope="module")
def evil_assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes with the program, with every text of its files behind a piece of HTML."""
    folder = tmp_path_factory.mktemp("evil")
    shutil.copytree(resources.assets_dir() / "exercises", folder / "exercises")
    shutil.copytree(resources.routines_dir(), folder / "routines")
    for file in folder.glob("*/*.toml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(rf'\b{TEXTS} = "(?!")', rf'\1 = "{EVIL}', text), "utf-8")
    library = Library(folder / "exercises", folder / "routines", folder, folder / "listings")
    listings = library.listings(Settings())
    assert listings
    assert not [listing.problems for listing in listings if listing.problems]
    assert all(listing.title.startswith(EVIL) for listing in listings)
    return folder


@pytest.fixture
def evil_world(evil_assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that the scenes take from files or from a history is evil."""
    monkeypatch.setattr(resources, "assets_dir", lambda: evil_assets)
    monkeypatch.setattr(resources, "routines_dir", lambda: evil_assets / "routines")
    add = FakeHistory.add

    def add_evil(
        history: FakeHistory, summary: SessionSummary, records: Iterable[SetRecord] = ()
    ) -> None:
        start = replace(summary.start, routine_title=f"{EVIL}{summary.start.routine_title}")
        review = replace(summary.review, note=f"{EVIL}{summary.review.note}")
        evil = replace(summary, start=start, review=review)
        add(history, evil, [_evil_record(record) for record in records])

    monkeypatch.setattr(FakeHistory, "add", add_evil)
    for module in MODULES:
        for name, kind in (("Notice", _evil_notice), ("Trouble", _evil_trouble)):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, kind)


def _evil_record(record: SetRecord) -> SetRecord:
    name, load = f"{EVIL}{record.result.exercise_name}", f"{EVIL}{record.result.load}"
    result = replace(record.result, exercise_name=name, load=load)
    pain = record.pain and Pain(f"{EVIL}{record.pain.where}", record.pain.level)
    return replace(record, result=result, pain=pain, note=f"{EVIL}{record.note}")


def _evil_notice(text: str, cure: str = "") -> Notice:
    return Notice(f"{EVIL}{text}", f"{EVIL}{cure}")


def _evil_trouble(what: str, where: str = "", cure: str = "") -> Trouble:
    return Trouble(f"{EVIL}{what}", f"{EVIL}{where}", f"{EVIL}{cure}")


@pytest.mark.usefixtures("evil_world")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_no_screen_takes_a_name_for_html(scene: screens.Scene, tmp_path: Path) -> None:
    stage = screens.Stage(tmp_path, SIZE, Theme.LIGHT)
    try:
        scene.play(stage)
        screens.settle()
        wrong = set(rich_texts())
    finally:
        stage.close()
    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("scene", SESSION_SCENES, ids=lambda scene: scene.name)
def test_no_page_of_a_session_does(
    scene: screens_session.Scene, evil_assets: Path, tmp_path: Path
) -> None:
    library = Library(
        evil_assets / "exercises", evil_assets / "routines", tmp_path, tmp_path / "listings"
    )
    stage = SessionStage(library, SIZE)
    try:
        scene.play(stage)
        screens.settle()
        wrong = set(rich_texts())
    finally:
        stage.close()
    assert not wrong, "\n".join(sorted(wrong))


def rich_texts() -> Iterator[str]:
    """Whatever Qt would show, or tell, as HTML of all that there is now."""
    for widget in QApplication.allWidgets():
        place = f"{type(widget).__name__} in {type(widget.window()).__name__}"
        for what, text in _texts(widget):
            if Qt.mightBeRichText(text):
                yield f"{place}: {what}: {text}"
        if isinstance(widget, QLabel) and _guesses(widget):
            yield f"{place} is a label that could take its text for HTML: {widget.text()}"
        if isinstance(widget, QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{place} is a box of rich text"
        if isinstance(widget, QTextEdit) and widget.acceptRichText():
            yield f"{place} takes rich text"


def _guesses(label: QLabel) -> bool:
    is_of_qt = label.objectName().startswith("qt_") or isinstance(label.window(), QFileDialog)
    is_plain = label.textFormat() is Qt.TextFormat.PlainText
    return not is_plain and not is_of_qt and bool(label.text())


def _texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "what's this", widget.whatsThis()
    yield "name for the ear", widget.accessibleName()
    yield "description for the ear", widget.accessibleDescription()
    for action in (*widget.actions(), *widget.findChildren(QAction)):
        yield "tool tip of an action", action.toolTip()
        yield "status tip of an action", action.statusTip()
        yield "what's this of an action", action.whatsThis()
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield "tool tip of a tab", widget.tabToolTip(number)
    if isinstance(widget, QHeaderView) or isinstance(widget.window(), QFileDialog):
        return
    if isinstance(widget, QComboBox | QAbstractItemView):
        yield from _of_model(widget.model())


def _of_model(model: QAbstractItemModel | None) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    columns = model.columnCount() if isinstance(model, TABLES) else 1
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(columns):
            for role in ROLES:
                value: Any = model.index(row, column).data(role)
                yield f"{role.name} of row {row}", value if isinstance(value, str) else ""


@pytest.mark.parametrize(
    "text",
    [
        *(EVIL, "<b>x</b>", "&lt;b&gt;", "a &lt; b", "<?xml", " \n<a href='x'>", "<!-- x -->"),
        *("< b>x", "</p>", "<qt>x", "1 < 2", "x", ""),
    ],
)
def test_a_plain_text_looks_the_same_and_is_no_html(text: str) -> None:
    assert not Qt.mightBeRichText(plain(text))
    assert plain(text).replace("\u2060", "") == text


def test_tool_tips_are_made_in_one_place() -> None:
    package = Path(resources.__file__).parent
    for file in package.rglob("*.py"):
        source = file.read_text("utf-8")
        if file.name != "plain.py":
            assert ".setToolTip(" not in source, file
        for call in re.findall(r"QToolTip\.showText\(.*", source):
            assert "plain(" in call, file
        if "ToolTipRole" in source:
            assert "import plain" in source, file
        if file.name == "manual.py":
            continue  # its pages are ours
        for rich in ("setHtml", "RichText", "MarkdownText", "insertHtml", "setMarkdown"):
            assert rich not in source, file
