"""Has the voice make what a session will say, before it is wanted."""

from collections.abc import Iterable

from glutetimer.core.cues.growing import GrowingSheet
from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings

DONE_WORDS = "Session done. Well done."
PAUSED_WORDS = "Paused"


def prepare_routine(routine: Routine, settings: Settings, player: CuePlayer) -> None:
    """Prepare a routine in its usual dose. Raises Trouble if it cannot be played."""
    timeline = plan(routine, settings)
    prepare_texts(texts(timeline, CueStyle.of(settings)), timeline.routine, settings, player)


def prepare_texts(
    wanted: Iterable[str], routine: Routine, settings: Settings, player: CuePlayer
) -> None:
    """Prepare the texts of a routine's sheet, in their order, and what is said besides."""
    said = (*wanted, DONE_WORDS, PAUSED_WORDS)
    player.prepare(said, settings, routine.language, pronunciations(routine))


class PlayerSheet:
    """The cue sheet in the player's hands, made anew as more clips are ready."""

    def __init__(self, settings: Settings, player: CuePlayer) -> None:
        self._settings = settings
        self._player = player

    def prepare(self, timeline: Timeline) -> None:
        """Have the texts of a timeline made, and its sheet with the clips that are there."""
        self._growing = GrowingSheet(timeline, CueStyle.of(self._settings))
        prepare_texts(self._growing.texts, timeline.routine, self._settings, self._player)
        self._count = -1
        self.refresh()

    def refresh(self) -> None:
        """Make the sheet anew when more clips are ready; the lengths only ever grow."""
        lengths_s = self._player.lengths_s()
        if len(lengths_s) != self._count:
            self._count = len(lengths_s)
            self._player.load(self._growing.sheet(lengths_s))
