"""The wheel, as a person gets it: installed away from the checkout, with all its files."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from glutetimer import __version__

CHECKOUT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


class Installation:
    """A fresh environment that has the wheel, and borrows the packages that it depends on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self._scripts / Path(sys.executable).name

    def python_c(self, program: str) -> subprocess.CompletedProcess[str]:
        """Run a program of a few lines."""
        return self._run(str(self.python), "-c", program)

    def glutetimer(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        return self._run(str(self._scripts / "glutetimer"), *words)

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            command,
            cwd=self.folder,  # away from the checkout
            env=environ | {"PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=100,
            check=False,
        )


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("installed")
    _python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CHECKOUT))
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    installation = Installation(folder / "env")
    _python(
        *("-m", "pip", "--python", str(installation.python), "install"),
        *("--quiet", "--no-index", "--no-deps", str(wheel)),
    )
    # A path file of a path file is not read: the checkout stays out of reach.
    place = installation.python_c("import sysconfig; print(sysconfig.get_path('purelib'))")
    (Path(place.stdout[:-1]) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return installation


def test_the_wheel_carries_every_asset_and_routine(installation: Installation) -> None:
    done = installation.python_c(
        "from glutetimer.resources import assets_dir, routines_dir\n"
        "for folder in assets_dir(), routines_dir():\n"
        "    print(folder)\n"
        "    for path in folder.rglob('*'):\n"
        "        print(path.relative_to(folder.parent))\n"
    )

    assert done.stderr == ""
    found = set(done.stdout.split("\n")[:-1])
    folders = {name for name in found if Path(name).is_absolute()}
    assert len(folders) == 2
    assert all(Path(name).is_relative_to(installation.folder) for name in folders)
    assert found - folders == {
        str(path.relative_to(CHECKOUT))
        for name in ("assets", "routines")
        for path in (CHECKOUT / name).rglob("*")
        if "pictures" not in path.parts  # those of the README stay behind
    }


def test_the_wheel_says_what_it_is(installation: Installation) -> None:
    done = installation.python_c(
        "from importlib.metadata import metadata\n"
        "about = metadata('glutetimer')\n"
        "print(about['Version'], about['License-Expression'], about['Requires-Python'])\n",
    )

    assert done.stdout.split() == [__version__, "GPL-3.0-or-later", "<3.15,>=3.11"]


def test_an_installed_wheel_plays_a_routine(installation: Installation, tmp_path: Path) -> None:
    data_dir = str(tmp_path / "data")

    played = installation.glutetimer(
        *("play", "desk-squeeze", "--speed", "60", "--voice", "off", "--data-dir", data_dir)
    )
    listed = installation.glutetimer("history", "list", "--data-dir", data_dir)

    assert (played.returncode, played.stderr) == (0, "")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "desk" in listed.stdout.lower()


def _python(*words: str) -> None:
    """Run a tool of this environment; its own words are shown if it fails."""
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
