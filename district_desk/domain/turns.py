"""Turns at what serves one thread only.

PDFium keeps state of its own and may not be entered by two threads at once, even for two documents. The reader
reads PDFs on a worker while the window may be drawing pages, and the two rooms do not know each other; so the turn
that both take lives here, with the types that they share.
"""

import threading
from typing import Final

PDFIUM: Final = threading.Lock()
"""Held around every call into PDFium; for a long document page by page, so that nobody waits long."""
