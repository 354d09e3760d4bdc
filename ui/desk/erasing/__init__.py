"""Erasing a person, from any page: find what she left, choose, erase for good, keep the report."""
