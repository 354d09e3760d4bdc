"""Putting ideas together at the desk: side by side, and one more voice."""
