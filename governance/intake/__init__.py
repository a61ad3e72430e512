"""Files that people have, to articles: what would be read, and what could not be placed.

A file becomes plain text (`taking`), the text an outline (`outlined`), and that what the record
keeps (`recorded`); two languages are joined (`joining`). Nothing here writes anything.
"""
