"""Our own mistakes: written to a file, so that the person can send it to us."""

from datetime import UTC, datetime
from pathlib import Path

MAX_LOG_BYTES = 1_000_000


def write_down(bug: BaseException, path: Path) -> Path | None:
    """Append a bug with its traceback to a log file; returns None if that is not possible.

    A log that has grown too large is begun anew, the old one kept beside it.
    """
    import platform
    import traceback  # late: only a program that has a bug needs it

    from glutetimer import __version__

    system = f"{platform.python_version()} {platform.system()}"
    trace = "".join(traceback.format_exception(bug))
    return write_line(f"glutetimer {__version__} Python {system}\n{trace}", path)


def write_line(text: str, path: Path) -> Path | None:
    """Append a text with the time to a log file; returns None if that is not possible."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > MAX_LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{at} {text}\n")
    except OSError:
        return None
    return path
