"""The page where the owner says whose shop this is."""
