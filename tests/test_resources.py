from pathlib import Path

import pytest

from glutetimer import resources
from glutetimer.core.errors import Trouble


def test_a_checkout_has_its_files_at_the_top() -> None:
    top = Path(__file__).parent.parent

    assert resources.assets_dir() == top / "assets"
    assert resources.routines_dir() == top / "routines"


def test_an_installed_package_never_looks_beside_itself(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "glutetimer"
    package.mkdir(parents=True)
    (package.parent / "assets").mkdir()

    with pytest.raises(Trouble) as raised:
        resources._data_dir("assets", package)

    assert raised.value.where == str(package / "_data" / "assets")
    assert "Install glutetimer again" in raised.value.cure


def test_what_the_package_carries_comes_first(tmp_path: Path) -> None:
    package = tmp_path / "glutetimer"
    inside = package / "_data" / "routines"
    inside.mkdir(parents=True)
    (tmp_path / "routines").mkdir()
    (tmp_path / "pyproject.toml").touch()

    assert resources._data_dir("routines", package) == inside
