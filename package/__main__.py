"""`python3 run.py package KIND`: makes a package in dist/, starts it there, and says what came."""

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from package.places import DIST, ROOT, size_mb


def _wheel() -> Path:
    from package.wheel import make_wheel

    return make_wheel()


def _archive() -> Path:
    from package.folder import make_archive

    return make_archive()


def _deb() -> Path:
    from package.deb import make_deb

    return make_deb()


def _appimage() -> Path:
    from package.appimage import make_appimage

    return make_appimage()


def _icon() -> Path:
    from package.icon import write

    folder = ROOT / "assets" / "desktop"
    write(folder)
    return folder


KINDS: dict[str, tuple[Callable[[], Path], str]] = {
    "wheel": (_wheel, "for pipx and uv, on every system"),
    "archive": (
        _archive,
        "a folder with a Python of its own, packed; for the system that makes it",
    ),
    "deb": (_deb, "for Debian and Ubuntu"),
    "appimage": (_appimage, "one file for every Linux; needs appimagetool on the PATH"),
    "icon": (_icon, "draws the icon again, into assets/desktop"),
}


def main(words: Sequence[str]) -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(
        "run.py package",
        description=__doc__,
        epilog="\n".join(f"  {kind:9} {what}" for kind, (_, what) in KINDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", metavar="KIND", choices=KINDS)
    make, _ = KINDS[parser.parse_args(words).kind]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began_s = time.monotonic()
    made = make()
    took_s = time.monotonic() - began_s
    print(f"{made.relative_to(ROOT)}: {size_mb(made):.1f} MB, made and tried in {took_s:.0f} s")
    if made.parent == DIST:
        print(f"sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
