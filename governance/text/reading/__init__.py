"""Text to the tree of the articles and back, and the local style of a text."""
