"""Telling a screen reader something that no focus leads to."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it when it is done with what it says now; "" says nothing.

    Costs nothing where none is running.
    """
    # A seam: PySide6 makes all that it knows of accessibility with these names, 3 ms of a start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
