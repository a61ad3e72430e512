"""The text core: articles of incorporation as values, and functions from values to values.

No database, no clock, no HTML. See docs/text.md for the pipeline and its promises.
"""
