"""The wheel, which pipx and uv install."""

import os
import sys
import tempfile
import venv
from pathlib import Path

from package.places import BUILD, DIST, ROOT, run
from package.trial import try_out


def make_wheel() -> Path:
    """Build the wheel, install it with all that it depends on, away from here, and try it."""
    built = build_wheel()
    with tempfile.TemporaryDirectory(prefix="gt-") as place:
        venv.create(place, with_pip=True)
        scripts = Path(place) / ("Scripts" if os.name == "nt" else "bin")
        pip = (scripts / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        # The versions that are tested; a person gets the newest that the wheel allows.
        run(*pip, "--no-deps", "--require-hashes", "--requirement", ROOT / "requirements.lock")
        run(*pip, "--no-deps", "--no-index", built)
        try_out([str(scripts / "glutetimer")])
    DIST.mkdir(exist_ok=True)
    return built.replace(DIST / built.name)


def build_wheel() -> Path:
    """Build the wheel; it has not been tried."""
    folder = BUILD / "wheel"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    [built] = folder.glob("*.whl")
    return built
