"""From the start of a process to a painted window, and how much memory that takes: ours and a bare one, by turns."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from figures import Figure

HERE = Path(__file__).resolve().parent
TURNS = 5
_PATIENCE = 300


def starts(folder: Path, home: Path, turns: int = TURNS) -> list[Figure]:
    """The best of several starts each, by turns, so that whatever else the machine does falls on both."""
    ours, bare = [], []
    for turn in range(turns + 1):  # the first start compiles, and is not counted
        theirs_then, ours_then = started("bare_window.py", home), started("our_window.py", home, str(folder))
        if turn:
            bare.append(theirs_then)
            ours.append(ours_then)
    quickest = [min(each["seconds"] for each in runs) for runs in (ours, bare)]
    largest = [max(each["peak"] for each in runs) for runs in (ours, bare)]
    return [
        Figure("start to the register on screen", "s", *quickest, "bare window, empty table", at_most=1.5),
        Figure("peak memory, register on screen", "kB", *largest, "bare window, empty table", at_most=1.5),
    ]


def started(script: str, home: Path, *arguments: str) -> dict[str, Any]:
    """What a script of this folder told of itself, run in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(HERE / script), str(time.monotonic()), *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{script} {' '.join(arguments)}\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
