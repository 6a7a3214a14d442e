"""Whatever ends the program, every set that had ended is in the history."""

import os
from pathlib import Path

import pytest

from tests.store.killing import kill_many

KILLS = int(os.environ.get("GLUTETIMER_KILLS", "20"))


@pytest.mark.timeout(60 + KILLS)
def test_no_finished_set_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    committed = kill_many(tmp_path, KILLS, seed=9)
    assert committed > KILLS, "hardly a set was stored before the kills"
