"""The words on safety: shown at the first start, and whenever they are asked for."""

from PySide6.QtWidgets import QWidget

from glutetimer.ui.panel import Panel

SAFETY = (
    "glutetimer is a training companion. It is no medical advice and does not replace an "
    "examination.",
    "See a physician or physiotherapist first if your pain is severe or new, or if it goes with "
    "numbness, weakness, fever, or loss of bladder control.",
    "Feeling the working muscle is expected. Sharp back pain, or pain that grows, is a reason to "
    "stop: press H in a session, and the set ends at once.",
    "A way to read your own pain, from 0 (none) to 10 (the worst you can think of): up to 2 is "
    "safe, 3 to 5 is acceptable if it has settled by the next morning, and above 5 means a step "
    "back. (The pain-monitoring model: Thomeé 1997; Silbernagel 2007.)",
)


class SafetyDialog(Panel):
    """Says it; accepted when the person has read it. `is_first` at the first start."""

    def __init__(self, is_first: bool, parent: QWidget | None = None) -> None:
        super().__init__("Before you begin" if is_first else "Safety", parent)
        for paragraph in SAFETY:
            self.add_words(paragraph)
        read = self.add_button("I have read this" if is_first else "Close", "primary", True)
        read.clicked.connect(self.accept)
