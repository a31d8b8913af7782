"""The QR code as a picture: Word has no squares of its own to draw it with."""

import struct
import zlib
from typing import Final

from district_desk.prints.pdf.signatures import code_matrix

_MODULE: Final = 8
"""Pixels a module: at 15 mm more than a printer shows."""
_QUIET: Final = 3


def code_picture(digits: str) -> bytes:
    """A PNG in black and white, with white around it."""
    matrix = code_matrix(digits)
    side = (len(matrix) + 2 * _QUIET) * _MODULE
    blank = [False] * len(matrix)
    rows = [*[blank] * _QUIET, *matrix, *[blank] * _QUIET]
    lines = b"".join((b"\0" + _line(row)) * _MODULE for row in rows)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")


def _line(row: list[bool]) -> bytes:
    """A row of pixels, one bit each, white where the bit is set; a module is one byte."""
    quiet = [False] * _QUIET
    return bytes(0x00 if dark else 0xFF for dark in (*quiet, *row, *quiet))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
