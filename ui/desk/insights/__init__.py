"""Insights: what a shop can see in its ideas, as pictures with their tables."""
