"""Runs first in a frozen program on Linux: what its loader set is not for the programs it starts.

PyInstaller's loader puts the folder into LD_LIBRARY_PATH, where pactl, an editor or xdg-open would
find our libraries in place of their own. Ours are found all the same: this process has read the
variable already, and a child of ours is told to be a program of its own and set it again.
"""

import os
import shlex
import sys

os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

if os.sep in sys.argv[0]:  # not on the PATH: messages name it as it was called
    os.environ.setdefault("GLUTETIMER_COMMAND", shlex.join(sys.argv[:1]))
