"""Nhiệm vụ: the assignment lines of all directives as one list."""
