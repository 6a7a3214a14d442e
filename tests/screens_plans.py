"""Scenes of plans: see tests/screens.py."""

from dataclasses import replace

from glutetimer.core.history.records import SessionEnd, SessionReview, SessionSummary
from glutetimer.core.schedule.routine_plan import PlanDay, PlanListing, RoutinePlan
from glutetimer.core.schedule.walks import walk_start
from glutetimer.ui.plans.dialog import PlansDialog
from tests.built_in import built_in_plan
from tests.screens import Scene, Stage, settle
from tests.ui.samples import session

FIRST, DESK = ("first-session", "First session"), ("desk-squeeze", "Desk squeeze")
NOTES = (
    "Begin gently. When both sessions of a week were easy, with pain at most 2, add a rep to each "
    "set in the next week.\nAfter pain of 5 or more stay where you are, or go a week back.\n\n"
    "From week 5 on hold the last rep of every set for five seconds."
)
EIGHT_WEEKS = RoutinePlan(
    "eight-weeks",
    "Eight weeks back",
    tuple(
        day
        for week in range(1, 9)
        for day in (
            PlanDay(week, "Monday", *FIRST, note="Slowly" if week == 1 else ""),
            PlanDay(week, "Tuesday"),
            PlanDay(week, "Wednesday", *DESK, note="At work, in the morning and after lunch"),
            PlanDay(week, "Friday", *FIRST),
        )
    ),
    "My physiotherapist",
    NOTES,
)
DESK_DAYS = RoutinePlan("desk", "At the desk", (PlanDay(0, "Tuesday", *DESK),))
PLANS = [
    PlanListing("desk", DESK_DAYS.title, "/data/plans/desk.toml", DESK_DAYS),
    PlanListing("eight-weeks", EIGHT_WEEKS.title, "/data/plans/eight-weeks.toml", EIGHT_WEEKS),
    PlanListing(
        "evenings",
        "Evenings",
        "/data/plans/evenings.toml",
        None,
        ('line 7: unknown routine "frist"; did you mean "first-session"?',),
    ),
]


def _listed(stage: Stage) -> None:
    stage.world.library.listed_plans = PLANS
    stage.window.home.reload()
    settle()


def _follow(stage: Stage, plan_id: str) -> None:
    begun_at = stage.world.ago(3)
    settings = replace(stage.world.store.settings, followed_plan=plan_id, plan_begun_at=begun_at)
    stage.world.store.settings = settings


def _followed(stage: Stage) -> None:
    _follow(stage, "eight-weeks")
    routine = stage.world.library.by_id["first-session"]
    stage.world.history.add(session(1, stage.world.ago(0.1), routine))
    _listed(stage)


def _next(stage: Stage) -> None:
    _followed(stage)
    stage.world.clock.advance(2 * 86_400)
    stage.window.home.refresh()
    settle()


def _gone(stage: Stage) -> None:
    _follow(stage, "spring")
    _listed(stage)


def _dialog(stage: Stage) -> PlansDialog:
    flow = stage.window.plan_flow
    assert flow is not None
    flow.open()
    settle()
    assert flow.dialog is not None
    return flow.dialog


def _all(stage: Stage) -> None:
    _next(stage)
    _dialog(stage)


def _begun(stage: Stage) -> None:
    _listed(stage)
    dialog = _dialog(stage)
    dialog.details.follow_button.click()
    settle()


def _wrong(stage: Stage) -> None:
    _listed(stage)
    dialog = _dialog(stage)
    dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
    settle()


def _strange(stage: Stage) -> None:
    """Every text as long as it may be, and what is no rich text."""
    long = "<b>Week &amp; week</b> of a long plan, " * 11
    days = (PlanDay(1, "M" * 80, FIRST[0], long, long), PlanDay(2, "Tuesday", *DESK))
    plan = RoutinePlan("strange", long, days, long, "A line\n" * 280)
    listed = [*PLANS, PlanListing("strange", long, "/data/plans/strange.toml", plan)]
    _follow(stage, "strange")
    stage.world.library.listed_plans = listed
    stage.window.home.reload()
    settle()


def _strange_all(stage: Stage) -> None:
    _strange(stage)
    _dialog(stage)


def _twelve(stage: Stage, *sessions: tuple[str, float, int]) -> None:
    """The plan that comes with the program, with sessions (routine, days ago, pain after)."""
    plan = built_in_plan("twelve-weeks")
    stage.world.library.listed_plans = [PlanListing(plan.id, plan.title, "", plan, is_own=False)]
    settings = stage.world.store.settings
    stage.world.store.settings = replace(
        settings, followed_plan=plan.id, plan_begun_at=stage.world.ago(20), plan_week=2
    )
    for number, (routine_id, days_ago, pain) in enumerate(sessions, 1):
        done = session(number, stage.world.ago(days_ago), stage.world.library.by_id[routine_id])
        review = replace(done.review, pain_after=pain)
        stage.world.history.add(replace(done, review=review))
    start, ended_at = walk_start(stage.world.ago(1), 15), stage.world.ago(1)
    stage.world.history.add(
        SessionSummary(99, start, SessionEnd.FINISHED, ended_at, 900.0, 0, SessionReview())
    )
    stage.window.home.reload()
    settle()


def _week(stage: Stage) -> None:
    _twelve(stage, ("first-session", 5, 3), ("first-session", 3, 2))


def _week_all(stage: Stage) -> None:
    _week(stage)
    _dialog(stage)


def _missed(stage: Stage) -> None:
    _twelve(stage, ("first-session", 12, 3))


def _passed(stage: Stage) -> None:
    _twelve(stage, *(("first-session", days, 3) for days in (8, 6, 4)))


def _passed_all(stage: Stage) -> None:
    _passed(stage)
    _dialog(stage)


def _none(stage: Stage) -> None:
    _dialog(stage)


SCENES = (
    Scene("plans-listed", _listed),
    Scene("plans-rest", _followed),
    Scene("plans-next", _next),
    Scene("plans-gone", _gone),
    Scene("plans-all", _all),
    Scene("plans-begun", _begun),
    Scene("plans-wrong", _wrong),
    Scene("plans-strange", _strange),
    Scene("plans-strange-all", _strange_all),
    Scene("plans-none", _none),
    Scene("plans-week", _week),
    Scene("plans-week-all", _week_all),
    Scene("plans-missed", _missed),
    Scene("plans-passed", _passed),
    Scene("plans-passed-all", _passed_all),
)
