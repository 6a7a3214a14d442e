"""Where the files that come with the program are: in a checkout and in an installed wheel alike.

A wheel carries them inside the package (``glutetimer/_data``), a checkout at its top. Only ``app``
and ``cli`` ask here; everything below is given the paths.
"""

from pathlib import Path

from glutetimer.core.errors import Trouble

_PACKAGE = Path(__file__).resolve().parent


def assets_dir() -> Path:
    """The folder with the exercises, icons, fonts and sounds. Raises Trouble if it is missing."""
    return _data_dir("assets")


def routines_dir() -> Path:
    """The folder with the built-in routine files. Raises Trouble if it is missing."""
    return _data_dir("routines")


def _data_dir(name: str, package: Path = _PACKAGE) -> Path:
    # The wheel's place first: next to an installed package, "assets" may be a stranger's folder.
    inside = package / "_data" / name
    if inside.is_dir():
        return inside
    beside = package.parent / name
    if (package.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise Trouble(
        what=f"The folder “{name}” that comes with glutetimer is missing",
        where=str(inside),
        cure="Install glutetimer again, or start it with run.py from a complete checkout",
    )
