"""The window. It asks the desk, shows, and is told what changed; it never writes a record itself.

The only room with Qt. One folder a page (page, model, words); what pages share is in ``widgets``. Starting it imports
no writer of paper, no reader of files and no library of days off: the window is there first, the desk comes second.

Qt is loaded here, before any other module of the room, because of what PySide does at its loading: it puts a function
of its own in the place of Python's ``import``, which from then on reads the *source* of every module that is imported,
ours, the standard library's and reportlab's alike, to see whether it asks for ``from __feature__ import …``. We do
not. Python's own function goes back, which saves a tenth of the start and 5 MB.
"""

import builtins
from importlib import import_module

_import = builtins.__import__
import_module("PySide6.QtCore")
builtins.__import__ = _import
