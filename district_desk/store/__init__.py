"""The office's file: the only room that knows SQL.

A :class:`Store` is one office. :meth:`Store.reading` answers, :meth:`Store.writing` opens an operation in which
records may be put and dropped; the journal of operations is history and undo at once.
"""

from district_desk.store.reading import Reader
from district_desk.store.store import Store
from district_desk.store.writing import Writing

__all__ = ["Reader", "Store", "Writing"]
