"""Printed sheets: Qt lays the text out, reportlab draws it."""
