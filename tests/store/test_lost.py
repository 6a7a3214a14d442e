"""A history that was lost: every process says so until the person has answered."""

from pathlib import Path

import pytest

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from tests.bench.history_fill import fill
from tests.store.builders import MONDAY, a_start
from tests.store.conftest import Open


@pytest.fixture
def backup(open_history: Open, path: Path) -> Path:
    fill(path, 3, 60)
    history = open_history()
    made = history.backup_if_due(MONDAY)
    assert made is not None
    history.close()
    return made


@pytest.mark.parametrize("is_missing", [True, False])
def test_the_offer_stands_whoever_set_the_file_aside(
    open_history: Open, path: Path, backup: Path, is_missing: bool
) -> None:
    if is_missing:
        path.unlink()
    else:
        path.write_bytes(b"garbage " * 1000)
    first = open_history()
    first.close()
    for _ in range(2):
        history = open_history()
        assert history.notices == first.notices
        assert history.offered_backup == backup
        assert history.is_lost
        history.finish(history.begin(a_start()), SessionEnd.FINISHED, MONDAY, 1.0)
        history.close()


@pytest.mark.parametrize("is_restored", [True, False])
def test_an_answer_ends_it(open_history: Open, path: Path, backup: Path, is_restored: bool) -> None:
    path.write_bytes(b"garbage " * 1000)
    history = open_history()
    if is_restored:
        history.archive.restore_backup(backup.name)
    else:
        history.begin_anew()
    history.close()
    history = open_history()
    assert (history.notices, history.offered_backup, history.is_lost) == ((), None, False)
    assert len(history.sessions()) == (3 if is_restored else 0)


def test_a_file_that_cannot_be_moved_is_trouble_and_stays(
    open_history: Open, path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"garbage " * 1000)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(Trouble, match="damaged and cannot be moved"):
            open_history()
    assert open_history().offered_backup == backup
