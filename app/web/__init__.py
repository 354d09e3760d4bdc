"""Customers' pages, the API and the server process. Sees customers' verbs only; never imports Qt."""
