"""Plain text to the outline of the articles that is shown before anything is recorded."""
