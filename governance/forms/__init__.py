"""Forms of the record: they clean what was typed and never save it."""
