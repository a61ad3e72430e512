"""Forms of a proposal: they clean what was typed and never save it.

What a field refuses is shown again as it was typed, however long.
"""
