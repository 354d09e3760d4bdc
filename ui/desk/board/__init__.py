"""The board as customers see it."""
