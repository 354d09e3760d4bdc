"""Customers' pages, the API of kiosks and other programs, and the process that serves both."""
