"""The child in which `doctor` tries Qt and the display: Qt ends a process that it cannot serve."""

import sys


def main(words: list[str]) -> int:
    """Print Qt's version and, with the word `open`, the platform that the display has."""
    try:
        from PySide6.QtCore import qVersion
        from PySide6.QtWidgets import QApplication
    except ImportError as error:  # a library of the system that it lacks
        print(error, file=sys.stderr)
        return 1
    print(qVersion(), flush=True)
    print(QApplication([]).platformName() if words else "", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
