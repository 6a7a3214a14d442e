"""After a session: what has become of it, and how it went."""

from glutetimer.core.history.counting import is_worth_keeping
from glutetimer.core.history.records import SessionEnd, SessionReview
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.ending import NOTHING_KEPT, ending_of
from glutetimer.core.session.journal import Keeping, kept_words
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.terminal.console import Console

LAST_TRIES, LAST_TRY_S = 12, 0.25


def settle(coach: Coach, place: Console) -> bool:
    """Say what has become of the session; returns whether all of it is in the history.

    What is not there yet is tried again for some seconds.
    """
    journal = coach.journal
    if not is_worth_keeping(coach.results):
        journal.keep_at_last()
        place.screen.log(NOTHING_KEPT)
        return True
    for _ in range(LAST_TRIES):
        if journal.keep_at_last() is Keeping.KEPT:
            place.screen.log(f"Kept in the history as session {journal.session_id}.")
            return True
        place.read_key(LAST_TRY_S)  # whatever is in the way may go away
    place.screen.log(kept_words(journal))
    return False


def ask_review(coach: Coach, place: Console) -> None:
    """Ask how it went and store the answer; nothing without a person or anything to keep."""
    questions = place.questions
    if questions is None or not is_worth_keeping(coach.results):
        return
    review = SessionReview(
        pain_after=questions.level("Pain now?"),
        effort=questions.level("How hard was it?"),
        note=questions.text("A note (Enter for none)?"),
    )
    after, ending = review.pain_after, ending_of(coach.journal, coach.results, SessionEnd.FINISHED)
    on_pain = ending.on_pain(after)
    for words in (f"Pain {on_pain}" if on_pain[:1].isdigit() else on_pain, ending.advice(after)):
        if words:
            place.screen.log(words)
    if ending.needs_safety(after):
        place.screen.log(SEE_SOMEONE)
    if review != SessionReview():
        coach.review(review)
