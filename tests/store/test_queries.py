"""The queries of the first window stay fast however long the history grows."""

from datetime import date
from pathlib import Path

import pytest

from glutetimer.store.history import History
from tests.bench.history_fill import fill
from tests.store.conftest import Open


@pytest.fixture
def statements(path: Path, open_history: Open) -> tuple[History, list[str]]:
    """A filled history and a list in which every statement with its values appears."""
    fill(path, 50, 500)
    history = open_history()
    seen: list[str] = []
    history._database.connection.set_trace_callback(seen.append)
    return history, seen


def test_no_query_reads_whole_tables_or_sorts_them(
    statements: tuple[History, list[str]],
) -> None:
    history, seen = statements
    history.last_done()
    history.routines_done()
    assert history.times_done("squat") == 0
    history.interrupted()
    history.sessions(limit=100)
    history.sessions("squat", limit=100)
    history.sessions(since=date(2025, 12, 20), until=date(2025, 12, 24), limit=100)
    history.sets(7)
    history._database.connection.set_trace_callback(None)
    assert len(seen) == 8
    for statement in seen:
        plan = [row[-1] for row in history._database.read(f"EXPLAIN QUERY PLAN {statement}")]
        for step in plan:
            assert "INDEX" in step or not step.startswith(("SCAN session", "SCAN set_record")), plan
        # The titles of the routines and the sets of one session are few enough to be sorted.
        is_small = "DISTINCT" in statement or "FROM set_record WHERE session_id = 7" in statement
        assert is_small or "USE TEMP B-TREE FOR ORDER BY" not in plan


def test_what_start_up_asks_is_answered_by_indexes_alone(
    statements: tuple[History, list[str]],
) -> None:
    history, seen = statements
    history.last_done()
    history._database.connection.set_trace_callback(None)
    steps = [row[-1] for row in history._database.read(f"EXPLAIN QUERY PLAN {seen[0]}")]
    assert steps
    for step in steps:
        if "SCAN session" in step or "SEARCH session" in step:
            assert "COVERING INDEX" in step, steps
        if "set_record" in step:  # one row of each routine's newest session
            assert step.startswith("SEARCH set_record USING INDEX set_done"), steps
        assert "TEMP B-TREE" not in step, steps


def test_what_statistics_ask_reads_no_set_that_is_not_shown(
    statements: tuple[History, list[str]],
) -> None:
    history, seen = statements
    progress, days = history.progress, (date(2025, 12, 20), date(2025, 12, 24))
    progress.totals(*days)
    progress.exercise_totals("clam-shell")
    progress.exercise_totals("clam-shell", *days)
    progress.exercises_done()
    past = progress.recent("clam-shell", 3)
    history.awaiting_morning(date(2026, 1, 5))
    history._database.connection.set_trace_callback(None)
    assert len(past) == 3
    assert len(seen) == 5 + 1 + 3
    for statement in seen:
        plan = [row[-1] for row in history._database.read(f"EXPLAIN QUERY PLAN {statement}")]
        for step in plan:
            assert not step.startswith(("SCAN session", "SCAN set_record", "SCAN exercise")), plan
            if "SEARCH set_record" in step:
                assert "(session_id=?" in step, plan
        is_small = "AS name" in statement or "FROM set_record WHERE session_id =" in statement
        assert is_small or not any("TEMP B-TREE" in step for step in plan), plan


def test_how_often_a_routine_was_done(path: Path, open_history: Open) -> None:
    fill(path, 50, 500)
    history = open_history()
    sessions = history.sessions()
    for routine_id in {one.start.routine_id for one in sessions}:
        done = [one for one in sessions if one.start.routine_id == routine_id and one.sets_done]
        assert history.times_done(routine_id) == len(done) > 0
