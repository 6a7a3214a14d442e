"""A whole session in a console: first what was interrupted, then play, then how it went."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from glutetimer.core.counts import count_text
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionSummary
from glutetimer.core.notice import Notice
from glutetimer.core.plan.today import plan_today
from glutetimer.core.ports.player import CuePlayer
from glutetimer.core.ports.services import Services
from glutetimer.core.routine import Routine
from glutetimer.core.session import interrupted
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.settings import Settings
from glutetimer.core.today import Today
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.safety import SAFETY
from glutetimer.terminal.afterwards import ask_review, settle
from glutetimer.terminal.console import Console, columns, console
from glutetimer.terminal.interruption import Interruption
from glutetimer.terminal.player import TerminalPlayer
from glutetimer.terminal.questions import TerminalQuestions
from glutetimer.terminal.scaled_clock import ScaledClock
from glutetimer.terminal.view import notice_line


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be played: `first_set` counts from 0; `continues` is a stored session's id."""

    routine: Routine
    settings: Settings
    today: Today = field(default_factory=Today)
    first_set: int = 0
    speed: float = 1.0
    continues: int | None = None


def play(services: Services, wish: Wish, notices: Iterable[Notice] = ()) -> int:
    """Play a session in this process's console and record it; returns the exit status.

    `notices` are told first, with those of the history.
    Ctrl+C, SIGTERM and a closed terminal stop it in order: what was done is kept.
    """
    with Interruption() as interruption:
        with console(interruption) as place:
            for notice in (*services.opened.notices, *notices):
                place.screen.log(notice_line(notice))
            tell_safety(services, place)
            wish = settle_interrupted(services, wish, place)
            sound = services.make_player()
            try:
                is_recorded = play_in(place, services, wish, sound, lambda: interruption.has_come)
            finally:
                sound.close()
        return interruption.exit_status or (0 if is_recorded else 1)


def tell_safety(services: Services, place: Console) -> None:
    """Say the words on safety at the very first start, in the window or here."""
    settings, damage = services.settings_store.load()
    if settings.safety_read:
        return
    for paragraph in SAFETY:
        place.screen.log(paragraph)
    if damage:
        return  # what could not be read is not written over without being asked
    try:
        services.settings_store.save(replace(settings, safety_read=True))
    except Trouble as trouble:
        place.screen.log(notice_line(Notice(str(trouble))))


def play_in(
    place: Console,
    services: Services,
    wish: Wish,
    sound: CuePlayer,
    has_to_end: Callable[[], bool],
) -> bool:
    """Play from the first line to the review; returns whether the history has the session."""
    clock = ScaledClock(services.clock, wish.speed)
    coach = Coach(
        wish.routine,
        wish.settings,
        clock,
        services.history,
        sound,
        today=wish.today,
        first_set=wish.first_set,
        continues=wish.continues,
    )
    coach.wakefulness.machine = services.awake
    coach.wakefulness.music = services.make_music()
    player = TerminalPlayer(
        coach,
        place,
        clock,
        exercises={**services.library.exercises(), **coach.timeline.routine.alternatives},
        columns=columns,
        asks_pain=wish.settings.ask_pain_before,
        remote=services.make_remote(),
        keys=wish.settings.keys,
    )
    place.screen.log(headline(coach, wish))
    player.run(has_to_end)
    place.screen.show([])
    place.screen.log(player.log.summary())
    if place.questions is None:
        _let_finish(sound)
    else:
        ask_review(coach, place)
        place.screen.show([])
    return settle(coach, place)


def headline(coach: Coach, wish: Wish) -> str:
    """What begins now, in one line."""
    timeline = coach.timeline
    facts = [minutes_text(timeline.total_s), count_text(len(timeline.sets), "set")]
    if wish.first_set:
        facts.append(f"from set {wish.first_set + 1}")
    if not wish.today.is_usual:
        facts.append(f"today: {wish.today}")
    if wish.speed != 1.0:
        facts.append(f"at {wish.speed:g} times the speed")
    return f"{timeline.routine.title}: {', '.join(facts)}"


def _let_finish(sound: CuePlayer) -> None:
    """Do not cut off the last words."""
    seconds = sound.lengths_s().get(DONE_WORDS)
    if seconds is not None:
        time.sleep(min(seconds, 5.0) + 0.3)


# A session that was interrupted before


def settle_interrupted(services: Services, wish: Wish, place: Console) -> Wish:
    """Ask what becomes of a session that was interrupted; without a person it is kept.

    Returns what to play: the wish, or the rest of the interrupted session.
    """
    summary = services.history.interrupted()
    while summary is not None:
        done = count_text(summary.sets_done, "set")
        what = f"“{summary.start.routine_title}” was interrupted after {done}"
        if place.questions is None:
            interrupted.keep(services.history, summary)
            place.screen.log(f"{what}; it is kept in the history as session {summary.id}.")
        else:
            rest = _rest_of(services, wish, summary)
            match _ask(place.questions, what, rest):
                case "g" if rest is not None:
                    return rest
                case "d":
                    interrupted.discard(services.history, summary)
                case "k":
                    interrupted.keep(services.history, summary)
                case _:
                    return wish  # not answered: the next start asks again
        summary = services.history.interrupted()
    return wish


def _ask(questions: TerminalQuestions, what: str, rest: Wish | None) -> str:
    choices = {"k": "keep what was done", "d": "discard it"}
    if rest is not None:
        choices = {"g": f"go on from set {rest.first_set + 1}", **choices}
    return questions.choose(f"{what}. What now?", choices)


def _rest_of(services: Services, wish: Wish, summary: SessionSummary) -> Wish | None:
    """What is left of an interrupted session; None if nothing, or its routine is gone."""
    first_set = interrupted.next_set(services.history.sets(summary.id))
    try:
        routine = services.library.routine(summary.start.routine_id)
        today = Today.parse(summary.start.dose)  # as it was begun, whatever was asked for now
        sets = len(plan_today(routine, wish.settings, today).sets)
    except Trouble:
        return None
    if first_set >= sets:
        return None
    return replace(wish, routine=routine, today=today, first_set=first_set, continues=summary.id)
