"""Everything the desk puts on paper: looked at, printed, saved, shared."""
