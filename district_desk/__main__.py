"""``python -m district_desk``: a command where one is typed, the window otherwise.

``--folder D`` opens the window on an office's folder, ``--demo`` on the example office, ``--smoke`` on a throwaway
one that closes by itself (for those who build the program).
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

_WINDOW_OPTIONS = ("--folder", "--demo", "--smoke")


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what the arguments ask for; the exit code."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    if typed and typed[0].split("=", 1)[0] not in _WINDOW_OPTIONS:
        from district_desk import cli

        return cli.main(typed)
    return _window(typed)


def _window(typed: Sequence[str]) -> int:
    folder, demo, smoke = None, False, False
    rest = iter(typed)
    for option in rest:
        name, _, value = option.partition("=")
        if name == "--folder":
            value = value or next(rest, "")
            if not value.strip():
                from district_desk import cli

                return cli.main(["check", "--folder", ""])  # says what is wrong with an empty name
            folder = Path(value)
        elif option in ("--demo", "--smoke"):
            demo, smoke = demo or option == "--demo", smoke or option == "--smoke"
        else:
            from district_desk import cli

            return cli.main(typed)
    gc.disable()  # what a start makes stays; looking through it for garbage takes a tenth of the start
    from district_desk.ui import start

    return start.main(folder, demo=demo, smoke=smoke)


if __name__ == "__main__":
    sys.exit(main())
