"""The kiosks of the shop: which are in use, how a new one comes, how all of them behave."""
