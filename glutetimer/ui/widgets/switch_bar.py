"""A few views of the same thing side by side, one of which is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QTabBar

from glutetimer.ui.widgets.controls import without_mnemonic


class SwitchBar(QTabBar):
    """A row of names to choose one from, also by arrow keys."""

    def __init__(self, name: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("look", "switch")
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for choice in choices:
            self.addTab(without_mnemonic(choice))
