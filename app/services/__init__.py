"""What the shop can do, as plain verbs on the stores: one transaction and one journal row each."""
