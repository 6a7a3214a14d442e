"""The commands and their words."""

from argparse import ArgumentParser
from collections.abc import Container, Sequence
from pathlib import Path, PurePath
from typing import Any

from glutetimer.cli import argument_values as values
from glutetimer.cli.arguments import add_data_dir
from glutetimer.core.settings import Verbosity
from glutetimer.core.today import LEAST_MINUTES, MOST_MINUTES, DayDose

VERBOSITIES = [verbosity.value for verbosity in Verbosity]
AUDIBLE = [word for word in VERBOSITIES if word != Verbosity.SILENT]
DOSES = [dose.value for dose in DayDose]


def add_commands(top: ArgumentParser) -> Container[str]:
    """Let the parser of all words know the commands; returns their names."""
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_open(commands)
    _add_play(commands)
    _add_plan(commands)
    _add_cues(commands)
    _add_render(commands)
    _add_handout(commands)
    _add_give(commands)
    _add_history(commands)
    _add_report(commands)
    _add_calendar(commands)
    _add_import(commands)
    _add_check(commands)
    _add_command(commands, "plans", "the days of your plans, and what is next in the followed one")
    _add_command(commands, "doctor", "look whether everything that is needed is there")
    _add_remind(commands)
    _add_desktop(commands)
    names: Container[str] = commands.choices
    return names


def with_open(words: Sequence[str], commands: Container[str]) -> Sequence[str]:
    """The words with `open` before a FILE that stands in place of a command.

    A word is a file, not a mistyped command, if it has a folder or an ending, or is there.
    """
    at = 0
    while at < len(words) and words[at].partition("=")[0] == "--data-dir":
        at += 1 if "=" in words[at] else 2
    word = words[at] if at < len(words) else ""
    if not word or word.startswith("-") or word in commands:
        return words
    is_file = word != PurePath(word).stem or Path(word).is_file()
    return [*words[:at], "open", *words[at:]] if is_file else words


def _add_command(commands: Any, name: str, help_text: str) -> ArgumentParser:
    sentence = help_text[0].upper() + help_text[1:] + "."
    command: ArgumentParser = commands.add_parser(
        name, help=help_text, description=sentence, allow_abbrev=False
    )
    add_data_dir(command)
    return command


def _add_routine_command(commands: Any, name: str, help_text: str) -> ArgumentParser:
    parser = _add_command(commands, name, help_text)
    parser.add_argument("routine", metavar="ROUTINE")
    return parser


def _add_open(commands: Any) -> None:
    opening = _add_command(commands, "open", "open the window with a file (also without this word)")
    shown = opening.add_mutually_exclusive_group()
    file = "a routine, or a file of another program"
    shown.add_argument("file", metavar="FILE", nargs="?", default="", help=file)
    shown.add_argument("--start", metavar="ROUTINE", help="begin a session of this routine")
    today = "begin what the card Today offers, or show why nothing is to be done"
    shown.add_argument("--today", action="store_true", help=today)
    shown.add_argument("--history", action="store_true", help="show what you did")
    opening.set_defaults(command="window")


def _add_play(commands: Any) -> None:
    play = _add_routine_command(commands, "play", "run a session in this terminal")
    fast = "so many times as fast, to try it out"
    play.add_argument("--speed", metavar="X", type=values.speed, default=1.0, help=fast)
    voices = ("on", "tones", "off")
    play.add_argument("--voice", choices=voices, help="speak, only tones, or silence")
    play.add_argument(
        "--from",
        dest="first_set",
        metavar="SET",
        type=values.set_number,
        default=1,
        help="begin with this set, counted from 1",
    )
    _add_today(play)


def _add_today(parser: ArgumentParser) -> None:
    today = parser.add_mutually_exclusive_group()
    today.add_argument("--dose", choices=DOSES, default="normal", help="how much today")
    fits = f"as much as fits into N minutes ({LEAST_MINUTES} to {MOST_MINUTES})"
    today.add_argument("--minutes", metavar="N", type=values.minutes, help=fits)


def _add_plan(commands: Any) -> None:
    plan = _add_routine_command(commands, "plan", "print every step of a session")
    plan.add_argument("--json", action="store_true", help="for other programs")
    _add_today(plan)


def _add_cues(commands: Any) -> None:
    cues = _add_routine_command(commands, "cues", "print what is said at which moment")
    cues.add_argument("--json", action="store_true", help="for other programs")
    cues.add_argument("--verbosity", choices=VERBOSITIES, help="instead of the one in the settings")
    _add_session(cues)
    _add_today(cues)


def _add_render(commands: Any) -> None:
    render = _add_routine_command(commands, "render", "make one sound file of a whole session")
    _add_output(render, "its ending is the format: .mp3, .ogg, .flac or .wav")
    said = "how much is said, instead of the one in the settings"
    render.add_argument("--verbosity", choices=AUDIBLE, help=said)
    _add_session(render)
    _add_today(render)


def _add_session(command: ArgumentParser) -> None:
    said = "which session of the routine it is, from 1; without, the next after your history"
    command.add_argument("--session", metavar="N", type=values.session_number, help=said)


def _add_handout(commands: Any) -> None:
    handout = _add_routine_command(commands, "handout", "make a sheet of a routine to print")
    _add_output(handout, "a .pdf file")


