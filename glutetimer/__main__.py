"""`python -m glutetimer` and the installed command."""

import sys
from collections.abc import Sequence

from glutetimer.cli.main import run


def main(argv: Sequence[str] | None = None) -> int:
    """Run glutetimer with these words (None: those of the process); returns the exit status."""
    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
