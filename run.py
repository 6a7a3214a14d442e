"""Starts glutetimer, or tests it, on a machine that has nothing but Python 3.11 to 3.14.

    python3 run.py [words]         the program; no words open its window, --help lists them
    python3 run.py test [words]    every check and test; the words go to pytest
    python3 run.py package KIND    makes a package in dist/ and tries it; --help lists the kinds

The first start makes the folder .venv beside this file and installs there the exact versions of
requirements.lock; it is made again when the lock or the Python changes, or when it was left half
done. The first test or package adds those of requirements-dev.lock. System libraries that are
missing (Linux with apt) are installed if that is allowed without asking for a password, else their
names are said. Later starts only look whether all is there.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(
        "glutetimer needs Python 3.11 to 3.14, this is {}.{}. With another one installed, name it: "
        "python3.12 run.py".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # what only `test` and `package` need
READY = VENV / "ready.txt"  # what the folder was made from; written last
DEV_READY = VENV / "ready-dev.txt"  # and the same of what developing needs
LINKER_CACHE = Path("/etc/ld.so.cache")

# A shared library or program, and the packages that bring it: newer Debian and Ubuntu name first.
Needs = dict[str, tuple[str, ...]]
QT: Needs = {
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
}
X11: Needs = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libXrandr.so.2": ("libxrandr2",),
}
SOUND: Needs = {"libpulse.so.0": ("libpulse0",)}
TOOLS: Needs = {
    "Xvfb": ("xvfb",),
    "pulseaudio": ("pulseaudio",),
    "parec": ("pulseaudio-utils",),
}

PACKAGING: Needs = {
    "objdump": ("binutils",),
    "dpkg-shlibdeps": ("dpkg-dev",),
    "xz": ("xz-utils",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
}

CHECKS = (
    ("The format of the code", "ruff", "format", "--check", "."),
    ("Ruff", "ruff", "check", "."),
    ("Types", "mypy"),
    ("Layers", "lint-imports"),
)


def main(words: Sequence[str]) -> int:
    """Set up what is missing, then hand over to the program or run the tests."""
    is_new = not is_ready()
    if sys.platform == "linux":
        provide_libraries(*needs(words, os.environ, is_new))
    if is_new:
        build()
    if words[:1] in (["test"], ["package"]):
        if not is_ready(DEV_LOCK, DEV_READY):
            add_developing()
        if words[0] == "test":
            return run_checks(words[1:])
        return run([str(PYTHON), "-P", "-m", "package", *words[1:]])
    # For the program's messages that name a command: there is no other on the PATH.
    os.environ["GLUTETIMER_COMMAND"] = called()
    # -P: a file in the person's folder must not stand in for one of the program's modules.
    command = [str(PYTHON), "-P", "-m", "glutetimer", *words]
    if os.name == "nt":
        return run(command)
    os.execv(PYTHON, command)  # does not return


def called(system: str = os.name) -> str:
    """Return what the person typed to start this script, without the words after it."""
    import shlex

    python = Path(sys.orig_argv[0])
    # Whatever starts Pythons of several versions turns a name on the PATH into a whole path.
    is_on_path = str(python.parent) in os.environ.get("PATH", "").split(os.pathsep)
    typed = [python.name if is_on_path else str(python), sys.argv[0]]
    if system == "nt":  # one line with quotes where they must be, not those of a Unix shell
        return " ".join(f'"{word}"' if " " in word else word for word in typed)
    return shlex.join(typed)


def needs(words: Sequence[str], environ: Mapping[str, str], is_new: bool) -> tuple[Needs, Needs]:
    """Return what these words cannot do without, and what would be good to have.

    The latter is asked for in tests and at the first start only: it must cost nothing later.
    """
    must: Needs = {}
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    if is_new:
        must = {"module ensurepip": (f"{version}-venv", "python3-venv")}
    if words[:1] == ["test"]:
        return must | QT, X11 | SOUND | TOOLS
    if words[:1] == ["package"]:
        if sys.base_prefix == "/usr":  # a Debian packages this part of its Python apart
            must |= {f"lib{version}.so.1.0": (f"lib{version}",)}
        return must | QT | X11, SOUND | PACKAGING  # they go into it, or are what it depends on
    if opens_window(words) and environ.get("WAYLAND_DISPLAY"):
        must |= QT
    elif opens_window(words) and environ.get("DISPLAY"):
        must |= QT | X11
    return must, SOUND if is_new else {}


def opens_window(words: Sequence[str]) -> bool:
    """Say whether no command is among the words: a file, or only where the data shall be."""
    if words[:1] == ["--data-dir"]:
        return opens_window(words[2:])
    if not words or words[0] == "open":
        return True
    if words[0].startswith("--data-dir="):
        return opens_window(words[1:])
    return not words[0].startswith("-") and words[0] != Path(words[0]).stem


def is_ready(lock: Path | None = None, ready: Path | None = None) -> bool:
    """Say whether .venv was finished with today's lock, by this Python, in this place."""
    try:
        return PYTHON.exists() and (ready or READY).read_text("utf-8") == stamp(lock or LOCK)
    except (OSError, UnicodeError):
        return False


def stamp(lock: Path) -> str:
    """Return everything that .venv depends on, the lock word for word."""
    return f"Python {sys.version_info[0]}.{sys.version_info[1]}\n{ROOT}\n{lock.read_text('utf-8')}"


