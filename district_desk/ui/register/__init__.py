"""Văn bản đến: the register, its filters, and one directive with everything that belongs to it."""
