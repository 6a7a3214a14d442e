"""`glutetimer desktop`: the program in the menu of a Linux desktop, or out of it again."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from glutetimer import menu_entry
from glutetimer.core.errors import Trouble
from glutetimer.resources import assets_dir


def desktop(given: Namespace) -> int:
    """Make the menu entry, or remove it; returns the exit status. Raises Trouble."""
    if sys.platform != "linux":
        raise Trouble(
            "A menu entry can be made on Linux only",
            cure="On Windows the installer makes one, on macOS put the program into Applications",
        )
    if "FLATPAK_ID" in os.environ:  # what is written in there no desktop ever sees
        raise Trouble("Flatpak itself puts glutetimer into your menu, and takes it out again")
    share = menu_entry.usual_share()
    if given.what == "install":
        words = list(menu_entry.starting_words())
        if given.data_dir:
            words += ["--data-dir", str(Path(given.data_dir).expanduser().absolute())]
        entry = menu_entry.add_entry(share, assets_dir(), words)
        said = f"glutetimer stands in your menu now: {entry}"
    elif menu_entry.remove_entry(share, assets_dir()):
        said = "glutetimer is out of your menu; your routines and your history stay."
    else:
        said = "There was no menu entry of yours."
    menu_entry.refresh_desktop(share)
    print(said)
    return 0
