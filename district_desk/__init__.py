"""District Desk: an office's directives, item by item, from the register to the signed page."""

__version__ = "0.1.0"
