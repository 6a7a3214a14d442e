"""What was done and how it ended, in words."""

from collections.abc import Iterable

from glutetimer.core.counts import count_text, one_line
from glutetimer.core.exercise import Exercise
from glutetimer.core.history.counting import counting_tries, sets_text
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    SessionEnd,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.session.edits import Deletion, Edit, PainBeforeEdit, ReviewEdit, SetEdit
from glutetimer.core.words.clock_text import clock_text, minutes_text, seconds_text
from glutetimer.core.words.coaching import shown_side
from glutetimer.ui.widgets.row_delegate import SEPARATOR


def amount_text(amount: Achieved) -> str:
    """Reps or seconds: "10 reps", "30 s", "1:30", or "open-ended" where it is up to the person."""
    if amount.reps is not None:
        return count_text(amount.reps, "rep")
    if amount.seconds is None:
        return "open-ended"
    return (
        f"{seconds_text(amount.seconds)} s" if amount.seconds < 60 else clock_text(amount.seconds)
    )


def outcome_text(outcome: Outcome) -> str:
    """How a set ended, in words."""
    match outcome:
        case Outcome.DONE:
            return "Done"
        case Outcome.SKIPPED:
            return "Skipped"
        case Outcome.HURT:
            return "It hurt"
        case Outcome.STOPPED:
            return "Stopped"
        case Outcome.MEASURED:
            return "Measured"


def end_text(end: SessionEnd | None) -> str:
    """How a session ended, in words."""
    match end:
        case SessionEnd.FINISHED:
            return "Finished"
        case SessionEnd.STOPPED:
            return "Stopped early"
        case SessionEnd.INTERRUPTED:
            return "Interrupted"
        case None:
            return "Not ended"


def facts_text(session: SessionSummary) -> str:
    """What became of a session, "9 min · 8 of 8 sets · pain 2"; no answer, no word."""
    return SEPARATOR.join(session_facts(session))


def session_facts(session: SessionSummary) -> list[str]:
    """What became of a session, "9 min", "8 of 8 sets", "pain 2"; no answer, no word.

    A walk, of which no set was planned, has none.
    """
    review = session.review
    facts = [minutes_text(session.active_s)]
    if session.start.planned_sets or session.sets_done:
        facts.append(sets_text(session.sets_done, session.start.planned_sets))
    if review.pain_after is not None:
        facts.append(f"pain {review.pain_after}")
    if review.effort is not None:
        facts.append(f"effort {review.effort}")
    return facts


def dose_text(dose: str) -> str:
    """The dose of a day in words: "Gentle dose", "20 min planned"."""
    return f"{dose} planned" if dose.endswith("min") else f"{one_line(dose).capitalize()} dose"


def set_place_text(result: SetResult, exercise: Exercise | None = None) -> str:
    """Which set it was: "Round 2, Set 1, left leg on top, try 2"; of an unknown one "left side"."""
    place = [f"Set {result.set}"]
    if result.round > 1:
        place.insert(0, f"Round {result.round}")
    if result.side is not None:
        place.append(shown_side(result.side, exercise))
    if result.attempt > 1:
        place.append(f"try {result.attempt}")
    return ", ".join(place)


def troubles_text(records: Iterable[SetRecord]) -> str:
    """What did not go as planned: "2 sets skipped  ·  It hurt: low back (4 of 10)"; or ""."""
    made = list(records)
    counting = counting_tries(record.result for record in made)
    skipped = sum(result.outcome is Outcome.SKIPPED for result in counting)
    facts = [f"{count_text(skipped, 'set')} skipped"] if skipped else []
    pains = [record.pain for record in made if record.pain is not None]
    if pains:
        words = [
            one_line(pain.where)
            if pain.level is None
            else f"{one_line(pain.where)} ({pain.level} of 10)".strip()
            for pain in pains
        ]
        facts.append(f"It hurt: {', '.join(dict.fromkeys(words))}")
    return SEPARATOR.join(facts)


def edit_text(edit: Edit) -> str:
    """What an edit did: "Effort changed", "Set 2 of Clam shell changed"."""
    match edit:
        case Deletion(is_back=is_back):
            return "Brought back" if is_back else "Deleted"
        case PainBeforeEdit():
            return "Pain before changed"
        case SetEdit(after=record):
            result = record.result
            return f"{set_place_text(result)} of {one_line(result.exercise_name)} changed"
        case ReviewEdit(before=before, after=after):
            names = {
                "Pain afterwards": before.pain_after != after.pain_after,
                "Effort": before.effort != after.effort,
                "Note": before.note != after.note,
                "Pain the next morning": before.pain_morning != after.pain_morning,
            }
            changed = [name for name, is_changed in names.items() if is_changed]
            return f"{' and '.join(changed) or 'Review'} changed"
        case _:
            return "Changed"
