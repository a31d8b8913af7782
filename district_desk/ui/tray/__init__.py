"""Beside the system's clock, and at its start: what the program does on a machine while nobody looks at its window."""
