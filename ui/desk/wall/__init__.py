"""The page of the wall: where each sheet hangs, what it says, and whether that is still true."""
