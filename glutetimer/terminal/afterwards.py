"""After a session: what has become of it, and how it went."""

from glutetimer.core.history.records import SessionReview
from glutetimer.core.pain import calls_for_safety, words_after
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.journal import Keeping, kept_words
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.terminal.console import Console

LAST_TRIES, LAST_TRY_S = 12, 0.25


def settle(coach: Coach, place: Console) -> bool:
    """Say what has become of the session; returns whether all of it is in the history.

    What is not there yet is tried again for some seconds.
    """
    journal = coach.journal
    for _ in range(LAST_TRIES):
        if journal.keep_at_last() is Keeping.KEPT:
            place.screen.log(f"Kept in the history as session {journal.session_id}.")
            return True
        place.read_key(LAST_TRY_S)  # whatever is in the way may go away
    place.screen.log(kept_words(journal))
    return False


def ask_review(coach: Coach, place: Console) -> None:
    """Ask how it went and store the answer; nothing without a person or a set."""
    questions = place.questions
    if questions is None or not coach.results:
        return
    review = SessionReview(
        pain_after=questions.level("Pain now?"),
        effort=questions.level("Effort?"),
        note=questions.text("A note (Enter for none)?"),
    )
    if review.pain_after is not None:
        place.screen.log(f"Pain {words_after(review.pain_after)}")
    if calls_for_safety(review.pain_after):
        place.screen.log(SEE_SOMEONE)
    if review != SessionReview():
        coach.review(review)
