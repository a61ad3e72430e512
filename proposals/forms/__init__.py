"""Forms of a proposal: they clean what was typed and never save it."""
