"""What leaves a shop as a file for other programs, and what comes back from one."""
