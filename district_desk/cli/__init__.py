"""The command line: the same use cases as the window, for scripts and for a machine without a screen."""

from district_desk.cli.commands import main

__all__ = ["main"]
