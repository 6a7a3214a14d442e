"""The coach: runs one session, records it, and keeps the voice in step with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from glutetimer.core.exercise import Exercise
from glutetimer.core.history.counting import is_something, is_worth_keeping
from glutetimer.core.history.records import (
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SetRecord,
    SetResult,
)
from glutetimer.core.notice import Notice
from glutetimer.core.pain import is_reason_to_end
from glutetimer.core.plan.plan import plan
from glutetimer.core.plan.substitute import substituted, substitutes
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.plan.today import scale_of
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.routine import Routine
from glutetimer.core.session.beginning import Beginning
from glutetimer.core.session.events import Ended, Event, SetEnded
from glutetimer.core.session.hurting import Hurting, hurting
from glutetimer.core.session.preparing import SessionVoice, times_done
from glutetimer.core.session.screen_place import ScreenPlace
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command, Place
from glutetimer.core.session.uncounted import journal_of
from glutetimer.core.session.wakefulness import SessionWakefulness
from glutetimer.core.settings import FirstWait, Settings
from glutetimer.core.today import Today


class Coach:
    """One session from start to review: what the window and the terminal both drive.

    Call `tick` at least every second while it runs and `do` for what the person asks;
    both return the session's events. Trouble of the history is told as a notice and the
    records are tried again every second: a session never stops for a full disk.

    `session` is for its place and what it allows, `journal` for what is stored and what is not
    yet; `planned_sets` is how many sets the whole session was to have when it began.
    """

    def __init__(
        self,
        routine: Routine,
        settings: Settings,
        clock: Clock,
        history: HistoryStore,
        player: CuePlayer,
        *,
        today: Today | None = None,
        first_set: int = 0,
        continues: int | None = None,
    ) -> None:
        """Plan the routine. Raises Trouble if it cannot be played (too long, no time in a rep).

        `today` is how much the person wants to do (None: as usual), `first_set` the set (from
        0) to begin with, `continues` the id of the stored session that goes on (after a crash)
        instead of a new one.
        """
        player.warm_up()  # a device takes as long to open as the plan and the page to be made
        self._settings, self.today = settings, today or Today()
        # For minutes it is found once: what is swapped later must not shorten all the rest anew.
        self._scale = scale_of(routine, settings, self.today)
        self._clock, self._player = clock, player
        timeline = plan(routine, settings, self._scale)
        self.journal = journal_of(routine.id)(clock, history, continues)
        earlier = self.journal.earlier()
        self._results = [record.result for record in earlier]
        self.planned_sets = self.journal.planned_sets(len(timeline.sets), first_set)
        active_s = min(timeline.starts_s[timeline.sets[first_set].lead_in], _spread_s(earlier))
        self.session = Session(timeline, first_set, self._results, active_s)
        self.muted = False
        self._beginning: Beginning | None = None
        self.wakefulness = SessionWakefulness(clock, settings.other_music)
        self._screen = ScreenPlace(settings.sound_delay_ms / 1000)
        times = times_done(history, routine.id)
        self._voice = SessionVoice(settings, player, first_set > 0, times)
        self._voice.follow(self.session.timeline, self.session.place.step)

    @property
    def timeline(self) -> Timeline:
        """The timeline that is played now."""
        return self.session.timeline

    @property
    def results(self) -> tuple[SetResult, ...]:
        """Every set that ended, in order; those of a session that goes on come first."""
        return tuple(self._results)

    @property
    def place(self) -> Place:
        """Where the screen is to stand at this very moment, also between two ticks.

        That is where the session stood when what is heard now was sent to the loudspeaker.
        """
        now_s = self._clock.now_s()
        return self._screen.at(now_s, self.session.place_at(now_s), self.session.timeline)

    @property
    def waits_for_key(self) -> bool:
        """Whether the person chose to begin it by a key, and has not."""
        return self._beginning is not None and self._settings.first_wait is FirstWait.KEY

    def begin(self) -> tuple[Event, ...]:
        """Start the session, or let `tick` do it once what its first wait waits for has come.

        One that goes on starts at once; a START that is asked for does so in any case.
        """
        wait = FirstWait.NONE if self._results else self._settings.first_wait
        self._beginning = Beginning(wait, self._voice, self._clock.now_s())
        return self._begin_if_due(self._beginning)

    def tick(self) -> tuple[Event, ...]:
        """Let the session catch up with the clock, and the history with the session."""
        self.journal.retry()
        now_s = self._clock.now_s()
        self._voice.refresh(self.session.place_at(now_s))
        if self._beginning is not None:
            return self._begin_if_due(self._beginning)
        events = self.session.advance(now_s)
        self.wakefulness.look(events)
        return self._heard(events)

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry out a command now. Raises IllegalCommandError if it is not allowed."""
        if command is Command.START:
            self._voice.refresh()  # what is ready by now is in time, however late the first tick is
        events = self.session.do(command, self._clock.now_s())
        if command is Command.START:
            self._beginning = None
            self.wakefulness.begin()
            timeline = self.session.timeline
            routine, dose = timeline.routine, str(self.today)
            self.journal.begin(routine, timeline.total_s, self.planned_sets, dose)
        return self._heard(events)

    def _begin_if_due(self, beginning: Beginning) -> tuple[Event, ...]:
        added_s = beginning.added_s(self._clock.now_s(), self.session.place.step)
        if added_s is None:
            return ()
        self.session.lengthen(added_s)
        return self.do(Command.START)

    def set_muted(self, muted: bool) -> None:
        """Mute or unmute; the session goes on."""
        self.muted = muted
        self._player.set_muted(muted)

    def note_pain_before(self, level: int | None) -> None:
        """Store the pain before the session, 0 to 10; None takes the answer back."""
        self.journal.note_pain_before(level)

    def hurting(self) -> tuple[Hurting, ...]:
        """What may be meant by "it hurts", the likeliest first."""
        return hurting(self.session, self._results)

    def report_pain(self, pain: Pain | None, hurt: Hurting | None = None) -> None:
        """Note where and how much it hurts (after HURT); None takes back what was said.

        `hurt` is the exercise that is meant, None for the likeliest. Of a set that is to come a
        record is made: it hurt before it began.
        """
        hurt = hurt or self.hurting()[0]
        result = hurt.result
        if pain != self.journal.pain_of(result):
            if result is None:
                result = self.session.hurt_ahead()
                self._results.append(result)
                self.journal.add_set(result)
            self.journal.note_pain(result.index, result.attempt, pain)
        self._voice.has_hurt = any(is_reason_to_end(p.level, p.where) for p in self.journal.pains)

    def substitutes(self, known: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
        """What could take the place of the exercise that is done or comes next, best first.

        `known` are all exercises by id.
        """
        timeline, now = self.session.timeline, self.session.current_set
        entry = timeline.routine.entries[timeline.steps[now.first].entry]
        hurt = {one.exercise_id for one in self._results if one.outcome is Outcome.HURT}
        return substitutes(timeline.routine, entry, known, hurt)

    def swap_exercise(self, alternative: Exercise) -> tuple[Event, ...]:
        """Do the rest of the current exercise's sets as an easier alternative.

        The session stays paused if it was. Raises Trouble if the new plan is not playable.
        """
        now = self.session.current_set
        new, first = substituted(
            self.session.timeline, now, alternative, self._settings, self._scale
        )
        return self._heard(self.session.swap(new, first, self._clock.now_s()))

    def review(self, review: SessionReview) -> None:
        """Store what the person says afterwards; `journal` tells what became of it."""
        self.journal.review(review)

    def voice_progress(self) -> tuple[int, int]:
        """How many of the session's texts the voice has prepared, and how many they are."""
        return self._player.progress()

    def take_notices(self) -> tuple[Notice, ...]:
        """What the person should know, each once."""
        return (*self.journal.take_notices(), *self._player.take_notices())

    def take_settled(self) -> tuple[Notice, ...]:
        """What the person was told and is no longer so, each once."""
        return tuple(self._player.take_settled())

    def _heard(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Tell the player and the journal what happened."""
        self._voice.follow(self.session.timeline, self.session.place.step)
        told: list[Event] = []
        for one in events:
            event = _as_it_was(one, self._results)
            told.append(event)
            self.wakefulness.hear(event)
            self._screen.hear(event, self.session.place.added_s)
            self._voice.hear(event, self.session.place)
            match event:
                case SetEnded(result):
                    self._results.append(result)
                    self.journal.add_set(result)
                case Ended(end, _, active_s):
                    self.journal.finish(end, active_s)
                    if not is_worth_keeping(self._results):
                        self.journal.discard()
                case _:
                    pass
        return tuple(told)


def _as_it_was(event: Event, results: Iterable[SetResult]) -> Event:
    """A session in which every set was skipped came to its end, but is not finished."""
    if isinstance(event, Ended) and not any(map(is_something, results)):
        return replace(event, end=SessionEnd.STOPPED)
    return event


def _spread_s(records: Sequence[SetRecord]) -> float:
    """Seconds from the first set's beginning to the last one's end, pauses included."""
    if not records:
        return 0.0
    between = records[-1].ended_at - records[0].ended_at
    return between.total_seconds() + (records[0].result.done.seconds or 0.0)
