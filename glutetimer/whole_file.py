"""A file for the person that is there only once it is whole: a sheet, a calendar."""

import secrets
from contextlib import suppress
from pathlib import Path

from glutetimer.core.errors import Trouble


def check_target(path: Path, suffix: str, may_replace: bool) -> None:
    """Raise Trouble if a file of this name cannot be made, as far as can be known before.

    `suffix` is how the name has to end, such as ".pdf".
    """
    if path.suffix.lower() != suffix:
        what = f"This is to be a {suffix.removeprefix('.').upper()} file"
        raise Trouble(what, str(path), f"Let the name end in {suffix}")
    if path.exists() and not path.is_file():
        what = "There is a folder of this name" if path.is_dir() else "This is no ordinary file"
        raise Trouble(what, str(path), "Choose another name")
    if path.exists() and not may_replace:
        cure = "Choose another name, or give --force to replace it"
        raise Trouble("There is a file of this name already", str(path), cure)
    if not path.parent.is_dir():
        raise Trouble("There is no such folder", str(path.parent), "Make it, or choose another one")


def write_whole(content: bytes, path: Path, *, may_replace: bool = False) -> None:
    """Write a file in one step; on Trouble what was there before stays, and nothing else."""
    suffix = path.suffix.lower()
    check_target(path, suffix, may_replace)
    target = path.resolve()  # a link stays a link
    part = target.with_name(f".glutetimer-{secrets.token_hex(6)}.part")
    try:
        part.write_bytes(content)
        check_target(path, suffix, may_replace)  # it may have come meanwhile
        part.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(
            f"Cannot write the file: {reason}", str(path), "Choose another one"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
