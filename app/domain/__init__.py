"""Words and rules of the shop. Knows nothing of databases, networks or screens."""
