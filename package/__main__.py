"""`python3 run.py package KIND`: makes a package, starts it, and says what came of it."""

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from package.deb import make_deb
from package.flatpak import make_flatpak
from package.folder import make_archive, make_installer
from package.icon import make_icon
from package.places import DIST, ROOT, size_mb
from package.wheel import make_wheel

KINDS: dict[str, tuple[Callable[[], Path], str]] = {
    "wheel": (make_wheel, "for pipx and uv, on every system"),
    "archive": (make_archive, "with a Python of its own, for the system that makes it"),
    "deb": (make_deb, "for Debian and Ubuntu"),
    "installer": (make_installer, "for Windows, on Windows with Inno Setup"),
    "flatpak": (make_flatpak, "a manifest with all sources, for flatpak-builder"),
    "icon": (make_icon, "the icon, drawn again into assets/desktop"),
}


def main(words: Sequence[str]) -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(
        "run.py package",
        description=__doc__,
        epilog="\n".join(f"  {kind:10} {what}" for kind, (_, what) in KINDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", metavar="KIND", choices=KINDS)
    make, _ = KINDS[parser.parse_args(words).kind]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began_s = time.monotonic()
    made = make()
    took_s = time.monotonic() - began_s
    print(f"{made.relative_to(ROOT)}: {size_mb(made):.1f} MB in {took_s:.0f} s")
    if made.parent == DIST:
        print(f"sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
