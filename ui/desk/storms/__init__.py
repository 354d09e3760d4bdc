"""Storms: one question, its phases, what is built in it, and how it ends."""
