"""Sheets of several things: which answers, which week, which year; the print box does the rest."""
