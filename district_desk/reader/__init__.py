"""A file becomes a reading: fields and items, each with the stretch of text it came from. Nothing is invented.

Rules, not a model: the same file gives the same reading, and every value can be pointed at.
"""

from district_desk.reader.files import read, read_text
from district_desk.reader.scan import read_box

__all__ = ["read", "read_box", "read_text"]
