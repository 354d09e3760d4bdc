"""Everything with a screen or paper: the desk, the kiosk, printed sheets."""
