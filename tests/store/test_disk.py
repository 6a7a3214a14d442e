"""Moving files aside loses nothing."""

from pathlib import Path

from glutetimer.store.disk import set_aside
from tests.store.builders import MONDAY


def test_companions_go_along_and_no_name_is_taken_twice(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    taken = tmp_path / "history.damaged-20260105T073000Z.sqlite3-wal"
    taken.write_text("older")
    for suffix in ("", "-wal"):
        path.with_name(path.name + suffix).write_text(f"new{suffix}")
    kept = set_aside(path, "damaged", MONDAY, ("-wal", "-shm"))
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        taken.name: "older",
        "history.damaged-20260105T073000Z-2.sqlite3": "new",
        "history.damaged-20260105T073000Z-2.sqlite3-wal": "new-wal",
    }
    assert kept.read_text() == "new"
