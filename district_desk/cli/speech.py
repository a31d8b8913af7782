"""How a command answers, and how it opens the office it was asked about."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Misused(Exception):
    """The command was not typed as it must be; the text is the sentence."""


@contextmanager
def opened(asked: Namespace) -> Iterator[Any]:
    """The desk of the office that the command names, by the clock that it was given."""
    from district_desk.desk.keeping import written_after_now
    from district_desk.desk.opening import default_folder, open_office
    from district_desk.desk.sentences import clock_sentence

    desk = open_office(asked.folder or default_folder(), clock=asked.clock)
    try:
        if written := written_after_now(desk):
            tell(clock_sentence(written, desk.now()))
        yield desk
    finally:
        desk.close()


def say(line: str) -> None:
    """One line of the answer."""
    if sys.stdout is not None:  # a windowed program has no streams
        sys.stdout.write(line + "\n")


def say_json(value: Any) -> None:
    """The answer as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=1))


def tell(sentence: str) -> None:
    """A sentence for the person, beside the answer."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")


def speak_unicode() -> None:
    """Whatever the terminal's own code page is, Vietnamese comes out whole."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
