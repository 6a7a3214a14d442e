"""What a session as one sound file is made of, and who makes it."""

from dataclasses import dataclass
from typing import Protocol

from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.notice import Notice
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.settings import Settings
from glutetimer.core.watch import Watch


@dataclass(frozen=True, slots=True)
class RenderOrder:
    """A sound file to be made; the ending of `path` says its format.

    Voice, rate and volumes are those of the settings. A file that is there already is only
    replaced if `may_replace`.
    """

    timeline: Timeline
    style: CueStyle
    settings: Settings
    path: str
    may_replace: bool = False


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A sound file that was made.

    `texts` were to be spoken, of which `lacking` had no clip; `open_steps` wait for the person
    in a session and take a typical time in the file. `notices` say what went wrong on the way.
    """

    path: str
    duration_s: float
    size_bytes: int
    chapters: int
    texts: int
    lacking: int
    open_steps: int
    notices: tuple[Notice, ...] = ()


class SessionRenderer(Protocol):
    """Makes sound files; may take seconds, so never call it from the window's thread."""

    def render(self, order: RenderOrder, watch: Watch) -> RenderedFile:
        """Make a file whole or not at all: the voice is the first half of the work.

        Raises Trouble if it cannot be made; what was there before stays then.
        """


def open_steps_text(count: int) -> str:
    """Say how open-ended steps are in the file; empty if there are none."""
    match count:
        case 0:
            return ""
        case 1:
            return "One set has no fixed end: it takes as long as it typically does."
        case _:
            return f"{count} sets have no fixed end: they take as long as they typically do."


def lacking_text(done: RenderedFile) -> str:
    """Say how much of the voice is missing; empty if nothing is."""
    if not done.lacking:
        return ""
    if done.lacking == done.texts:
        return "No voice spoke: the file has tones only."
    return f"{done.lacking} of {done.texts} texts could not be spoken: tones, or nothing, instead."
