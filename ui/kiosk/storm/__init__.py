"""A running storm: its tab over the wall, its page of chains, and the paper ballot that is given there."""
