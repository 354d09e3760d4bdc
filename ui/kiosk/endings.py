"""What the kiosk and its watchdog have agreed on."""

from __future__ import annotations

# How the kiosk ends: left by somebody who may; refused by the world before it began; to be started again.
LEFT, REFUSED, WRONG_USAGE, AGAIN = 0, 1, 2, 75
# How often the kiosk says that its window answers.
BEAT_SECONDS = 0.5
