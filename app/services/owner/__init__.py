"""The owner's verbs, a small module per noun. None of them has a network address."""
