"""A session with its journal and its voice."""

from dataclasses import replace

import pytest

from glutetimer.core.cues.sheet import CueKind
from glutetimer.core.exercise import Dose, Exercise, Hold, Kind, Reps
from glutetimer.core.history.records import Outcome, Pain, SessionEnd, SessionReview
from glutetimer.core.notice import Notice
from glutetimer.core.plan.alternatives import MOST_OF_TIME, seconds_of
from glutetimer.core.routine import Prescription
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.events import Ended, Paused
from glutetimer.core.session.preparing import DONE_WORDS, PAUSED_WORDS
from glutetimer.core.session.states import Command
from glutetimer.core.settings import ExerciseSettings, MusicWay, Settings, Verbosity
from glutetimer.core.today import DayDose, Today
from tests.core.builders import entry, exercise, routine
from tests.fakes import FakeClock
from tests.fakes_history import FakeHistory
from tests.fakes_media import FakeMusic
from tests.fakes_player import FakePlayer

TEN = Settings(get_ready_s=10.0)


class World:
    """A coach with its fakes."""

    def __init__(
        self,
        *entries: Prescription,
        settings: Settings | None = None,
        today: Today | None = None,
        alternatives: tuple[Exercise, ...] = (),
    ) -> None:
        self.clock, self.history, self.player = FakeClock(), FakeHistory(), FakePlayer()
        known = {one.id: one for one in alternatives}
        some = replace(routine(*entries), alternatives=known)
        self.coach = Coach(
            some, settings or TEN, self.clock, self.history, self.player, today=today
        )

    def run(self, seconds: int) -> None:
        """Tick twice a second."""
        for _ in range(seconds * 2):
            self.clock.advance(0.5)
            self.coach.tick()


def test_a_session_is_recorded_from_its_first_second() -> None:
    """The row exists at once, each set when it ends, the end at the end."""
    world = World(entry(Hold(5), sets=2))
    world.coach.do(Command.START)
    assert world.history.starts[1].planned_sets == 2
    assert world.history.starts[1].planned_s == 50.0
    world.run(16)
    assert [r.result.outcome for r in world.history.records[1]] == [Outcome.DONE]
    world.run(40)
    assert world.history.ends[1] == (SessionEnd.FINISHED, 50.0)
    assert world.player.told[-1] == ("announce", DONE_WORDS)


def test_a_full_disk_never_stops_a_session_and_loses_nothing() -> None:
    """What could not be stored is stored with the next set, before it, in order."""
    world = World(entry(Hold(5), sets=3))
    world.history.is_full = True
    world.coach.do(Command.START)
    world.run(16)
    notices = world.coach.take_notices()
    assert "disk is full" in notices[0].text
    world.history.is_full = False
    world.run(36)
    assert [r.result.set for r in world.history.records[1]] == [1, 2]


def test_pain_is_noted_with_the_set_that_it_ended() -> None:
    """Also while the set could not be stored yet."""
    world = World(entry(Hold(30)))
    world.coach.do(Command.START)
    world.run(12)
    world.coach.do(Command.HURT)
    world.coach.report_pain(Pain("low back", 6))
    assert world.history.records[1][0].pain == Pain("low back", 6)

    other = World(entry(Hold(30)))
    other.coach.do(Command.START)
    other.history.is_full = True
    other.run(12)
    other.coach.do(Command.HURT)
    other.coach.report_pain(Pain("hip", 3))
    other.history.is_full = False
    other.coach.do(Command.STOP)
    assert other.history.records[1][0].pain == Pain("hip", 3)


def test_the_review_is_stored_and_its_trouble_told() -> None:
    """The end page must be able to stay open."""
    world = World(entry(Hold(5)))
    world.coach.do(Command.START)
    world.run(20)
    world.history.is_full = True
    world.coach.review(SessionReview(2, 5, "good"))
    assert "full" in str(world.coach.journal.trouble)
    world.history.is_full = False
    world.coach.review(SessionReview(2, 6, "good"))
    assert world.history.reviews[1] == SessionReview(2, 6, "good")


def test_the_player_hears_only_of_breaks_in_the_course() -> None:
    """Start, pause, resume, jump; not of every step."""
    world = World(entry(Hold(5), sets=2))
    t0 = world.clock.now_s()
    world.coach.do(Command.START)
    world.run(20)
    world.coach.do(Command.PAUSE)
    world.clock.advance(100)
    world.coach.do(Command.RESUME)
    world.coach.do(Command.ADD_REST)
    assert world.player.told[1:] == [
        ("run", 0, 0.0, t0, 0.0),
        ("hold",),
        ("run", 2, 5.0, t0 + 120.0, 0.0),
        ("hold",),
        ("run", 2, 5.0, t0 + 120.0, 10.0),
    ]