def _add_give(commands: Any) -> None:
    does = "write a routine into one file for somebody else, with your own exercises in it"
    give = _add_routine_command(commands, "give", does)
    _add_output(give, "a .toml file")


def _add_history(commands: Any) -> None:
    history = _add_command(commands, "history", "look at what was done; take it out, in, or back")
    what = history.add_subparsers(dest="what", metavar="WHAT", title="what to do")
    listing = _add_command(what, "list", "the sessions, newest first (also without this word)")
    some = "so many; 0 for all"
    listing.add_argument("-n", "--limit", metavar="N", type=values.count, default=20, help=some)
    show = _add_command(what, "show", "one session, set by set")
    show.add_argument("id", metavar="ID", type=values.count, help="the number in the list")
    following = _add_command(what, "next", "what the last sessions of a routine suggest")
    last = "else the one done last"
    following.add_argument("routine", metavar="ROUTINE", nargs="?", default="", help=last)
    _add_export(what)
    bring = _add_command(what, "import", "add what a JSON export has and the history has not")
    bring.add_argument("file", metavar="FILE", help="made with: history export --format json")
    _add_command(what, "backups", "the copies of the history")
    restore = _add_command(what, "restore", "put a backup in place of the history")
    restore.add_argument("name", metavar="NAME", help="as `history backups` has it")
    for changing in (bring, restore):
        changing.add_argument("--yes", action="store_true", help="do it without a question")
    history.set_defaults(what="list", limit=20)


def _add_export(what: Any) -> None:
    export = _add_command(what, "export", "write the history into a file, for other programs")
    export.add_argument(
        "--format",
        choices=("csv", "json"),
        required=True,
        help="a table of all sets, or everything, to be imported again",
    )
    export.add_argument("-o", "--output", metavar="FILE", help="a file instead of the output")
    export.add_argument(
        "--decimal",
        choices=("point", "comma"),
        default="point",
        help="how the table writes 1.5; with a comma, semicolons stand between its cells",
    )
    between = "what stands between the cells of the table"
    export.add_argument("--separator", choices=values.SEPARATORS, help=between)


def _add_report(commands: Any) -> None:
    does = "make a sheet of what was done, for a physiotherapist"
    report = _add_command(commands, "report", does)
    _add_period(report, "the last three months")
    _add_output(report, "a .pdf file")


def _add_calendar(commands: Any) -> None:
    calendar = _add_command(commands, "calendar", "make a file for your calendar program")
    what = calendar.add_subparsers(dest="what", metavar="WHAT", title="what to do", required=True)
    past = _add_command(what, "past", "make a file of the sessions that were done")
    _add_period(past, "the whole history")
    too = "write pain and effort into the events, too"
    past.add_argument("--levels", action="store_true", help=too)
    plan = _add_routine_command(what, "plan", "make a file of a routine on some days of every week")
    for flag, metavar, kind, is_required, help_text in (
        ("--days", "DAYS", values.weekdays, True, "such as mon,wed,fri"),
        ("--at", "HH:MM", values.time_of_day, True, "such as 18:00"),
        ("--first", "DAY", values.day, False, "not before this day (else: today)"),
        ("--weeks", "N", values.weeks, False, "for so many weeks (else: without end)"),
        ("--reminder", "MIN", values.reminder, False, "remind so many minutes before"),
    ):
        plan.add_argument(flag, metavar=metavar, type=kind, required=is_required, help=help_text)
    for parser in (past, plan):
        _add_output(parser, "an .ics file")


def _add_period(parser: ArgumentParser, usual: str) -> None:
    first, last = f"such as 2026-01-01 (else: {usual})", "the last day (else: today)"
    parser.add_argument("--from", dest="since", metavar="DAY", type=values.day, help=first)
    parser.add_argument("--to", dest="until", metavar="DAY", type=values.day, help=last)


def _add_output(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=what)
    parser.add_argument("--force", action="store_true", help="replace the file if there is one")


def _add_import(commands: Any) -> None:
    bring = _add_command(commands, "import", "bring in routines of another program, or of a text")
    bring.add_argument(
        "file", metavar="FILE", help="of another program, or plain text; - reads what is piped in"
    )
    bring.add_argument("--dry-run", action="store_true", help="show what came of it, write nothing")
    bring.add_argument("--json", action="store_true", help="for other programs; writes nothing")
    bring.set_defaults(command="bring")


def _add_remind(commands: Any) -> None:
    does = "show the reminder that is due; the timer of your system does it"
    remind = _add_command(commands, "remind", does)
    what = remind.add_mutually_exclusive_group()
    says = "say what is on, and when the next comes"
    what.add_argument("--status", action="store_true", help=says)
    off = "switch all reminders off, and remove the timer"
    what.add_argument("--off", action="store_true", help=off)


def _add_desktop(commands: Any) -> None:
    does = "put glutetimer into the menu of your Linux desktop, or take it out"
    desktop = _add_command(commands, "desktop", does)
    what = desktop.add_subparsers(dest="what", metavar="WHAT", title="what to do", required=True)
    _add_command(what, "install", "an entry in the menu, with icon and file type; for you alone")
    _add_command(what, "remove", "remove that entry; your own data stay")


def _add_check(commands: Any) -> None:
    does = "look for mistakes in routine, exercise, plan and settings files"
    check = _add_command(commands, "check", does)
    check.add_argument("files", metavar="FILE", nargs="+", help="or a folder with such files")
