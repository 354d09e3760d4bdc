"""The wall: notes in tidy columns, laid out ahead of the finger, painted once each."""
