"""What desk and kiosk share: theme, background work, messages to the person."""
