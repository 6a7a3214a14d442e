"""The manual: the pages of `assets/help`, with a table of contents and a search."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl, Slot
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from glutetimer.core.keys.page import with_own_keys
from glutetimer.core.keys.table import NONE_CHOSEN, KeyTable
from glutetimer.ui.style.theme import Space, current
from glutetimer.ui.widgets.controls import spaced, text_label

PAGES = (
    "start",
    "doses",
    "history",
    "routines",
    "plans",
    "reminders",
    "voices",
    "history-files",
    "commands",
    "keys",
    "words",
)
"""The pages by name, in the order of the table of contents."""


class _Browser(QTextBrowser):
    """Shows the pages as they are in the folder, but for what is the person's own in them."""

    def __init__(self, keys: KeyTable) -> None:
        super().__init__()
        self._keys = keys

    def loadResource(self, kind: int, url: QUrl | str) -> object:  # noqa: N802 (Qt's name)
        """Put the keys as they are assigned into the page of keys."""
        found = super().loadResource(kind, url)
        if isinstance(found, QByteArray) and QUrl(url).path().endswith("keys.md"):
            return QByteArray(with_own_keys(bytes(found.data()).decode(), self._keys).encode())
        return found


class Manual(QDialog):
    """Shows the pages; it stands beside the window, which can be used meanwhile."""

    def __init__(
        self,
        folder: Path,
        page: str = "start",
        parent: QWidget | None = None,
        keys: KeyTable = NONE_CHOSEN,
    ) -> None:
        """`folder` has the pages as Markdown, `page` is the one to open (see PAGES).

        `keys` are the person's own.
        """
        super().__init__(parent)
        self.setWindowTitle("Manual")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder = folder
        self._texts = {name: self._read(name) for name in PAGES}
        self._texts["keys"] = with_own_keys(self._texts["keys"], keys)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the manual")
        self.search.setAccessibleName("Search the manual")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.narrow)
        self.search.returnPressed.connect(self.find_next)
        self.contents = QListWidget()
        self.contents.setAccessibleName("Pages")
        for name, text in self._texts.items():
            item = QListWidgetItem(_title(text) or name, self.contents)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, 2 * Space.L + Space.S))
        self.contents.currentItemChanged.connect(self._open_chosen)
        self.nothing = text_label("No page has these words.", "muted", wraps=True)
        self.browser = _Browser(keys)
        self.browser.setAccessibleName("Page")
        self.browser.setAcceptRichText(False)
        self.browser.setOpenExternalLinks(True)
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.sourceChanged.connect(self._arrived)
        self._lay_out()
        self.open_page(page)
        self.narrow("")
        self.browser.setFocus()

    def _lay_out(self) -> None:
        left = spaced(QVBoxLayout(), Space.S)
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.contents, 1)
        row = spaced(QHBoxLayout(self), Space.L, Space.L, Space.L, Space.L, Space.L)
        row.addLayout(left, 2)
        row.addWidget(self.browser, 5)
        window = self.parentWidget()
        room = window.window().size() if window else QSize(1100, 800)
        self.resize(room.boundedTo(QSize(1100, 860)) - QSize(Space.XXL, Space.XXL))

    def open_page(self, name: str) -> None:
        """Show a page of PAGES."""
        self.browser.setSource(QUrl.fromLocalFile(str(self._folder / f"{name}.md")))

    def titles(self) -> Sequence[str]:
        """The titles of the pages that are listed now."""
        items = [self.contents.item(row) for row in range(self.contents.count())]
        return [item.text() for item in items if not item.isHidden()]

    @Slot(str)
    def narrow(self, words: str) -> None:
        """List the pages that have these words, and show the first place of them."""
        wanted = words.casefold().split()
        for row, text in enumerate(self._texts.values()):
            folded = text.casefold()
            self.contents.item(row).setHidden(not all(word in folded for word in wanted))
        self.nothing.setVisible(not self.titles())
        items = [self.contents.item(row) for row in range(self.contents.count())]
        left = [row for row, item in enumerate(items) if not item.isHidden()]
        if left and self.contents.currentRow() not in left:
            self.contents.setCurrentRow(left[0])
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place of the words on this page, from its end to its begin."""
        words = self.search.text().strip()
        if words and not self.browser.find(words):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words)

    @Slot(QListWidgetItem)
    def _open_chosen(self, item: QListWidgetItem) -> None:
        self.open_page(item.data(Qt.ItemDataRole.UserRole))

    @Slot(QUrl)
    def _arrived(self, source: QUrl) -> None:
        """Choose the page in the contents, and give its tables lines and air."""
        name = Path(source.path()).stem
        if name in PAGES:
            self.contents.blockSignals(True)
            self.contents.setCurrentRow(PAGES.index(name))
            self.contents.blockSignals(False)
        document = self.browser.document()
        document.setDocumentMargin(Space.XL)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                frame.setFormat(_table_format(frame))
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if cursor.currentTable() is None:
                cursor.setBlockFormat(_block_format(block))
            block = block.next()

    def _read(self, name: str) -> str:
        return (self._folder / f"{name}.md").read_text("utf-8")


def _table_format(table: QTextTable) -> QTextTableFormat:
    """Lines between the rows and air in the cells: Markdown has none."""
    made = table.format().toTableFormat()
    made.setCellPadding(Space.S)
    made.setCellSpacing(0)
    made.setTopMargin(Space.S)
    made.setBottomMargin(Space.L)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QColor(current().outline))
    return made


def _block_format(block: QTextBlock) -> QTextBlockFormat:
    """Air above a heading and below a paragraph; a block of code stands apart."""
    made = block.blockFormat()
    if made.headingLevel():
        made.setTopMargin(Space.XL if block.blockNumber() else 0)
        made.setBottomMargin(Space.S)
    elif _is_code(block):
        made.setBackground(QColor(current().sunken))
        made.setLeftMargin(Space.M)
        made.setBottomMargin(0 if _is_code(block.next()) else Space.M)
    else:
        made.setBottomMargin(Space.XS if block.textList() is not None else Space.M)
        made.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage)


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("#").strip()
