"""Every fault of the table names a test that there is."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = [
    line
    for line in (ROOT / "tests" / "FAULTS.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| fault")
]


def names_in(file: Path) -> set[str]:
    """The names of the test functions of a file; none if it is not there."""
    if not file.is_file():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_a_fault_has_what_is_seen_and_tests_that_exist(row: str) -> None:
    _, fault, seen, tests, end = row.split("|")
    assert fault.strip()
    assert seen.strip()
    assert end == ""
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
    assert named
    assert len(named) == tests.count("::")
    missing = [f"{file}::{name}" for file, name in named if name not in names_in(ROOT / file)]
    assert missing == []


def test_no_fault_stands_twice() -> None:
    faults = [row.split("|")[1] for row in ROWS]
    assert len(set(faults)) == len(faults) > 50
