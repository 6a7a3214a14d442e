"""Has the voice make what a session will say, before it is wanted."""

from collections.abc import Iterable

from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import CueStyle
from glutetimer.core.plan.plan import plan
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
