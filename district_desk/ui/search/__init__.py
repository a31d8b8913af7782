"""Ctrl+K: everything the office has, as one types."""
