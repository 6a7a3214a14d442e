"""Where packages are made, and how a tool is run."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a tool; what it says is shown if it fails, which ends the packaging."""
    output(*command, cwd=cwd)


def output(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a tool, and return what it prints."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        name = Path(command[0]).name
        sys.exit(f"{done.stdout}\n{done.stderr}\n{name} failed ({done.returncode}).")
    return done.stdout


def tool(name: str, brought_by: str) -> str:
    """The path of a program of the system; without it the packaging ends, and says where it is."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f"{name} is needed: it comes with {brought_by}.")
    return path


def size_mb(path: Path) -> float:
    """How large a file, or all files of a folder, are: without links, in MB."""
    files = path.rglob("*") if path.is_dir() else (path,)
    return sum(one.lstat().st_size for one in files if one.is_file()) / 1e6
