"""Settings: everything that is set, kept and told of the program, in one place with search."""
