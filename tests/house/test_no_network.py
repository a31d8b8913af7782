"""The program opens no connection: an office's directives stay on the office's machine.

Every Python process of a journey is watched through an audit hook, and at its end it tells which Qt libraries
and which internet sockets it holds, because Qt's own sockets would not pass the hook.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from house_sources import ROOT

_EXAMPLE = ROOT / "resources" / "examples" / "chi-thi-vi-du.txt"
_WATCH = '''
"""Writes a line for whatever reaches for the network, and one at the end of the process."""
import atexit, json, os, sys

def write(**fact):
    with open(os.environ["WATCH_NETWORK"], "a", encoding="utf-8") as log:
        log.write(json.dumps(fact) + "\\n")

def hook(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        if not isinstance(arguments[1], (str, bytes)):  # a path is a socket of this machine (X, D-Bus)
            write(reached=event, to=repr(arguments[1]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        write(reached=event, to=repr(arguments[0]))

def lines(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as text:
            return text.readlines()
    except OSError:
        return []

def internet_sockets():
    held = set()
    for descriptor in os.listdir("/proc/self/fd"):
        try:
            held.add(os.readlink("/proc/self/fd/" + descriptor))
        except OSError:
            pass
    tables = [line.split() for kind in ("tcp", "tcp6", "udp", "udp6") for line in lines("/proc/self/net/" + kind)[1:]]
    return [row[1] for row in tables if "socket:[" + row[9] + "]" in held]

@atexit.register
def tell():
    libraries = {line.split("/")[-1].strip() for line in lines("/proc/self/maps") if "/" in line}
    write(ended=sys.argv, network_library=sorted(name for name in libraries if "Qt6Network" in name),
          sockets=internet_sockets())

sys.addaudithook(hook)
'''

Watched = Callable[..., str]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "network.jsonl"


@pytest.fixture
def watched(tmp_path: Path, log: Path) -> Watched:
    """Run Python with these arguments under watch; what it printed."""
    if not sys.platform.startswith("linux"):
        pytest.skip("which sockets a process holds is read from /proc, which only Linux has")
    (tmp_path / "sitecustomize.py").write_text(_WATCH, "utf-8")
    more = {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]), "WATCH_NETWORK": str(log)}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}\n{done.stderr}"
        return done.stdout

    return run


def _facts(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def _reached(log: Path) -> list[dict[str, Any]]:
    return [fact for fact in _facts(log) if "reached" in fact or fact.get("network_library") or fact.get("sockets")]


def test_the_watch_notices_a_connection_a_look_up_and_an_open_socket(watched: Watched, log: Path) -> None:
    watched(
        "-c",
        "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); socket.getaddrinfo('localhost', 80)",
    )

    told = _facts(log)

    assert [fact["reached"] for fact in told[:-1]] == ["socket.bind", "socket.getaddrinfo"]
    assert len(told[-1]["sockets"]) == 1


def test_the_watch_notices_qt_s_network_library(watched: Watched, log: Path) -> None:
    watched(
        "-c",
        "import ctypes, PySide6, pathlib; ctypes.CDLL(str(next(pathlib.Path(PySide6.__path__[0]).rglob('libQt6Network.so.6'))))",
    )

    assert _facts(log)[-1]["network_library"] == ["libQt6Network.so.6"]


def test_the_main_job_on_the_command_line_opens_no_connection(watched: Watched, log: Path, tmp_path: Path) -> None:
    desk = ("-m", "district_desk")
    folder = ("--folder", str(tmp_path / "office"))
    watched(*desk, "demo", *folder)
    entered = json.loads(watched(*desk, "register", str(_EXAMPLE), *folder, "--json"))
    directive = ("--directive", str(entered["directive"]))
    given = json.loads(watched(*desk, "assign", *folder, *directive, "--as-read", "--json"))
    pdf = tmp_path / "sheets.pdf"
    watched(*desk, "print", "phieu-giao-nhiem-vu", *folder, "--out", str(pdf), *directive)
    watched(*desk, "search", "cai cach hanh chinh", *folder, "--json")
    watched(*desk, "backup", *folder)
    watched(*desk, "check", *folder)

    assert given["assignments"]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len([fact for fact in _facts(log) if "ended" in fact]) == 7
    assert _reached(log) == []


def test_the_window_opens_no_connection(watched: Watched, log: Path) -> None:
    watched("-m", "district_desk", "--smoke")

    assert [fact for fact in _facts(log) if "ended" in fact]
    assert _reached(log) == []
