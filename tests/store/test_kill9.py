"""Whatever ends the program, every set that had ended is in the history."""

import os
import random
from pathlib import Path

import pytest

from tests.store.killing import kill_one

KILLS = int(os.environ.get("GLUTETIMER_KILLS", "20"))


@pytest.mark.timeout(60 + KILLS)
def test_no_finished_set_is_lost_when_the_program_is_killed(path: Path) -> None:
    chance = random.Random(9)
    committed = [kill_one(path, chance) for _ in range(KILLS)]
    assert sum(committed) > KILLS, "hardly a set was stored before the kills"
