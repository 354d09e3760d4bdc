"""All that a customer may do."""
