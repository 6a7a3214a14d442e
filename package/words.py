"""The man page, and what shells complete: both from the parser of the commands."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator

import shtab
from argparse_manpage.manpage import Manpage

from glutetimer import __version__
from glutetimer.cli.arguments import parser
from glutetimer.cli.commands import add_commands
from glutetimer.resources import routines_dir

SHELLS = {
    "bash": "bash-completion/completions/glutetimer",
    "zsh": "zsh/vendor-completions/_glutetimer",
    "fish": "fish/vendor_completions.d/glutetimer.fish",
}
"""Where each looks for completions, below a `share` folder."""

_COMPLETED = {"FILE": shtab.FILE, "DIR": shtab.DIR}


def man_page() -> str:
    """The man page of section 1."""
    top = _parser()
    top.man_short_description = "coach for glute exercises at home"  # type: ignore[attr-defined]
    page = Manpage(top, format="pretty")
    page.manual, page.version, page.source = "User Commands", __version__, "glutetimer"
    return str(page)


def completion(shell: str) -> str:
    """The completions of a shell: words, the names of our routines, files."""
    top = _parser()
    routines = sorted(path.stem for path in routines_dir().glob("*.toml"))
    for one in _all_parsers(top):
        for action in one._actions:
            if action.metavar == "ROUTINE":
                action.choices = routines
            elif action.metavar in _COMPLETED:
                action.complete = _COMPLETED[action.metavar]  # type: ignore[attr-defined]
    return str(shtab.complete(top, shell))


def _parser() -> ArgumentParser:
    top = parser()
    add_commands(top)
    top.prog = "glutetimer"
    return top


def _all_parsers(top: ArgumentParser) -> Iterator[ArgumentParser]:
    yield top
    for action in top._actions:
        if isinstance(action, _SubParsersAction):
            for command in action.choices.values():
                yield from _all_parsers(command)
