"""The day: what customers wait for, what else there is, and how the promise stands."""
