"""What the program is, where it comes from, and the words on safety again."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from glutetimer import __version__
from glutetimer.core.words.safety import SAFETY
from glutetimer.ui.widgets.controls import separator, text_label
from glutetimer.ui.widgets.dialog import Dialog


class AboutDialog(Dialog):
    """About the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("glutetimer", parent, 600)
        self.add_words(f"Version {__version__}, with Qt {qVersion()}", "caption")
        self.add_words(
            "A coach for glute exercises at home: it counts, keeps the time, speaks the cues and "
            "remembers what you did. Everything stays on this computer; it never goes online."
        )
        self.add_words(
            "The routines are made from published articles; each names its source. Free "
            "software under the GNU General Public License, version 3 or later. The typeface is "
            "Inter, under the SIL Open Font License.",
            "muted",
        )
        self.body.addWidget(separator())
        self.body.addWidget(text_label("Safety", "subtitle"))
        for paragraph in SAFETY:
            self.add_words(paragraph)
        close = self.add_button("Close", "primary", True)
        close.clicked.connect(self.accept)
