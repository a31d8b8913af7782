"""Hôm nay: what is late, what is near, what is still blank."""
