"""The words that are understood without a command, before or in place of one."""

import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from typing import Any

from glutetimer import __version__
from glutetimer.command import command

_DESCRIPTION = (
    "A coach for glute exercises at home: counted reps, iso holds, spoken cues and rests."
)
_EPILOG = """\
Without a command the window opens, with a FILE in it if there is one. ROUTINE is a routine's
name, such as first-session, or the path of a routine file. Exit status: 0 fine, 1 mistakes or
trouble, 2 words not understood."""


def parser() -> ArgumentParser:
    """The parser of all words, which knows no command yet."""
    top = ArgumentParser(
        command(),
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    if sys.version_info >= (3, 14):
        top.color = False  # what rules a terminal comes from nobody, see terminal.output
    top.add_argument("--version", action="version", version=f"glutetimer {__version__}")
    add_data_dir(top, default=None)
    top.set_defaults(command=None, file="", start=None, today=False, history=False)
    return top


def add_data_dir(parser: ArgumentParser, default: Any = SUPPRESS) -> None:
    """Let a parser know --data-dir; a command's must not forget the folder given before it."""
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        default=default,
        type=_folder,
        help="keep everything, cache included, in this folder (or set GLUTETIMER_HOME)",
    )


def _folder(word: str) -> str:
    """A folder, which may not be there yet."""
    if not word:
        raise ArgumentTypeError("a folder is needed, not an empty name")
    return word
