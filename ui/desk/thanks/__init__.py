"""Thanks: who still waits for them, cards to say them with, and the till that redeems a card."""
