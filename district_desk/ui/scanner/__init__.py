"""The scanner's folder in the window: a bar that offers what has arrived."""
