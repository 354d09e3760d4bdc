"""The staff entry box: what was said at the counter or on the telephone, written down in ten seconds."""
