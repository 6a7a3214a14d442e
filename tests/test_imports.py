"""No circle of imports, whenever they happen: at the top, inside a function, for types alone."""

import ast
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import glutetimer

ROOT = Path(glutetimer.__file__).parent


def name_of(path: Path) -> str:
    """The name of the module in a file of the package."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(source: str) -> set[str]:
    """What a module names of ours: other modules, and what these may have."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(f"{node.module}.{one.name}" for one in node.names)
            found.add(str(node.module))
    return {name for name in found if name.split(".")[0] == "glutetimer"}


def circle(sources: Mapping[str, str]) -> list[str]:
    """The modules of a circle, the first again at its end; none if there is no circle."""
    # A package says in its `__init__` what belongs there, and imports nothing.
    graph = {name: imported(source) & sources.keys() for name, source in sources.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_nothing_is_imported_in_a_circle() -> None:
    sources = {name_of(path): path.read_text("utf-8") for path in ROOT.rglob("*.py")}
    assert len(sources) > 100
    assert circle(sources) == []


@pytest.mark.parametrize(
    "back",
    [
        "import glutetimer.one",
        "from glutetimer import one",
        "def late():\n    from glutetimer.one import x",
        "if TYPE_CHECKING:\n    from glutetimer.one import x",
    ],
)
def test_a_circle_is_found(back: str) -> None:
    sources = {"glutetimer.one": "from glutetimer.two import y", "glutetimer.two": back}
    assert set(circle(sources)) == {"glutetimer.one", "glutetimer.two"}