def test_a_move_while_paused_stays_silent() -> None:
    """The voice waits until the session goes on."""
    world = World(entry(Hold(5), sets=2))
    world.coach.do(Command.START)
    world.run(3)
    world.coach.do(Command.PAUSE)
    world.player.told.clear()
    world.coach.do(Command.NEXT)
    assert world.player.told == [("hold",)]


def test_a_gap_is_announced() -> None:
    """So that a person on the mat knows why it is silent."""
    world = World(entry(Hold(5)))
    world.coach.do(Command.START)
    world.clock.advance(60)
    (event,) = world.coach.tick()
    assert isinstance(event, Paused)
    assert world.player.told[-1] == ("announce", PAUSED_WORDS)


def test_the_sheet_is_made_anew_when_clips_get_ready() -> None:
    """Tones first, then words; not again while nothing changes."""
    world = World(entry(Reps(3, 3)))
    assert all(cue.is_tone for cue in world.player.sheets[-1].cues)
    world.player.make_ready()
    world.coach.do(Command.START)
    world.run(2)
    assert len(world.player.sheets) == 2
    assert not all(cue.is_tone for cue in world.player.sheets[-1].cues)


def test_the_device_is_opened_while_the_session_is_planned() -> None:
    """It takes a while, and the first words come soon after the start."""
    world = World(entry(Reps(3, 3)))
    assert world.player.told == [("warm up",)]


def test_without_a_voice_there_are_tones() -> None:
    """Unless the person wants silence."""
    world = World(entry(Reps(3, 3)), settings=Settings(voice_on=False))
    assert "1" not in world.player.prepared[-1]
    silent = World(entry(Reps(3, 3)), settings=Settings(voice_on=False, verbosity=Verbosity.SILENT))
    assert silent.player.sheets[-1].cues == ()


def test_an_easier_alternative_takes_the_rest_of_the_sets() -> None:
    """From the set in which it hurt, with its own record."""
    world = World(entry(Hold(30), sets=3), entry(Hold(5)))
    squeeze = exercise("Squeeze", Kind.HOLD)
    world.coach.do(Command.START)
    world.run(10 + 30 + 30 + 5)
    world.coach.do(Command.HURT)
    world.coach.swap_exercise(squeeze)
    world.coach.do(Command.RESUME)
    world.run(3 + 30 + 40 + 30 + 60)
    assert [(r.exercise_name, r.set, r.outcome.value) for r in world.coach.results] == [
        ("Bridge", 1, "done"),
        ("Bridge", 2, "hurt"),
        ("Squeeze", 1, "done"),
        ("Squeeze", 2, "done"),
        ("Bridge", 1, "done"),
    ]
    keys = [(r.index, r.attempt) for r in world.coach.results]
    assert len(set(keys)) == len(keys)


def test_the_day_is_recorded_with_the_session() -> None:
    """As a text that gives the same day again."""
    for today in (None, Today(DayDose.GENTLE), Today(minutes=20)):
        world = World(entry(Hold(20), sets=2), today=today)
        world.coach.do(Command.START)
        assert Today.parse(world.history.starts[1].dose) == (today or Today())


def test_an_alternative_leaves_the_others_as_they_were_that_day() -> None:
    """Its hold takes longer: the minutes are not found anew, or the last sets would be lost."""
    entries = [entry(Reps(8, 8), sets=3, what=exercise(f"Bridge {n}")) for n in range(3)]
    world = World(*entries, today=Today(minutes=9))
    before = world.coach.timeline.entries
    assert before[1].sets < 3 or before[2].sets < 3
    long = exercise("Long hold", Kind.HOLD)
    long = replace(long, dose=Dose(3, Hold(200.0), 30.0))
    world.coach.do(Command.START)
    world.run(15)
    world.coach.do(Command.HURT)
    world.coach.swap_exercise(long)
    after = world.coach.timeline.entries
    assert after[0].exercise is long
    assert seconds_of(after[0]) <= MOST_OF_TIME * seconds_of(before[0])
    assert after[1:] == before[1:]


def test_what_a_setting_replaced_can_come_back_where_it_hurts() -> None:
    """The bridge is the easier one of what the setting put in its place."""
    hard = replace(exercise("Hard"), easier=("bridge",))
    bridge = replace(exercise(), harder=("hard",))
    settings = replace(TEN, exercises={"bridge": ExerciseSettings(instead="hard")})
    world = World(entry(sets=2, what=bridge), settings=settings, alternatives=(hard,))
    world.coach.do(Command.START)
    world.run(15)
    assert world.coach.substitutes({"bridge": bridge}) == (bridge,)
    world.coach.do(Command.HURT)
    world.coach.swap_exercise(bridge)
    world.coach.do(Command.RESUME)
    world.run(3 + 30 + 60)
    assert [result.exercise_id for result in world.coach.results] == ["hard", "bridge"]


