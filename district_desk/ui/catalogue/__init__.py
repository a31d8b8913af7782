"""Danh mục: the office itself and its own lists, all of it editable."""
