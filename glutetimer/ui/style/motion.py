"""Whether things move on the screen: as the person or the system wants it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from glutetimer.core.settings import Settings

_LESS_MOTION = "glutetimer_less_motion"


def set_less_motion(is_wished: bool) -> None:
    """Remember whether the system wants less motion (needs an application)."""
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty(_LESS_MOTION, is_wished)


def is_still(settings: "Settings") -> bool:
    """Whether pictures are to stand still: by these settings, or by the system's."""
    app = QCoreApplication.instance()
    return settings.reduced_motion or bool(app is not None and app.property(_LESS_MOTION))
