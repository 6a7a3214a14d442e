"""Plans in the window: what is next, the dialog, following, stopping, and what goes wrong."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from glutetimer.core.errors import Trouble
from glutetimer.core.schedule.phase import Named, PainTest, PlanPhase, PlanWalks
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing, RoutinePlan
from glutetimer.ui.plans.dialog import PlansDialog
from glutetimer.ui.plans.flow import PlanFlow
from glutetimer.ui.plans.place import PlanPlace
from glutetimer.ui.plans.strip import PlanStrip
from glutetimer.ui.widgets.notice_bar import NoticeBar
from glutetimer.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import World
from tests.ui.samples import ROUTINES, session

FIRST, SECOND = ROUTINES[0], ROUTINES[1]
DAYS = (
    PlanDay(1, "Monday", FIRST.id, FIRST.title, "Slowly"),
    PlanDay(1, "Tuesday"),
    PlanDay(1, "Friday", SECOND.id, SECOND.title),
    PlanDay(2, "Monday", FIRST.id, FIRST.title),
)
PLAN = RoutinePlan("back", "Eight weeks back", DAYS, "A physio", "Add a rep.")
WEEKLY = RoutinePlan("weekly", "Weekly", (PlanDay(0, "Sunday", SECOND.id, SECOND.title),))
LISTED = [
    PlanListing("back", PLAN.title, "/plans/back.toml", PLAN),
    PlanListing("bad", "Bad", "/plans/bad.toml", None, ("line 3: day is missing",)),
    PlanListing("weekly", WEEKLY.title, "/plans/weekly.toml", WEEKLY),
]


@pytest.fixture
def planned(world: World) -> World:
    """A world with three plan files, one of them with a mistake."""
    world.library.listed_plans = LISTED
    return world


@pytest.fixture
def window(planned: World, open_window: OpenWindow) -> Iterator[MainWindow]:
    window = open_window()
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()


def flow_of(window: MainWindow) -> PlanFlow:
    assert window.plan_flow is not None
    return window.plan_flow


def strip_of(window: MainWindow) -> PlanStrip:
    return flow_of(window).strip


def dialog_of(window: MainWindow) -> PlansDialog:
    flow_of(window).action.trigger()
    dialog = flow_of(window).dialog
    assert dialog is not None
    return dialog


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden()]


def rows(dialog: PlansDialog) -> list[tuple[str, str]]:
    return [(row.title, row.facts) for row in dialog.details._days.rows]


def choose(dialog: PlansDialog, place: int) -> None:
    dialog.list.setCurrentIndex(dialog.list.model().index(place, 0))


def do(world: World, number: int, days_ago: float, routine_id: str) -> None:
    routine = world.library.by_id[routine_id]
    world.history.add(session(number, world.ago(days_ago), routine))


def follow(world: World, plan_id: str, days_ago: float = 3) -> None:
    world.store.settings = replace(
        world.store.settings, followed_plan=plan_id, plan_begun_at=world.ago(days_ago)
    )


# A plan with phases

PHASED = RoutinePlan(
    "weeks",
    "Twelve weeks",
    (
        PlanDay(1, "Day 1", FIRST.id, FIRST.title),
        PlanDay(2, "Day 1", SECOND.id, SECOND.title, others=(Named(FIRST.id, FIRST.title),)),
    ),
    notes="Ours.",
    phases=(
        PlanPhase("Begin", 1, 1, exit=(PainTest(5),), walks=PlanWalks(3, 10, 15)),
        PlanPhase("Build", 2, 2),
    ),
)


@pytest.fixture
def phased(world: World) -> World:
    """A world with a plan with phases that comes with the program, and is followed."""
    world.library.listed_plans = [
        PlanListing("weeks", PHASED.title, "/ours/weeks.toml", PHASED, is_own=False)
    ]
    follow(world, "weeks", 4)
    return world


def place_of(window: MainWindow) -> PlanPlace:
    place = dialog_of(window).details.place
    assert place is not None
    return place


def told(world: World, number: int, days_ago: float, pain: int) -> None:
    do(world, number, days_ago, FIRST.id)
    summary = world.history.summaries[number]
    world.history.review(number, replace(summary.review, pain_after=pain))


def test_one_sees_where_one_stands_and_what_is_missing(
    phased: World, open_window: OpenWindow
) -> None:
    window = open_window()
    assert today_of(window)[1] == (
        "Your plan Twelve weeks has it next: Day 1 of week 1 of 2, phase 1 of 2: Begin."
    )
    assert today_of(window)[2].endswith("0 of 3 walks in seven days")

    told(phased, 1, 2, 7)
    window.home.refresh()

    assert "Its last week comes again: 1 test not passed yet." in today_of(window)[1] or (
        today_of(window)[1].startswith("Your pain was 7 last time")
    )
    assert words(place_of(window))[:2] == [
        "Week 1 of 2, phase 1 of 2: Begin",
        "Missing: Pain of 5 at most in the last session. It was 7",
    ]


def test_going_on_is_offered_and_done_only_by_a_yes(
    phased: World, open_window: OpenWindow, qtbot: QtBot
) -> None:
    told(phased, 1, 2, 3)
    window = open_window()
    today = window.home.routines.home.today
    assert today_of(window)[1].endswith("Begin. This phase is done and its test passed.")
    assert today.offer_button.text() == "Go on to Build…"

    today.offer_button.click()

    assert phased.store.settings.plan_week == 1
    dialog = flow_of(window).dialog
    assert dialog is not None
    assert dialog.details.place is not None
    dialog.details.place.offer_button.click()
    assert phased.store.settings.plan_week == 2
    assert today.offer_button.isHidden()
    assert today_of(window)[1].startswith(
        "Your plan Twelve weeks has it next: Day 1 of week 2 of 2, phase 2 of 2: Build. Or do "
    )


def test_a_yes_in_the_dialog_can_be_undone(phased: World, open_window: OpenWindow) -> None:
    told(phased, 1, 2, 3)
    window = open_window()
    begun_at = phased.store.settings.plan_begun_at
    dialog = dialog_of(window)
    assert dialog.details.place is not None
    dialog.details.place.offer_button.click()
    assert phased.store.settings.plan_week == 2

    dialog.undo_bar._undo.click()

    assert (phased.store.settings.plan_week, phased.store.settings.plan_begun_at) == (1, begun_at)
    dialog.details.days.setCurrentIndex(dialog.details.days.model().index(1, 0))
    assert dialog.details.again_button.text() == "Begin at week 2"
    dialog.details.again_button.click()
    assert phased.store.settings.plan_week == 2


def test_a_walk_is_ticked_by_hand_and_is_no_session_of_the_week(
    phased: World, open_window: OpenWindow
) -> None:
    window = open_window()
    place = place_of(window)
    assert place.minutes.value() == 10
    place.minutes.setValue(25)
    place.walk_button.click()

    [summary] = phased.history.sessions()
    assert (summary.start.routine_title, summary.active_s, summary.sets_done) == ("Walk", 1500, 0)
    assert summary.ended_at == phased.clock.utc_now()
    assert today_of(window)[2].endswith("1 of 3 walks in seven days")
    assert today_of(window)[0] == FIRST.title, "a walk is not today's session"
    dialog = flow_of(window).dialog
    assert dialog is not None
    assert dialog.details.place is not None
    assert any("Walks: 1 of 3 days" in text for text in words(dialog.details.place))


def test_a_built_in_plan_makes_no_strip_and_is_read_only_when_wanted(
    phased: World, open_window: OpenWindow
) -> None:
    phased.store.settings = replace(phased.store.settings, followed_plan="")
    window = open_window()
    assert strip_of(window).isHidden()

    dialog = dialog_of(window)

    assert [row.title for row in dialog._plans.rows] == ["Twelve weeks"]
    assert (
        "Begin: week 1\nTo go on: Pain of 5 at most in the last session\n"
        "Walks: 3 days in seven, of 10 to 15 minutes"
    ) in words(dialog.details)
    dialog.details.follow_button.click()
    assert phased.store.settings.followed_plan == "weeks"


# The strip


def test_without_a_plan_there_is_no_strip_and_plans_say_how_to_make_one(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    assert strip_of(window).isHidden()

    dialog = dialog_of(window)

    assert dialog.details.isHidden()
    assert any("There is no plan yet." in text for text in words(dialog))
    dialog.close()


def test_plans_that_nobody_follows_are_told(window: MainWindow) -> None:
    assert words(strip_of(window)) == ["3 plans: none is followed", "1 plan with mistakes."]


def today_of(window: MainWindow) -> list[str]:
    """What the card of today says: the day, why, and what it needs."""
    return words(window.home.routines.home.today)[1:4]


def test_what_is_next_is_told_and_can_be_begun(
    planned: World, open_window: OpenWindow, qtbot: QtBot
) -> None:
    follow(planned, "back")
    window = open_window()
    assert strip_of(window).isHidden(), "today says it"
    day, reason, _ = today_of(window)
    assert day == FIRST.title
    assert reason == "Your plan Eight weeks back has it next: week 1, Monday. Slowly."

    qtbot.keyClick(window.home.routines.home.today.start_button, Qt.Key.Key_Space)

    assert window.host.page is not None
    assert window.stack.currentWidget() is window.host.page
    assert [start.routine_id for start in planned.history.starts.values()] == [FIRST.id]


def test_a_session_moves_on_and_rest_passes_by_itself(
    planned: World, open_window: OpenWindow
) -> None:
    follow(planned, "back")
    window = open_window()
    do(planned, 1, 0.01, FIRST.id)
    window.home.refresh()
    today = window.home.routines.home.today
    assert today_of(window)[:2] == [
        "Done for today",
        "You trained today. Next in Eight weeks back: week 1, Tuesday, rest.",
    ]
    planned.clock.advance(86_400)
    window.home.refresh()
    assert today_of(window)[:2] == [
        "Rest day",
        f"Your plan Eight weeks back has rest today. Then week 1, Friday, {SECOND.title}.",
    ]
    assert today.start_button.isHidden()

    planned.clock.advance(86_400)
    window.home.refresh()
    assert today_of(window)[0] == SECOND.title
    assert not today.start_button.isHidden()


def test_a_plan_that_is_done_says_so(planned: World, open_window: OpenWindow) -> None:
    follow(planned, "back")
    do(planned, 1, 2.5, SECOND.id)
    do(planned, 2, 2.4, FIRST.id)
    assert words(strip_of(open_window())) == [
        "Eight weeks back is done.",
        "Begin it again, or choose another one.",
    ]


@pytest.mark.parametrize(
    ("plan_id", "sentence"),
    [("gone", "The plan gone is not there any more."), ("bad", "The plan Bad has mistakes.")],
)
def test_a_plan_that_cannot_be_followed_is_told_and_can_be_let_go(
    planned: World, open_window: OpenWindow, plan_id: str, sentence: str
) -> None:
    follow(planned, plan_id)
    window = open_window()
    assert words(strip_of(window)) == [sentence]

    strip_of(window).stop_button.click()

    assert planned.store.settings.followed_plan == ""
    assert words(strip_of(window))[0] == "3 plans: none is followed"


def test_the_page_does_not_move_when_the_words_of_today_come(planned: World, qtbot: QtBot) -> None:
    follow(planned, "weekly")
    window = MainWindow(planned.services())
    qtbot.addWidget(window)
    page = window.home.routines
    page.home.first_painted.disconnect(page._begin)  # nothing comes yet
    window.show()
    qtbot.waitExposed(window)
    before = page.home.list.mapTo(window, page.home.list.rect().topLeft()).y()

    with qtbot.waitSignal(page.filled):
        page._begin()
    QApplication.processEvents()

    assert today_of(window)[0] == SECOND.title
    assert page.home.list.mapTo(window, page.home.list.rect().topLeft()).y() == before


def test_the_files_are_read_again_with_the_routines(window: MainWindow, planned: World) -> None:
    planned.library.listed_plans = LISTED[2:]
    assert window.menus is not None
    window.menus.reload.trigger()
    assert words(strip_of(window)) == ["Plan: Weekly"]


def test_a_history_that_fails_is_told_and_the_plans_stay(
    planned: World, open_window: OpenWindow
) -> None:
    follow(planned, "back")
    window = open_window()
    planned.history.trouble = Trouble("The history cannot be read", "history.db", "Try again")
    flow_of(window).refresh()
    assert "The history cannot be read (history.db)." in words(window.findChildren(NoticeBar)[0])
    assert not strip_of(window).isHidden()


# The dialog


def test_a_plan_is_shown_with_source_notes_and_days(window: MainWindow) -> None:
    dialog = dialog_of(window)

    said = words(dialog.details)
    assert "Eight weeks back" in said
    assert "2 weeks, 3 days with a routine  ·  A physio" in said
    assert "Add a rep." in said
    assert rows(dialog) == [
        (f"Week 1, Monday: {FIRST.title}", "Slowly"),
        ("Week 1, Tuesday: rest", ""),
        (f"Week 1, Friday: {SECOND.title}", ""),
        (f"Week 2, Monday: {FIRST.title}", ""),
    ]


def test_a_long_note_can_be_read_to_its_end_and_no_text_is_taken_for_html(
    window: MainWindow, planned: World
) -> None:
    note = "<b>Slowly</b>, and with a pause between the sides. " * 4
    day = PlanDay(1, "Monday", FIRST.id, FIRST.title, note)
    plan = RoutinePlan("long", "<i>Long</i> " * 30, (day,))
    planned.library.listed_plans = [PlanListing("long", plan.title, "/plans/long.toml", plan)]
    planned.store.save(
        replace(planned.store.settings, followed_plan="long", plan_begun_at=planned.ago(1))
    )
    window.preferences.use(planned.store.settings)

    dialog = dialog_of(window)

    assert note in words(dialog.details)
    card = window.home.routines.home.today
    assert today_of(window)[1].startswith("Your plan <i>Long</i> <i>Long</i>")
    assert max(map(len, words(card))) <= 240
    labels = [*card.findChildren(QLabel), *dialog.findChildren(QLabel)]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_mistakes_of_a_file_are_shown_and_it_cannot_be_followed(window: MainWindow) -> None:
    dialog = dialog_of(window)

    choose(dialog, 1)

    assert "line 3: day is missing" in words(dialog.details)
    for button in (dialog.details.follow_button, dialog.details.start_button):
        assert button.isHidden()


def test_following_stopping_and_beginning_again_are_kept_and_can_be_undone(
    window: MainWindow, planned: World
) -> None:
    dialog = dialog_of(window)
    choose(dialog, 0)
    dialog.details.follow_button.click()

    now = planned.clock.utc_now()
    kept = planned.store.settings
    assert (kept.followed_plan, kept.plan_begun_at) == ("back", now)
    assert rows(dialog)[0][1] == "Next  ·  Slowly"
    assert today_of(window)[1].startswith("Your plan Eight weeks back has it next")
    assert dialog.details.follow_button.isHidden()

    do(planned, 1, -0.01, FIRST.id)
    planned.clock.advance(3 * 86_400)
    flow_of(window).refresh()
    assert [facts for _, facts in rows(dialog)] == [
        "Behind you  ·  Slowly", "Behind you", "Next", ""
    ]  # fmt: skip
    assert dialog.details.days.currentIndex().row() == 2

    dialog.details.again_button.click()
    assert planned.store.settings.plan_begun_at == planned.clock.utc_now()
    assert rows(dialog)[0][1] == "Next  ·  Slowly"
    dialog.undo_bar._undo.click()
    assert planned.store.settings.plan_begun_at == now
    assert rows(dialog)[2][1] == "Next"

    dialog.details.stop_button.click()
    assert planned.store.settings.followed_plan == ""
    assert planned.store.settings.plan_begun_at is None
    dialog.undo_bar._undo.click()
    assert planned.store.settings.followed_plan == "back"


def test_a_week_that_is_repeated_marks_its_day(planned: World, open_window: OpenWindow) -> None:
    follow(planned, "weekly")
    for number in (1, 2):
        do(planned, number, 2 - number / 2, SECOND.id)
    window = open_window()
    dialog = dialog_of(window)

    assert today_of(window)[1] == "Your plan Weekly has it next: week 3, Sunday."
    assert rows(dialog) == [(f"Sunday: {SECOND.title}", "Next")]
    dialog.close()


def test_what_cannot_be_saved_is_not_followed_and_said_in_the_dialog(
    window: MainWindow, planned: World
) -> None:
    planned.store.trouble = Trouble("The disk is full", "settings.toml", "Make room")
    dialog = dialog_of(window)
    choose(dialog, 0)

    dialog.details.follow_button.click()

    assert any("The disk is full" in text for text in words(dialog.undo_bar))
    assert dialog.undo_bar._undo.isHidden()
    assert not dialog.details.follow_button.isHidden()
    assert words(strip_of(window))[0] == "3 plans: none is followed"


def test_a_day_is_begun_with_enter_and_a_day_of_rest_is_not(
    window: MainWindow, planned: World, qtbot: QtBot
) -> None:
    dialog = dialog_of(window)
    days = dialog.details.days
    days.setCurrentIndex(days.model().index(1, 0))
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert not dialog.details.start_button.isEnabled()
    assert dialog.isVisible()

    days.setCurrentIndex(days.model().index(2, 0))
    qtbot.keyClick(days, Qt.Key.Key_Return)

    assert [start.routine_id for start in planned.history.starts.values()] == [SECOND.id]
    assert flow_of(window).dialog is None
    assert not flow_of(window).action.isEnabled()
