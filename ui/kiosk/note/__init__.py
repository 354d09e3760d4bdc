"""The note that comes forward: its whole text, the shop's answer, and what others built on it."""