def test_a_session_goes_on_after_a_crash() -> None:
    """The stored session gets the sets that follow; nothing that was done is replaced."""
    world = World(entry(Hold(5), sets=3))
    world.coach.do(Command.START)
    world.run(16)
    world.coach.do(Command.REPEAT_SET)
    world.run(6 + 5 + 2)
    world.clock.advance(600)
    world.coach = Coach(
        routine(entry(Hold(5), sets=3)),
        TEN,
        world.clock,
        world.history,
        world.player,
        first_set=1,
        continues=1,
    )
    world.coach.do(Command.START)
    world.run(12)
    world.coach.do(Command.REPEAT_SET)
    world.run(7)
    world.coach.do(Command.STOP)
    assert len(world.history.starts) == 1
    kept = [(r.result.set, r.result.attempt) for r in world.history.records[1]]
    assert kept == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert world.coach.results == tuple(r.result for r in world.history.records[1])
    end, active_s = world.history.ends[1]
    assert end is SessionEnd.STOPPED
    assert active_s == pytest.approx(15 + 19)  # to the wait before the second set, and from there


def test_notices_of_the_player_are_passed_on_once() -> None:
    """No voice, no device."""
    world = World()
    world.player.notices.append(Notice("No voice was found", "Install one"))
    assert [n.text for n in world.coach.take_notices()] == ["No voice was found"]
    assert world.coach.take_notices() == ()


def test_stopping_ends_the_record_as_stopped() -> None:
    """With what was done until then."""
    world = World(entry(Hold(30)))
    world.coach.do(Command.START)
    world.run(15)
    events = world.coach.do(Command.STOP)
    assert isinstance(events[-1], Ended)
    assert world.history.ends[1] == (SessionEnd.STOPPED, 15.0)


def test_pain_before_is_stored_at_once_and_taken_back() -> None:
    world = World(entry(Hold(5)))
    world.coach.do(Command.START)
    world.coach.note_pain_before(4)
    assert world.history.starts[1].pain_before == 4
    world.coach.note_pain_before(None)
    assert world.history.starts[1].pain_before is None


@pytest.mark.parametrize("is_full_at_start", [False, True])
def test_pain_before_is_tried_again_after_a_full_disk(is_full_at_start: bool) -> None:
    """Whether or not the session itself could be stored; the newest answer counts."""
    world = World(entry(Hold(5)))
    world.history.is_full = is_full_at_start
    world.coach.do(Command.START)
    world.history.is_full = True
    world.coach.note_pain_before(4)
    world.coach.note_pain_before(3)
    assert any("disk is full" in notice.text for notice in world.coach.take_notices())
    world.history.is_full = False
    world.run(16)
    assert world.history.starts[1].pain_before == 3
    assert len(world.history.records[1]) == 1


def test_pause_going_on_and_it_hurts_are_heard() -> None:
    """A short tone each, for eyes that are closed."""
    world = World(entry(Hold(30)))
    world.coach.do(Command.START)
    world.run(12)
    before = len(world.player.signals)
    world.coach.do(Command.PAUSE)
    world.coach.do(Command.RESUME)
    world.coach.do(Command.HURT)
    assert world.player.signals[before:] == [CueKind.PAUSED, CueKind.GOES_ON, CueKind.HURT]


class Awake:
    """Remembers whether the machine is kept awake."""

    def __init__(self) -> None:
        self.is_awake = False

    def begin(self) -> None:
        self.is_awake = True

    def end(self) -> None:
        self.is_awake = False


def test_the_machine_is_kept_awake_and_may_sleep_after_a_long_pause() -> None:
    world = World(entry(Hold(30)))
    awake = world.coach.wakefulness.machine = Awake()
    world.coach.do(Command.START)
    assert awake.is_awake
    world.coach.do(Command.PAUSE)
    world.run(299)
    assert awake.is_awake
    world.run(2)
    assert not awake.is_awake
    world.coach.do(Command.RESUME)
    assert awake.is_awake
    world.coach.do(Command.STOP)
    assert not awake.is_awake


def test_other_music_has_a_session_s_time_and_a_long_pause_for_itself() -> None:
    world = World(entry(Hold(30)), settings=Settings(other_music=MusicWay.PAUSE))
    music = FakeMusic()
    world.coach.wakefulness.music = music
    world.coach.do(Command.START)
    assert set(music.told) == {MusicWay.PAUSE}
    music.told.clear()
    world.coach.do(Command.PAUSE)
    world.run(299)
    assert music.told == []
    world.run(2)
    assert set(music.told) == {"end"}
    world.coach.do(Command.RESUME)
    world.coach.do(Command.STOP)
    assert music.told[-2:] == [MusicWay.PAUSE, "end"]


def test_what_is_no_longer_so_is_told_through_the_coach() -> None:
    world = World(entry(Hold(5)))
    gone = Notice("The sound device has stopped")
    world.player.settled.append(gone)
    assert world.coach.take_settled() == (gone,)
    assert world.coach.take_settled() == ()
