"""What the history has to say while a session goes on."""

from glutetimer.core.notice import Notice
from glutetimer.core.session.journal import Journal
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory


def test_the_session_tells_what_is_met_in_the_history_and_once(clock: FakeClock) -> None:
    history = FakeHistory()
    journal = Journal(clock, history, None)
    gone = Notice("The history file was removed while it was open.")
    history.notices.append(gone)
    assert journal.take_notices() == (gone,)
    assert journal.take_notices() == ()
