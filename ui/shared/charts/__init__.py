"""Pictures of numbers: drawn once, for the screen, for paper and for files."""
