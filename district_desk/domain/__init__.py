"""Facts and rules of the office, in plain Python.

This room stands on the standard library alone: it opens no file, reads no clock and draws no random
number, so every rule in it can be tried with a table of cases. The types that the other rooms hand to
each other (readings, records, changes, the values of a printed form) live here.
"""
