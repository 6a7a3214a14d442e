"""Programs of a desktop that reminders meet."""

from glutetimer.reminders.notification import NAME, SERVICE
from tests.desktop_service import DesktopService

NUMBER = 42
"""What the desktop calls each of our notifications."""


def notifications(*capabilities: str, is_inhibited: bool = False) -> DesktopService:
    """Those of a desktop that can do this; without any, of a usual one."""
    return DesktopService(
        NAME,
        {
            "GetCapabilities": ("as", (list(capabilities or ("actions", "body")),)),
            "Notify": ("u", (NUMBER,)),
            "CloseNotification": ("", ()),
        },
        {"Inhibited": ("b", is_inhibited)},
    )


def press(desktop: DesktopService, key: str, token: str = "") -> None:
    """Press a button of our notification."""
    if token:
        desktop.emit(SERVICE.object_path, NAME, "ActivationToken", "us", NUMBER, token)
    desktop.emit(SERVICE.object_path, NAME, "ActionInvoked", "us", NUMBER, key)


def dismiss(desktop: DesktopService) -> None:
    """Close it unanswered."""
    desktop.emit(SERVICE.object_path, NAME, "NotificationClosed", "uu", NUMBER, 2)
