"""Sessions on a screen and a keyboard that only remember, by a clock that only we move."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from glutetimer.core.exercise import Exercise, Hold, Kind, OpenReps, Reps
from glutetimer.core.history.records import Outcome, Pain, SessionEnd, SessionReview
from glutetimer.core.keys.table import KeyTable
from glutetimer.core.notice import Notice
from glutetimer.core.routine import Routine
from glutetimer.core.session.coach import Coach
from glutetimer.core.settings import FirstWait, Settings
from glutetimer.terminal.afterwards import ask_review, settle
from glutetimer.terminal.console import Console
from glutetimer.terminal.player import TerminalPlayer
from glutetimer.terminal.questions import TerminalQuestions
from glutetimer.terminal.scaled_clock import ScaledClock
from tests.core.builders import entry, exercise, routine
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_media import FakeRemote
from tests.fakes_player import FakePlayer
from tests.terminal.fakes import FakeKeyboard, FakeScreen


@dataclass
class Play:
    """A session at a terminal (or, without keys, in a pipe) and what came of it."""

    routine: Routine
    keys: Iterable[tuple[float, str]] | None = None
    exercises: dict[str, Exercise] = field(default_factory=dict)
    own: KeyTable = field(default_factory=dict)
    first_wait: FirstWait = FirstWait.NONE
    end_at_s: float = 4000.0
    clock: FakeClock = field(default_factory=FakeClock)
    screen: FakeScreen = field(default_factory=FakeScreen)
    history: FakeHistory = field(default_factory=FakeHistory)
    sound: FakePlayer = field(default_factory=FakePlayer)
    remote: FakeRemote = field(default_factory=FakeRemote)

    def run(self, keyboard: FakeKeyboard | None = None) -> "Play":
        begun_s = self.clock.now_s()
        keyboard = keyboard or FakeKeyboard(self.clock, self.keys or ())
        clock = ScaledClock(self.clock, 1.0)
        self.coach = Coach(
            self.routine,
            Settings(get_ready_s=10.0, first_wait=self.first_wait),
            clock,
            self.history,
            self.sound,
        )
        questions = TerminalQuestions(self.screen, keyboard) if self.keys is not None else None
        self.place = Console(self.screen, keyboard.read, questions)
        self.player = TerminalPlayer(
            self.coach,
            self.place,
            clock,
            exercises=self.exercises,
            remote=self.remote,
            keys=self.own,
        )
        self.player.run(lambda: self.clock.now_s() - begun_s > self.end_at_s)
        return self

    @property
    def outcomes(self) -> list[tuple[Outcome, int | None]]:
        return [(result.outcome, result.done.reps) for result in self.coach.results]

    @property
    def end(self) -> tuple[SessionEnd, float]:
        end, active_s = self.history.ends[1]
        return end, round(active_s, 3)

    @property
    def log(self) -> str:
        return "\n".join(self.screen.logged)


TWO_SETS = routine(entry(Reps(2, 2), sets=2))  # 10 s, 12 s, rest 30 s, 12 s


def test_without_keys_it_runs_to_its_end() -> None:
    play = Play(TWO_SETS).run()

    assert play.outcomes == [(Outcome.DONE, 2), (Outcome.DONE, 2)]
    assert play.end == (SessionEnd.FINISHED, 64.0)
    assert [line.split(maxsplit=1)[0] for line in play.screen.logged] == [
        "0:00",
        "0:10",
        "0:22",
        "0:22",
        "0:52",
        "1:04",
    ]
    assert play.player.log.summary() == "Finished: 2 of 2 sets in 1:04."
    assert settle(play.coach, play.place)
    assert play.screen.logged[-1] == "Kept in the history as session 1."


def test_without_keys_an_open_set_takes_the_typical_time_and_says_so() -> None:
    play = Play(routine(entry(OpenReps()))).run()

    assert play.outcomes == [(Outcome.DONE, 12)]
    assert "counts as done after 72 s" in play.log
    assert play.end[0] is SessionEnd.FINISHED


def test_with_keys_an_open_set_waits_for_enter() -> None:
    play = Play(routine(entry(OpenReps())), keys=[(10.0 + 100.0, "enter")]).run()

    ((outcome, reps),) = play.outcomes
    assert (outcome, reps) == (Outcome.DONE, 17)


def test_a_stop_of_the_process_is_said_and_gone_over() -> None:
    clock = FakeClock()
    play = Play(TWO_SETS, clock=clock)
    keyboard = _Sleeping(clock, at_s=15.0, for_s=5.0)
    play.run(keyboard)

    assert "The program stood still for 5 s: paused where it was. Going on from there." in play.log
    assert play.end[0] is SessionEnd.FINISHED
    assert play.end[1] == pytest.approx(64.0, abs=0.11)
    assert play.outcomes == [(Outcome.DONE, 2), (Outcome.DONE, 2)]


def test_a_question_mark_lists_the_keys_and_goes_on() -> None:
    play = Play(TWO_SETS, keys=[(3.0, "?")]).run()

    listed = [line.split()[0] for line in play.screen.logged if not line[:7].strip()]
    assert listed == ["space", "n", "p", "+", "Enter", "PgDown", "r", "h", "m", "0", "q", "?"]
    assert play.end == (SessionEnd.FINISHED, 64.0)


def test_with_keys_it_stays_paused_after_a_stop_until_space() -> None:
    clock = FakeClock()
    play = Play(TWO_SETS, keys=[], clock=clock)
    play.run(_Sleeping(clock, at_s=15.0, for_s=5.0, keys=[(40.0, " "), (40.0, "space")]))

    assert "paused where it was. Space goes on." in play.log
    assert clock.now_s() - 1000.0 == pytest.approx(40.0 + 64.0 - 15.0, abs=0.5)


class _Sleeping(FakeKeyboard):
    """While it waits for a key, the process is stopped once."""

    def __init__(
        self,
        clock: FakeClock,
        at_s: float,
        for_s: float,
        keys: Iterable[tuple[float, str]] = (),
    ) -> None:
        super().__init__(clock, keys)
        self._sleeps = [(at_s, for_s)]

    def read(self, timeout_s: float) -> str:
        if self._sleeps and self._clock.now_s() - self._begun_s >= self._sleeps[0][0]:
            self._clock.advance(self._sleeps.pop()[1])
        return super().read(timeout_s)


def test_space_pauses_and_goes_on() -> None:
    play = Play(TWO_SETS, keys=[(5.0, "space"), (25.0, "space")]).run()

    assert play.end == (SessionEnd.FINISHED, 64.0)
    assert play.clock.now_s() - 1000.0 == pytest.approx(84.0, abs=0.3)


@pytest.mark.parametrize(
    ("keys", "outcomes"),
    [
        # 12.0 s: in the first rep; 16.5 s: in the second, the first is done
        ([(16.5, "n")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2)]),
        ([(16.5, "right")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2)]),
        ([(16.5, "enter")], [(Outcome.DONE, 1), (Outcome.DONE, 2)]),
        ([(16.5, "r")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2), (Outcome.DONE, 2)]),
        ([(16.5, "p")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2), (Outcome.DONE, 2)]),
        ([(16.5, "т")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2)]),  # Russian, at N
        ([(16.5, "ρ")], [(Outcome.SKIPPED, 1), (Outcome.DONE, 2), (Outcome.DONE, 2)]),  # noqa: RUF001
        ([(25.0, "left")], [(Outcome.DONE, 2), (Outcome.DONE, 2), (Outcome.DONE, 2)]),
        ([(2.0, "enter"), (2.1, "x"), (2.2, "up")], [(Outcome.DONE, 2), (Outcome.DONE, 2)]),
    ],
)
def test_keys_that_move(
    keys: list[tuple[float, str]], outcomes: list[tuple[Outcome, int | None]]
) -> None:
    assert Play(TWO_SETS, keys=keys).run().outcomes == outcomes


def test_plus_adds_ten_seconds_to_a_rest() -> None:
    assert Play(TWO_SETS, keys=[(25.0, "+")]).run().end[1] == pytest.approx(74.0)


def test_m_mutes_and_unmutes() -> None:
    play = Play(TWO_SETS, keys=[(1.0, "m"), (2.0, "M")]).run()

    assert [told for told in play.sound.told if told[0] == "muted"] == [
        ("muted", True),
        ("muted", False),
    ]


@pytest.mark.parametrize(("answer", "end"), [("y", SessionEnd.STOPPED), ("n", SessionEnd.FINISHED)])
def test_q_asks_before_it_stops(answer: str, end: SessionEnd) -> None:
    play = Play(TWO_SETS, keys=[(16.5, "q"), (16.5, "x"), (20.0, answer)]).run()

    assert play.end[0] is end
    assert play.screen.shown[-1] or end is SessionEnd.STOPPED
    if end is SessionEnd.STOPPED:
        assert play.end[1] == pytest.approx(16.5, abs=0.11)
        assert play.outcomes == [(Outcome.STOPPED, 1)]
        assert play.player.log.summary().startswith("Stopped: 0 of 2 sets in 0:16.")


def test_the_process_is_asked_to_end() -> None:
    play = Play(TWO_SETS, end_at_s=16.5).run()

    assert play.end[0] is SessionEnd.STOPPED
    assert play.outcomes == [(Outcome.STOPPED, 1)]


def test_a_closed_terminal_stops_the_session() -> None:
    assert Play(TWO_SETS, keys=[(16.5, "end")]).run().end[0] is SessionEnd.STOPPED


HURTING = [(16.5, "h"), (16.5, "h"), (16.5, "i"), (16.5, "p"), (16.5, "enter")]
LEVEL = [(16.5, "9"), (16.5, "9"), (16.5, "enter"), (16.5, "4"), (16.5, "enter")]
EASY = exercise("Squeeze", Kind.HOLD)
HARD = routine(entry(Reps(2, 2), sets=2, what=exercise("Thrust", easier=("squeeze", "unknown"))))


@pytest.mark.parametrize(
    ("choice", "outcomes", "end"),
    [
        ("g", [(Outcome.HURT, 1), (Outcome.DONE, 2)], SessionEnd.FINISHED),
        ("s", [(Outcome.HURT, 1)], SessionEnd.FINISHED),
        ("e", [(Outcome.HURT, 1)], SessionEnd.STOPPED),
    ],
)
def test_it_hurts(choice: str, outcomes: list[tuple[Outcome, int | None]], end: SessionEnd) -> None:
    play = Play(TWO_SETS, keys=[*HURTING, *LEVEL, (30.0, choice)]).run()

    assert play.outcomes == outcomes
    assert play.end[0] is end
    assert play.history.records[1][0].pain == Pain("hip", 4)


def test_it_hurts_on_a_cyrillic_keyboard() -> None:
    where = [(16.5, key) for key in (*"бедро", "enter", "4", "enter")]
    play = Play(TWO_SETS, keys=[(16.5, "Р"), *where, (30.0, "у")]).run()  # noqa: RUF001

    assert play.outcomes == [(Outcome.HURT, 1)]
    assert play.end[0] is SessionEnd.STOPPED
    assert play.history.records[1][0].pain == Pain("бедро", 4), "words stay as they were typed"


def test_it_hurts_and_an_easier_exercise_is_done_instead() -> None:
    play = Play(HARD, [*HURTING, *LEVEL, (30.0, "1")], {"squeeze": EASY}).run()

    results = play.coach.results
    assert results[0].outcome is Outcome.HURT
    assert {result.exercise_name for result in results[1:]} == {"Squeeze"}
    assert play.end[0] is SessionEnd.FINISHED
    offers = [line for block in play.screen.shown for line in block if "easier" in line]
    assert set(offers) == {"  1  easier instead: Squeeze"}


def test_it_hurts_and_nothing_is_answered() -> None:
    keys = [(16.5, "h"), (16.5, "esc"), (16.5, "esc"), (17.0, "esc"), (30.0, "space")]
    play = Play(TWO_SETS, keys=keys).run()

    assert play.history.records[1][0].pain is None
    assert play.end[0] is SessionEnd.FINISHED


def test_notices_are_told() -> None:
    play = Play(TWO_SETS)
    play.sound.notices.append(Notice("No loudspeaker.", "Plug one in."))
    play.run()

    assert play.log.count("Note: No loudspeaker. Plug one in.") == 1


def test_a_full_disk_does_not_stop_it() -> None:
    play = Play(TWO_SETS, history=FakeHistory(is_full=True)).run()

    assert play.log.count("Not in the history yet: The disk is full") == 1
    assert not settle(play.coach, play.place)
    assert "Kept in the history" not in play.log
    assert "/elsewhere/" in play.log.splitlines()[-1]


def test_a_disk_that_is_full_no_longer_has_all_in_the_end() -> None:
    history = FakeHistory(is_full=True)
    play = Play(TWO_SETS, history=history).run()
    history.is_full = False

    assert settle(play.coach, play.place)
    assert play.log.endswith("Kept in the history as session 1.")
    assert len(history.records[1]) == 2
    assert history.elsewhere == {}


def test_the_review_is_stored() -> None:
    answers = ["2", "enter", "6", "enter", "o", "k", "space", "!", "enter"]
    play = Play(TWO_SETS, keys=[(65.0, key) for key in answers]).run()
    play.clock.advance(10.0)
    ask_review(play.coach, play.place)

    assert play.history.reviews == {1: SessionReview(2, 6, "ok !")}


def test_a_review_that_is_not_answered_is_not_stored() -> None:
    play = Play(TWO_SETS, keys=[(65.0, "esc")] * 3).run()
    play.clock.advance(10.0)
    ask_review(play.coach, play.place)

    assert play.history.reviews == {}


@pytest.mark.parametrize("speed", [0.5, 1.0, 5.0, 60.0, 1000.0])
def test_any_speed_gives_the_same_session(speed: float) -> None:
    clock = FakeClock()
    fast = ScaledClock(clock, speed)
    keyboard = FakeKeyboard(clock)
    screen, history = FakeScreen(), FakeHistory()
    some = routine(entry(Reps(2, 2), sets=2), entry(Hold(20.0), what=EASY))
    coach = Coach(some, Settings(get_ready_s=10.0), fast, history, FakePlayer())
    player = TerminalPlayer(coach, Console(screen, keyboard.read), fast)

    player.run(lambda: False)

    (end, active_s) = history.ends[1]
    assert end is SessionEnd.FINISHED
    assert active_s == pytest.approx(coach.timeline.total_s)
    assert not [line for line in screen.logged if "paused" in line]
    real_s = clock.now_s() - 1000.0
    assert real_s == pytest.approx(active_s / speed, abs=0.25)


def test_a_key_begins_where_the_person_chose_so() -> None:
    """Without anybody who could press one it begins by itself."""
    for keys, seconds in (([(12.0, "space")], 12.0), (None, 0.0)):
        play = Play(routine(entry(Hold(5))), keys, first_wait=FirstWait.KEY).run()
        assert play.coach.session.active_s == 15.0
        begun = play.clock.now_s() - play.history.summaries[1].active_s
        assert begun >= seconds
        assert any("space begins" in line.lower() for line in play.screen.logged) is bool(keys)


def test_in_a_rest_the_exercise_just_done_is_meant_unless_the_next_is() -> None:
    """The pain goes to the one or to the other, and only the next has something easier."""
    easy = exercise("Easy")
    clam = exercise("Clam", easier=("easy",))
    some = routine(entry(Hold(5)), entry(Hold(5), what=clam))
    for which, name, count in (("d", "Bridge", 1), ("n", "Clam", 2)):
        keys = [(17.0, "h"), (18.0, which), (19.0, "enter"), (20.0, "4"), (21.0, "enter")]
        play = Play(some, [*keys, (22.0, "e")], exercises={"easy": easy}).run()
        records = play.history.records[1]
        assert len(records) == count
        assert (records[-1].result.exercise_name, records[-1].pain) == (name, Pain("", 4))
        offers = [line for lines in play.screen.shown for line in lines if "easier" in line]
        assert any("Easy" in line for line in offers) is (which == "n")
