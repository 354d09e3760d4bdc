"""The inbox: what came in, what is decided, what is said, and how it will hang."""
