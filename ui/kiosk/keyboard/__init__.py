"""The kiosk's own keyboard: layouts as data, keys on a grid, and what pressing them means."""
