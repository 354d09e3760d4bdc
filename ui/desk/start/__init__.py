"""The first run: five calm steps from nothing to the first printed code."""
