"""Vào sổ: a document becomes a record, its items and its lines."""
