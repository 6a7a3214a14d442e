"""Has the voice make what a session will say, and keeps it in step with the session."""

from collections.abc import Iterable, Mapping
from itertools import chain

from glutetimer.core.cues.growing import GrowingSheet
from glutetimer.core.cues.opening import opening_after_jump
from glutetimer.core.cues.placing import texts
from glutetimer.core.cues.pronunciation import pronunciations
from glutetimer.core.cues.sheet import WAITS, CueKind, CueStyle
from glutetimer.core.cues.tongues import own_words
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.routine import Routine
from glutetimer.core.session.events import Ended, Event, Jumped, Paused, PauseReason, Resumed
from glutetimer.core.session.states import Place, State
from glutetimer.core.settings import Settings

DONE_WORDS = "Session done. Well done."
DONE_QUIETLY = "Session done."
"""Without praise, where it hurt so much that it was a reason to end."""

PAUSED_WORDS = "Paused"

_FIRST_TEXTS = 2
"""Of a wait: "Get ready", and what comes."""


def prepare_routine(
    routine: Routine, settings: Settings, player: CuePlayer, times_done: int = 0
) -> None:
    """Prepare a routine in its usual dose. Raises Trouble if it cannot be played."""
    timeline = plan(routine, settings)
    wanted = texts(timeline, CueStyle.of(settings, times_done))
    prepare_texts(wanted, timeline.routine, settings, player)


def times_done(history: HistoryStore, routine_id: str) -> int:
    """How often a routine was done; 0 where the history does not say: nothing waits for it."""
    try:
        return history.times_done(routine_id)
    except Trouble:
        return 0


def prepare_texts(
    wanted: Iterable[str], routine: Routine, settings: Settings, player: CuePlayer
) -> None:
    """Prepare the texts of a routine's sheet, in their order, and what is said besides."""
    said = (*wanted, DONE_WORDS, DONE_QUIETLY, PAUSED_WORDS)
    say, own = pronunciations(routine), own_words(routine)
    player.prepare(said, settings, routine.language, say, own)


class SessionVoice:
    """A session in the player's hands: its cue sheet, and what the sheet does not say."""

    def __init__(
        self,
        settings: Settings,
        player: CuePlayer,
        is_in_middle: bool = False,
        times_done: int = 0,
    ) -> None:
        """`is_in_middle`: the session does not begin with its first set.

        `times_done` is how often the routine was done before.
        """
        self._settings = settings
        self._style = CueStyle.of(settings, times_done)
        self._player = player
        self._is_unannounced = is_in_middle
        self.has_hurt = False
        """Whether a pain was told that was a reason to end."""
        self._timeline: Timeline | None = None
        self._is_paused = False

    def follow(self, timeline: Timeline, step: int) -> None:
        """Have the texts of another timeline made, those of the step where it goes on first."""
        if timeline is self._timeline:
            return
        self._timeline = timeline
        self._growing = GrowingSheet(timeline, self._style)
        steps = (span.first for span in timeline.sets)
        after_jumps = (opening_after_jump(timeline, step, self._style) for step in steps)
        first = self._growing.texts_of_step(step)
        wanted = dict.fromkeys(
            (*first, *self._growing.texts, *(one.longest for one in after_jumps))
        )
        wanted.pop("", None)
        prepare_texts(wanted, timeline.routine, self._settings, self._player)
        self._count = -1
        self.refresh()

    def refresh(self, place: Place | None = None) -> None:
        """Make the sheet anew when more clips are ready; the lengths only ever grow.

        The session stands at `place` (None: at its beginning): clips that come now are too late for
        what was before.
        """
        lengths_s = self._player.lengths_s()
        if len(lengths_s) != self._count:
            where = (place.step, place.elapsed_s, place.added_s) if place is not None else ()
            self._make_sheet(lengths_s, *where)

    def _make_sheet(
        self,
        lengths_s: Mapping[str, float],
        step: int = 0,
        elapsed_s: float = 0.0,
        added_s: float = 0.0,
    ) -> None:
        self._count = len(lengths_s)
        self._sheet = self._growing.sheet(lengths_s, step, elapsed_s, added_s)
        self._player.load(self._sheet)

    def has_first_words(self, step: int) -> bool:
        """Whether what a waiting step says first can be said, or never will be."""
        done, wanted = self._player.progress()
        first = self._growing.texts_of_step(step)[:_FIRST_TEXTS]
        return done >= wanted or self._player.lengths_s().keys() >= set(first)

    def first_words_s(self, step: int) -> float:
        """Seconds until a waiting step has said what comes; 0 if it says nothing."""
        self.refresh()
        words = (cue for cue in self._sheet.of_step(step) if not cue.is_tone)
        telling = WAITS | {CueKind.NEXT}
        ends_s = (cue.offset_s + cue.duration_s for cue in words if cue.kind in telling)
        return max(ends_s, default=0.0)

    def hear(self, event: Event, place: Place) -> None:
        """Follow an event of the session, which stands at a place now."""
        player = self._player
        match event:
            case Resumed(step, elapsed_s, clock_s):
                if self._is_paused:  # a session that begins has its first words for that
                    player.signal(CueKind.GOES_ON)
                self._is_paused = False
                self._announce_set(step, elapsed_s)
                player.run_from(step, elapsed_s, clock_s, place.added_s)
            case Jumped(step, elapsed_s, clock_s, is_out_of_order):
                player.hold()
                said_until_s = 0.0 if is_out_of_order else elapsed_s
                self._make_sheet(player.lengths_s(), step, said_until_s, place.added_s)
                self._is_unannounced |= is_out_of_order  # more rest in a pause is a jump, too
                if place.state is State.RUNNING:
                    self._announce_set(step, elapsed_s)
                    player.run_from(step, elapsed_s, clock_s, place.added_s)
            case Paused(reason):
                player.hold()
                self._is_paused = True
                if reason is PauseReason.GAP:
                    player.announce(PAUSED_WORDS)
                else:
                    is_hurt = reason is PauseReason.HURT
                    player.signal(CueKind.HURT if is_hurt else CueKind.PAUSED)
            case Ended(end):
                player.hold()
                if end is SessionEnd.FINISHED:
                    player.announce(DONE_QUIETLY if self.has_hurt else DONE_WORDS)
            case _:
                pass

    def _announce_set(self, step: int, elapsed_s: float) -> None:
        """Say, once after a jump, which set comes, as far as its own cues will not."""
        if not self._is_unannounced or self._timeline is None:
            return
        self._is_unannounced = False
        first = self._timeline.set_of(step).first
        ahead = (
            self._sheet.of_step(number, elapsed_s if number == step else 0.0)
            for number in range(step, first + 1)
        )
        opening = opening_after_jump(self._timeline, step, self._style)
        untold = opening.after(chain.from_iterable(ahead))
        if untold.longest:
            self._player.announce(untold.longest)
