"""The document beside the form: its text with every value lit where it was read, and its page pictures.

The view knows nothing of records. It is given a text and :class:`Light` values, and it tells which light was
clicked and what the person wants a stretch of words to become.
"""

from district_desk.ui.document_view.lights import Light, LightKind, lights_of, loose_spans
from district_desk.ui.document_view.view import DocumentView

__all__ = ["DocumentView", "Light", "LightKind", "lights_of", "loose_spans"]
