"""Help: short pages in Vietnamese, opened at the page one is on, and the list of keys."""