def build() -> None:
    """Make .venv from nothing; until the end it does not count as made."""
    say("Installing what glutetimer needs into .venv. Once, and it takes some minutes.")
    READY.unlink(missing_ok=True)
    if run([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit(f"Python could not make {VENV}. Is the folder writable, the disk not full?")
    install_packages(LOCK)
    # So that the program is found from whatever folder it is started in.
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    packages = VENV / ("Lib" if os.name == "nt" else f"lib/{version}") / "site-packages"
    (packages / "glutetimer.pth").write_text(f"{ROOT}\n", "locale")
    READY.write_text(stamp(LOCK), "utf-8")


def add_developing() -> None:
    """Add to .venv what tests and packages need."""
    say("Installing what testing and packaging need into .venv, once.")
    DEV_READY.unlink(missing_ok=True)
    install_packages(DEV_LOCK)
    DEV_READY.write_text(stamp(DEV_LOCK), "utf-8")


def install_packages(lock: Path) -> None:
    """Install exactly what a lock names; it is complete, so nothing needs to be resolved."""
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    if run_with_dots([*pip, "--no-deps", "--require-hashes", "--requirement", str(lock)]):
        sys.exit(
            "The packages could not be installed; the reason stands above. They come from the "
            "Python Package Index: is this machine online? Then start again, nothing is lost."
        )


def provide_libraries(must: Needs, nice: Needs) -> None:
    """Install what is missing as far as possible; end if it does not work without."""
    wanted = must | nice
    absent = missing(wanted)
    if not absent:
        return
    install([wanted[name] for name in absent])
    lacking = missing(absent)
    if any(name in must for name in lacking):
        sys.exit(f"Without these it cannot go on: {', '.join(n for n in lacking if n in must)}.")
    if lacking:
        say(f"Going on without {', '.join(lacking)}.")


def missing(wanted: Iterable[str]) -> list[str]:
    """Return the libraries, programs and modules of `wanted` that this machine does not have."""
    try:
        cache = LINKER_CACHE.read_bytes()
    except OSError:
        cache = b""
    return [name for name in wanted if f"{name}\0".encode() not in cache and not is_found(name)]


def is_found(name: str) -> bool:
    """Look for something that the linker's cache does not name."""
    if name.startswith("module "):
        return has_module(name.removeprefix("module "))
    if ".so" not in name:
        import shutil

        return shutil.which(name) is not None
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_module(name: str) -> bool:
    """Say whether Python could import it."""
    import importlib.util

    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def install(choices: Sequence[tuple[str, ...]]) -> None:
    """Install one package of each choice with apt, or say how a person does it."""
    import shutil

    if not shutil.which("apt-get"):
        say(f"Please install what your system calls: {' '.join(choice[-1] for choice in choices)}")
        return
    root = as_root()
    if root is not None:
        run([*root, "apt-get", "update"], quiet=True)
    packages = pick(choices, output(["apt-cache", "policy", *sum(choices, ())]))
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if root is None:
        say(f"System packages are missing. Please run: sudo {' '.join(command)}")
        return
    say(f"Installing system packages: {' '.join(packages)}")
    run([*root, "env", "DEBIAN_FRONTEND=noninteractive", *command], quiet=True)


def as_root() -> list[str] | None:
    """Return what to write before a command that root must run; None if we may not."""
    if sys.platform == "linux" and os.geteuid() == 0:
        return []
    import shutil

    may = shutil.which("sudo") and output(["sudo", "-n", "id", "-u"]) == "0\n"
    return ["sudo", "-n"] if may else None


def pick(choices: Iterable[tuple[str, ...]], policy: str) -> list[str]:
    """Take of each choice the first that `apt-cache policy` has a candidate for, else the last."""
    offered = set()
    name = ""
    for line in policy.splitlines():
        if not line.startswith(" "):
            name = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            offered.add(name)
    return [next((one for one in choice if one in offered), choice[-1]) for choice in choices]


def run_checks(words: Sequence[str]) -> int:
    """Run every check, then pytest; the first failure ends it and is the exit status.

    Two processes share the tests; the word `-n0` has one do them all, as a debugger needs it.
    """
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for title, tool, *arguments in (*CHECKS, ("Tests", "pytest", "-n2", *words)):
        say(f"== {title}")
        status = run([str(PYTHON.with_name(tool)), *arguments])
        if status:
            return status
    return 0


def run(command: Sequence[str], quiet: bool = False) -> int:
    """Run a command in the foreground, if `quiet` with its errors only; return its exit status."""
    import subprocess

    return subprocess.call(command, stdout=subprocess.DEVNULL if quiet else None)


def run_with_dots(command: Sequence[str]) -> int:
    """Run pip with a dot for every package; only if it fails, what it said is shown."""
    import subprocess

    said = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as child:
        for line in child.stdout or ():
            said.append(line)
            if line.startswith("Collecting "):
                print(".", end="", flush=True)
    say("")
    if child.returncode:
        say("".join(said))
    return child.returncode


def output(command: Sequence[str]) -> str:
    """Return what a command prints."""
    import subprocess

    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def say(sentence: str) -> None:
    """Print at once, so that it stands before what a child prints."""
    print(sentence, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
