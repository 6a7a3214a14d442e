"""Texts for places that have no format of their own, where Qt would guess whether it is HTML."""

from typing import Protocol

_WORD_JOINER = "\u2060"


class _Tipped(Protocol):
    def setToolTip(self, tip: str, /) -> None: ...  # noqa: N802


def set_tip(target: _Tipped, text: str) -> None:
    """Give a widget or an action its tool tip, letter by letter."""
    target.setToolTip(plain(text))


def plain(text: str) -> str:
    """The text as a tool tip, or a text for the ear, that nobody takes for HTML.

    A joiner that is not seen ends every tag and entity before its name; escaping would do for eyes,
    but screen readers would spell it.
    """
    return text.replace("<", f"<{_WORD_JOINER}").replace("&lt;", f"&{_WORD_JOINER}lt;")
