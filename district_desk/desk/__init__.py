"""The office's verbs: the only room where reader, store, prints and exchange meet.

One module a part of the office's work (opening, registering, assigning, printing …), one function a use case,
each returning what it touched. No SQL and no Qt here; the sentences for people are in :mod:`.sentences`.
"""

from district_desk.desk.office_desk import Desk

__all__ = ["Desk"]
