"""A real database file of each released shape. A release adds the file of its shape; none is ever made anew.

`python -m tests.old_data` writes the file of today's shape, once.
"""
