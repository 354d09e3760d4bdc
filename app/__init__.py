"""Teacup without a screen: everything here imports, runs and is tested without Qt."""
