"""Where an idea is written, and the page that says thank you for it."""
