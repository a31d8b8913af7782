"""The window. It asks the desk, shows, and is told what changed; it never writes a record itself.

The only room with Qt. One folder a page (page, model, words); what pages share is in ``widgets``. Starting it imports
no writer of paper, no reader of files and no library of days off: the window is there first, the desk comes second.
"""
