"""What a Linux package has beside the program: menu entry, icons, man page, completions."""

import gzip
import os
import re
import time
from pathlib import Path

from glutetimer import __version__
from glutetimer.menu_entry import add_entry
from package.places import ROOT
from package.words import SHELLS, completion, man_page

HOME_VARIABLE = "GLUTETIMER_HOME_PAGE"
"""Where the project lives, such as https://example.org/glutetimer; a release workflow says it."""


def write_face(share: Path) -> None:
    """Write everything below a `share` folder."""
    add_entry(share, ROOT / "assets", ["glutetimer"])
    files = {
        "metainfo/org.glutetimer.glutetimer.metainfo.xml": metainfo().encode(),
        # Without its time the file is the same each time.
        "man/man1/glutetimer.1.gz": gzip.compress(man_page().encode(), mtime=0),
        "doc/glutetimer/changelog.gz": gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0),
    }
    files |= {place: completion(shell).encode() for shell, place in SHELLS.items()}
    for place, content in files.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_bytes(content)


def metainfo(home: str | None = None) -> str:
    """The description for software centres; without a home page it has no pictures.

    They are shown from there, and the repository does not know where it will be.
    """
    text = (ROOT / "package" / "linux" / "metainfo.xml").read_text("utf-8")
    home = os.environ.get(HOME_VARIABLE, "") if home is None else home
    if not home:
        text = re.sub(r"\n *<url.*</url>|\n *<screenshots>.*</screenshots>", "", text, flags=re.S)
    day = time.strftime("%Y-%m-%d", time.gmtime(made_at()))
    for name, value in {"home": home, "version": __version__, "date": day}.items():
        text = text.replace(f"@{name}@", value)
    return text


def made_at() -> int:
    """Seconds since 1970: now, or what a build that shall come out the same says."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
