"""A real database file of each released shape. A new shape adds a file; none is ever made anew.

`python -m tests.old_data` writes the file of today's shape, once.
"""
