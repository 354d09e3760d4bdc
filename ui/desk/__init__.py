"""The owner's window."""
