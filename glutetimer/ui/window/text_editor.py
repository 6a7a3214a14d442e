"""Which text editor opens a file at a line: Qt can only ask the system to open a file."""

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath

Which = Callable[[str], str | None]
"""Finds a program by its name or its path, as `shutil.which` does."""

_PLUS, _OPTION, _COLON = ("+{line}", "{file}"), ("-l", "{line}", "{file}"), ("{file}:{line}",)
_GOTO = ("-g", "{file}:{line}")


@dataclass(frozen=True, slots=True)
class EditorCommand:
    """How a file is opened: the words of a command, and the editor's name for people.

    `goes_to_line`: at the line, not at the top of the file.
    """

    name: str
    words: tuple[str, ...]
    goes_to_line: bool = True


@dataclass(frozen=True, slots=True)
class _Editor:
    name: str
    programs: tuple[str, ...]
    arguments: tuple[str, ...]


# Editors for texts come before those for programs, which take long to start.
_LINUX = (
    _Editor("Text Editor", ("gnome-text-editor",), _PLUS),
    _Editor("gedit", ("gedit",), _PLUS),
    _Editor("xed", ("xed",), _PLUS),
    _Editor("Pluma", ("pluma",), _PLUS),
    _Editor("Mousepad", ("mousepad",), _OPTION),
    _Editor("Kate", ("kate",), _OPTION),
    _Editor("KWrite", ("kwrite",), _OPTION),
    _Editor("FeatherPad", ("featherpad",), _PLUS),
    _Editor("Geany", ("geany",), _OPTION),
    _Editor("Sublime Text", ("subl", "sublime_text"), _COLON),
    _Editor("VSCodium", ("codium",), _GOTO),
    _Editor("Visual Studio Code", ("code",), _GOTO),
    _Editor("gVim", ("gvim",), _PLUS),
)
_MAC = (
    _Editor("BBEdit", ("bbedit",), _PLUS),
    _Editor("TextMate", ("mate",), _OPTION),
    _Editor(
        "Sublime Text",
        ("subl", "/Applications/Sublime Text.app/Contents/SharedSupport/bin/subl"),
        _COLON,
    ),
    _Editor("VSCodium", ("codium",), _GOTO),
    _Editor(
        "Visual Studio Code",
        ("code", "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code"),
        _GOTO,
    ),
    _Editor("MacVim", ("mvim",), _PLUS),
)
_WINDOWS = (
    _Editor(
        "Notepad++",
        ("notepad++", r"{ProgramFiles}\Notepad++\notepad++.exe"),
        ("-n{line}", "{file}"),
    ),
    _Editor("Sublime Text", ("subl", r"{ProgramFiles}\Sublime Text\subl.exe"), _COLON),
    # What is on the PATH is a batch file, which would take signs of a file's name for its own.
    _Editor(
        "Visual Studio Code",
        (
            r"{LocalAppData}\Programs\Microsoft VS Code\Code.exe",
            r"{ProgramFiles}\Microsoft VS Code\Code.exe",
        ),
        _GOTO,
    ),
    _Editor("gVim", ("gvim",), _PLUS),
)
_EDITORS = {"darwin": _MAC, "win32": _WINDOWS}


def editor_command(
    platform: str, environment: Mapping[str, str], which: Which, path: str, line: int
) -> EditorCommand | None:
    """The command that opens a file (its whole path) at a line (from 1; 0: it has none).

    The editor that the person has named comes first, in $VISUAL or $EDITOR, if it has a window;
    then those that are found. None leaves the choice of a program to the system. `platform` is
    as in `sys.platform`.
    """
    editors = _EDITORS.get(platform, _LINUX)
    for variable in ("VISUAL", "EDITOR"):
        command = _named(_words(environment.get(variable, ""), platform), editors, which)
        if command is not None:
            return _filled(*command, path, line)
    for editor in editors:
        for program in editor.programs:
            found = which(_expanded(program, environment))
            if found and not found.lower().endswith((".cmd", ".bat")):
                return _filled(editor, (found,), path, line)
    match platform:
        case "darwin":  # not the program for such files, which may be this one
            return EditorCommand("the text editor", ("open", "-t", path), False)
        case "win32":
            return EditorCommand("Notepad", ("notepad.exe", path), False)
        case _:
            return None


def _words(command: str, platform: str) -> list[str]:
    try:
        words = shlex.split(command, posix=platform != "win32")
    except ValueError:  # a quote without its other half
        return []
    return [word.strip('"') for word in words]


def _named(
    words: list[str], editors: tuple[_Editor, ...], which: Which
) -> tuple[_Editor, tuple[str, ...]] | None:
    """The editor of a command that the person has set; None if it is none with a window."""
    if not words:
        return None
    name = PureWindowsPath(words[0]).stem.lower()
    for editor in editors:
        if name in {PurePath(program).name for program in editor.programs}:
            found = which(words[0])
            return (editor, (found, *words[1:])) if found else None
    return None


def _expanded(program: str, environment: Mapping[str, str]) -> str:
    for variable in ("ProgramFiles", "LocalAppData"):
        program = program.replace(f"{{{variable}}}", environment.get(variable, ""))
    return program


def _filled(editor: _Editor, program: tuple[str, ...], path: str, line: int) -> EditorCommand:
    arguments = (
        argument.replace("{line}", str(max(line, 1))).replace("{file}", path)
        for argument in editor.arguments
    )
    return EditorCommand(editor.name, (*program, *arguments))
